import type { BrowserContextOptions } from '@playwright/test'
import { asAdmin } from './admin.ts'
import { expect, test } from './house.ts'

const owner = { name: 'Olivia Owner', email: 'olivia@usher.example', password: 'a good long password' }
const csv = [
  'First name,Last name,E-mail,Language',
  'Jane,Doe,jane@contoso.example,en',
  'Max,Muster,max@fabrikam.example,de',
  'Ada,Lovelace,ada@adventure.example,',
].join('\n')

test('from an empty house to a redeemed invitation: the whole story', async ({ browser, house, page }) => {
  const admin = asAdmin(page, house)
  /** Somebody at their own device. */
  const somebody = async (options: BrowserContextOptions = {}) =>
    (await browser.newContext(options)).newPage()

  await test.step('the printed link sets up the owner, once', async () => {
    await admin.setUpOwner(owner)
    const stranger = await somebody()
    await stranger.goto(house.setUpUrl ?? '')
    await expect(stranger.getByLabel('Password again')).toHaveCount(0)
  })

  await test.step('contacts come from a CSV; an account and two web roles are made', async () => {
    await admin.importContacts(csv, 'Import 3 contacts')
    for (const name of ['Jane Doe', 'Max Muster', 'Ada Lovelace']) {
      await expect(page.getByRole('link', { name })).toBeVisible()
    }
    await admin.createAccount('Contoso Ltd')
    await admin.createWebRole('Partner', 'Sees the partner pages')
    await admin.createWebRole('Buyer', 'Sees the prices')
  })

  const single = await test.step('Create Invitation from a contact, Save and send', async () => {
    await admin.openContact('Jane Doe')
    await page.getByRole('link', { name: 'Create Invitation' }).first().click()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/Jane Doe/)
    await page.getByRole('checkbox', { name: 'Partner' }).check()
    await page.getByRole('checkbox', { name: 'Buyer' }).check()
    await admin.pick('Assign to account', 'Contoso Ltd')
    await page.getByRole('button', { name: 'Save and send' }).click()
    await expect(page).toHaveURL(/\/sends\//)
    const mail = await admin.readNewestMail('jane@contoso.example')
    await expect(mail.locator('body')).toContainText('Olivia Owner')
    await expect(mail.locator('body')).toContainText('Partner')
    return (await mail.locator('a[href*="/i/"]').first().getAttribute('href')) ?? ''
  })

  await test.step('Jane opens the link, creates an account and has what was promised', async () => {
    const jane = await somebody()
    await jane.goto(single)
    await expect(jane.getByRole('heading', { level: 1 })).toContainText('Olivia Owner invites you')
    await expect(jane.locator('body')).toContainText('Contoso Ltd')
    await jane.getByLabel('Choose a password').fill('another good password')
    await jane.getByRole('button', { name: 'Create account and accept' }).click()
    await expect(jane.getByRole('heading', { level: 1 })).toContainText('Welcome')
    for (const text of ['Partner', 'Buyer', 'Contoso Ltd'])
      await expect(jane.locator('main')).toContainText(text)
    await jane.reload()
    await expect(jane.locator('main')).toContainText('Partner')
  })

  await test.step('somebody else with the same link is told the truth: it is used', async () => {
    const other = await somebody()
    await other.goto(single)
    await expect(other.getByRole('heading', { level: 1 })).not.toContainText('Welcome')
    await expect(other.getByRole('button', { name: /accept/i })).toHaveCount(0)
  })

  await test.step('the dashboard shows the roles, the account, the activity and the number of redemptions', async () => {
    await admin.openContact('Jane Doe')
    for (const text of ['Partner', 'Buyer', 'Contoso Ltd', 'Redeemed "']) {
      await expect(page.locator('main')).toContainText(text)
    }
    await admin.open('/invitations?view=completed')
    await page
      .getByRole('link', { name: /Jane Doe/ })
      .first()
      .click()
    await expect(page.getByRole('progressbar', { name: 'Number of successful redemptions' })).toHaveAttribute(
      'aria-valuenow',
      '1',
    )
    await expect(page.locator('main')).toContainText('Redeemed Contacts')
    await admin.open('/redemptions')
    await expect(page.locator('tbody tr')).toHaveCount(1)
  })

  const group = await test.step('a Group with a code of its own and two seats', async () => {
    await admin.open('/invitations/new')
    await page.getByLabel('Name', { exact: true }).fill('Spring partners')
    await page.getByRole('radio', { name: /Group/ }).check()
    await page.getByRole('checkbox', { name: 'Partner' }).check()
    await page.getByLabel('Maximum redemptions allowed').fill('2')
    await page.getByLabel('Invitation code').fill('spring partners 2027')
    await admin.pick('Invited contacts', 'Max Muster')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Spring partners' })).toBeVisible()
    return page.url()
  })

  await test.step('Flow → Send Invitation, chosen in the list and confirmed', async () => {
    await admin.open('/invitations?view=new')
    await page.getByRole('checkbox', { name: 'Select Spring partners' }).check()
    await page.getByText('Flow', { exact: true }).click()
    await page.getByRole('menuitem', { name: 'Send Invitation' }).click()
    await expect(page.getByRole('dialog')).toContainText('max@fabrikam.example')
    await page.getByRole('button', { name: 'OK' }).click()
    await expect(page).toHaveURL(/\/sends\//)
  })

  await test.step('Max redeems in his language, with JavaScript off, by a mailed six-digit code', async () => {
    const mail = await admin.readNewestMail('max@fabrikam.example')
    const link = (await mail.locator('a[href*="/i/"]').first().getAttribute('href')) ?? ''
    const max = await somebody({ javaScriptEnabled: false })
    await max.goto(link)
    await max.getByText('Code per E-Mail erhalten', { exact: true }).click()
    await max.getByRole('button', { name: 'Code per E-Mail schicken' }).click()
    await expect(max.getByRole('heading', { level: 1 })).toContainText('Sehen Sie in Ihre E-Mails')
    const codeMail = await admin.readNewestMail('max@fabrikam.example')
    const code = /\b\d{6}\b/.exec((await codeMail.locator('body').textContent()) ?? '')?.[0] ?? ''
    await max.getByLabel('Sechsstelliger Code').fill(code)
    await max.getByRole('button', { name: 'Weiter' }).click()
    await expect(max.getByRole('heading', { level: 1 })).toContainText('Willkommen')
    await expect(max.locator('main')).toContainText('Partner')
  })

  await test.step('a stranger types the code without JavaScript, proves an address, and becomes a contact', async () => {
    const stranger = await somebody({ javaScriptEnabled: false })
    await stranger.goto(`${house.origin}/redeem`)
    await stranger.getByLabel('Invitation Code').fill('Spring Partners 2027')
    await stranger.getByRole('button', { name: 'Continue' }).click()
    await stranger.locator('#create-name').fill('Nora New')
    await stranger.locator('#create-email').fill('nora@northwind.example')
    await stranger.getByLabel('Choose a password').fill('yet another password')
    await stranger.getByRole('button', { name: 'Create account and accept' }).click()
    const codeMail = await admin.readNewestMail('nora@northwind.example')
    const code = /\b\d{6}\b/.exec((await codeMail.locator('body').textContent()) ?? '')?.[0] ?? ''
    await stranger.getByLabel('Six-digit code').fill(code)
    await stranger.getByRole('button', { name: 'Continue' }).click()
    await expect(stranger.getByRole('heading', { level: 1 })).toContainText('Welcome')
    await admin.openContact('Nora New')
    await expect(page.locator('main')).toContainText('Partner')
  })

  await test.step('the third one finds it full, and the Group is Redeemed', async () => {
    const late = await somebody()
    await late.goto(`${house.origin}/redeem`)
    await late.getByLabel('Invitation Code').fill('spring-partners-2027')
    await late.getByRole('button', { name: 'Continue' }).click()
    await expect(late.getByRole('button', { name: /accept/i })).toHaveCount(0)
    await page.goto(group)
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2')
    await expect(page.locator('main')).toContainText('Redeemed')
  })
})
