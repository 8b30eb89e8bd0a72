import { asAdmin } from './admin.ts'
import { expect, test } from './house.ts'

const owner = { name: 'Olivia Owner', email: 'olivia@usher.example', password: 'a good long password' }
const amelie = 'amelie.dubois@contoso-partners.example'

test('from the invitation’s mail to the website, and back on it with the page of the new web role open', async ({
  browser,
  house,
  page,
}) => {
  const admin = asAdmin(page, house)
  const site = `${house.origin}/partners`

  await test.step('without sample data there is no website, and its address is nobody’s', async () => {
    expect((await page.request.get(site)).status()).toBe(404)
  })

  await test.step('loading the sample data brings it up, without a restart', async () => {
    await admin.setUpOwner(owner)
    await page.getByRole('button', { name: 'Add sample data' }).click()
    await expect(page.locator('body')).toContainText('Sample data is in this house')
    await expect(async () => {
      await page.goto(site)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Build with Contoso')
    }).toPass({ timeout: 20_000 })
  })

  const link = await test.step('the sample invitation is sent', async () => {
    await admin.open('/invitations?view=new')
    await page.getByRole('checkbox', { name: 'Select Amélie joins Contoso Partners' }).check()
    await page.getByText('Flow', { exact: true }).click()
    await page.getByRole('menuitem', { name: 'Send Invitation' }).click()
    await page.getByRole('button', { name: 'OK' }).click()
    const mail = await admin.readNewestMail(amelie)
    const href = (await mail.locator('a[href*="/i/"]').first().getAttribute('href')) ?? ''
    expect(href).toContain(`${site}/i/`)
    return href
  })

  const guest = await (await browser.newContext()).newPage()
  await test.step('its link opens the website, which hands on to the edge; accepting leads back to the partner page', async () => {
    await guest.goto(link)
    await expect(guest).toHaveURL(`${house.origin}/redeem/offer`)
    await expect(guest.locator('main')).toContainText('Partner manager')
    // She reads French: the page is found by what it asks, not by its words.
    const form = guest.locator('form:has(input[name=intent][value=create])')
    await form.locator('input[name=password]').fill('another good password')
    await form.locator('input[name=password]').press('Enter')
    await expect(guest).toHaveURL(`${site}/partner`)
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Welcome, Contoso Partners')
  })

  await test.step('the price list is open to her, too, and the account page says what she has', async () => {
    await guest.getByRole('link', { name: 'Open the price list' }).click()
    await expect(guest.getByRole('table')).toContainText('Reading chair')
    await guest.getByRole('link', { name: /Amélie/ }).click()
    await expect(guest.locator('main')).toContainText('Partner manager')
    await expect(guest.locator('main')).toContainText(amelie)
  })

  await test.step('a stranger is asked to sign in for it, and sees no prices', async () => {
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(`${site}/prices`)
    await expect(stranger).toHaveURL(`${house.origin}/sign-in`)
    await expect(stranger.locator('body')).not.toContainText('Reading chair')
  })

  await test.step('she signs out of both, and the page is shut', async () => {
    await guest.getByRole('button', { name: 'Sign out' }).click()
    await expect(guest).toHaveURL(/\/oidc\/end-session/)
    await guest.getByRole('button', { name: 'Sign out' }).click()
    await expect(guest).toHaveURL(site)
    await guest.goto(`${site}/prices`)
    await expect(guest).toHaveURL(`${house.origin}/sign-in`)
  })

  await test.step('signing in from the website leads back to the page that was asked for', async () => {
    const form = guest.locator('form:has(input[name=intent][value=sign_in])')
    await form.locator('input[name=email]').fill(amelie)
    await form.locator('input[name=password]').fill('another good password')
    await form.locator('input[name=password]').press('Enter')
    await expect(guest).toHaveURL(`${site}/prices`)
    await expect(guest.getByRole('table')).toContainText('Reading chair')
  })
})
