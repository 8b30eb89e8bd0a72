import type { Page } from '@playwright/test'
import type { RunningHouse } from '../src/testing/house.ts'
import { expect } from './house.ts'

/** What staff do in the dashboard, as verbs. */
export function asAdmin(page: Page, house: RunningHouse) {
  const open = (path: string) => page.goto(`${house.origin}/admin${path}`)

  return {
    open,

    async setUpOwner(owner: { name: string; email: string; password: string }) {
      await page.goto(house.setUpUrl ?? '')
      await page.getByLabel('Your name').fill(owner.name)
      await page.getByLabel('E-mail address').fill(owner.email)
      await page.getByLabel('Password', { exact: true }).fill(owner.password)
      await page.getByLabel('Password again').fill(owner.password)
      await page.getByRole('button', { name: 'Create the owner' }).click()
      await expect(page).toHaveURL(/\/admin\/?$/)
    },

    async importContacts(csv: string, expectedButton: string) {
      await open('/contacts/import')
      await page.getByLabel('Or paste the rows').fill(csv)
      await page.getByRole('button', { name: 'Next', exact: true }).click()
      await page.getByRole('button', { name: 'Check the file' }).click()
      await page.getByRole('button', { name: expectedButton }).click()
      await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
      await page.getByRole('link', { name: 'Go to contacts' }).click()
      await expect(page).toHaveURL(/\/admin\/contacts$/)
    },

    async createAccount(name: string) {
      await open('/accounts/new')
      await page.getByLabel('Name', { exact: true }).fill(name)
      await submitForm(page)
      await expect(page.getByRole('heading', { name })).toBeVisible()
    },

    async createWebRole(name: string, description: string) {
      await open('/web-roles/new')
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Description').fill(description)
      await submitForm(page)
      await expect(page.getByRole('heading', { name })).toBeVisible()
    },

    async openContact(name: string) {
      await open(`/contacts?search=${encodeURIComponent(name)}`)
      await page.getByRole('link', { name }).first().click()
      await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    },

    /** Picks one row in a searchable picker. */
    async pick(label: string, option: string) {
      const picker = page.getByRole('group', { name: label }).locator('details')
      await picker.locator('summary').click()
      const found = page.waitForResponse((response) => response.url().includes('/options/'))
      await picker.getByRole('searchbox').fill(option)
      await found
      await picker.getByText(option, { exact: true }).click()
      await page.keyboard.press('Escape')
    },

    /** Opens the newest mail to this address in the Outbox and gives back what its reader finds in it. */
    async readNewestMail(address: string) {
      await expect(async () => {
        await open(`/emails?search=${encodeURIComponent(address)}`)
        await expect(page.locator('tbody tr').first()).toContainText(/Sent|Delivered/, { timeout: 1000 })
      }).toPass({ timeout: 20_000 })
      await page.locator('tbody tr').first().getByRole('link').first().click()
      await expect(page.getByTitle('The mail')).toBeVisible()
      await page.getByRole('button', { name: 'Show code and link' }).click()
      await expect(page.getByRole('button', { name: 'Show code and link' })).toBeHidden()
      return page.frameLocator('iframe[title="The mail"]')
    },
  }
}

/** The one button that saves, at the end of the page's form. */
async function submitForm(page: Page) {
  await page.locator('main form button[type=submit], main form button:not([type])').last().click()
}
