import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEdgeWorld, type EdgeWorld } from './testing/edge-world.ts'

let world: EdgeWorld
beforeEach(async () => {
  world = await createEdgeWorld()
})
afterEach(() => world.remove())

test('a person with the mailed link chooses a password, and is in', async () => {
  const website = await world.make.website({ name: 'Contoso Partners' })
  const role = await world.make.webRole(website.id, 'Partner')
  const account = await world.make.account('Contoso GmbH')
  const jane = await world.make.contact({ email: 'jane@contoso.example', firstName: 'Jane' })
  const invitation = await world.make.invitation({
    websiteId: website.id,
    contacts: [jane],
    webRoles: [role],
    assignToAccountId: account.id,
  })
  const browser = world.browser()
  const landing = await browser.get(`/i/${invitation.code}?r=${await invitation.proofFor(jane)}`)
  const posted = await browser.submit(landing, 'create', { password: 'correct horse battery' })
  expect((await browser.follow(posted)).words).toContain('Welcome to Contoso Partners')
  expect(await world.rows.redemptions()).toHaveLength(1)
})
