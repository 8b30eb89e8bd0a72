import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { createLandingPreview, openLandingPreview } from './landing-preview.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

async function look(input: object = {}) {
  const contact = await world.make.contact({ firstName: 'Jane' })
  const invitation = await world.make.invitation({ contacts: [contact] })
  const { path } = valued(
    await createLandingPreview({
      deps: world.deps,
      actor: staffActor('viewer'),
      input: { invitationId: invitation.id, contactId: contact.id, ...input },
    }),
  )
  const ticket = new URL(path, 'http://localhost').searchParams.get('ticket') ?? ''
  return { ticket, invitation, open: () => openLandingPreview({ deps: world.deps, ticket }) }
}

test('staff look at the landing page as the invited contact would, without the code', async () => {
  const { ticket, invitation, open } = await look()
  const opened = await open()
  expect(opened?.preview).toMatchObject({ recipient: { firstName: 'Jane' }, refusal: null, asker: null })
  expect(JSON.stringify(opened)).not.toContain(invitation.code)
  expect(ticket).not.toContain(invitation.code)
})

test.each([
  ['expired', { refusal: 'invitation_expired' }],
  ['full', { refusal: 'invitation_full' }],
  ['inactive', { refusal: 'invitation_inactive' }],
  ['wrong_account', { refusal: null, asker: { refusal: 'wrong_recipient' }, recipient: { email: null } }],
])('as it would be when %s', async (state, shown) => {
  expect((await (await look({ state })).open())?.preview).toMatchObject(shown)
})

test('a ticket that is too old, altered or of another kind shows nothing', async () => {
  const { ticket, open } = await look()
  expect(await openLandingPreview({ deps: world.deps, ticket: `${ticket.slice(0, -2)}xx` })).toBeNull()
  expect(await openLandingPreview({ deps: world.deps, ticket: '' })).toBeNull()
  world.moveTo(new Date(world.deps.now().getTime() + 10 * 60 * 1000))
  expect(await open()).toBeNull()
})

test('a role that lasts some days is shown with the day on which it would end', async () => {
  world.moveTo(new Date())
  const website = await world.make.website()
  const webRole = await world.make.webRole(website.id)
  const { id } = await world.make.invitation({ websiteId: website.id, webRoles: [webRole] })
  await world.deps.database.client.execute('UPDATE invitation_web_roles SET grant_lasts_days = 30')
  const input = { invitationId: id }
  const { path } = valued(
    await createLandingPreview({ deps: world.deps, actor: staffActor('viewer'), input }),
  )
  const ticket = new URL(path, 'http://localhost').searchParams.get('ticket') ?? ''
  const [offered] = (await openLandingPreview({ deps: world.deps, ticket }))?.preview.offers.webRoles ?? []
  const days = ((offered?.endsAt?.getTime() ?? 0) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(29.9)
  expect(days).toBeLessThan(30.1)
})
