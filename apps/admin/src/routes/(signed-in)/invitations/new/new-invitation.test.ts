import { isRedirect } from '@sveltejs/kit'
import { schema } from '@usher/database'
import { prepareHouse } from '@usher/services'
import { createWorld } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actions, load } from './+page.server.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let locals: Record<string, unknown>
beforeEach(async () => {
  world = await createWorld()
  await prepareHouse(world)
  const owner = await world.make.staffUser({ role: 'owner' })
  locals = {
    deps: world.deps,
    actor: {
      kind: 'staff',
      id: owner.id,
      name: owner.name,
      role: 'owner',
      grantableWebRoleIds: [],
      ipAddress: null,
    },
  }
})
afterEach(() => world.remove())

type Event = Parameters<NonNullable<(typeof actions)['save']>>[0]

async function save(fields: Record<string, string>) {
  const request = new Request('http://localhost/admin/invitations/new', {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  try {
    return await actions['save']?.({ request, locals, cookies: { set: () => undefined } } as unknown as Event)
  } catch (thrown) {
    if (isRedirect(thrown)) return thrown
    throw thrown
  }
}
const rows = <T extends keyof typeof schema & ('invitations' | 'emails' | 'sends')>(table: T) =>
  world.deps.database.query.select().from(schema[table])

test('Create Invitation on a contact begins with their name and with them', async () => {
  const jane = await world.make.contact({ firstName: 'Jane', lastName: 'Doe' })
  const url = new URL(`http://localhost/admin/invitations/new?contactId=${jane.id}`)
  expect(await load({ locals, url } as unknown as Parameters<typeof load>[0])).toMatchObject({
    stored: { type: 'single', name: 'Invitation for Jane Doe' },
    choices: { invitedContactId: { chosen: [{ id: jane.id, label: 'Jane Doe' }] } },
  })
})

test('Save and send mails the invitation and leads to its send', async () => {
  const jane = await world.make.contact()
  const answer = await save({ type: 'single', name: 'For Jane', invitedContactId: jane.id, then: 'send' })
  const [send] = await rows('sends')
  expect(answer).toMatchObject({ status: 303, location: `/admin/sends/${send?.id}` })
  expect(await rows('emails')).toMatchObject([{ contactId: jane.id, kind: 'invitation', status: 'queued' }])
})

test('Save alone mails nobody and leads to the invitation', async () => {
  const jane = await world.make.contact()
  const answer = await save({ type: 'single', name: 'For Jane', invitedContactId: jane.id })
  const [invitation] = await rows('invitations')
  expect(answer).toMatchObject({ status: 303, location: `/admin/invitations/${invitation?.id}` })
  expect(await rows('emails')).toEqual([])
})

test('With nobody to mail, Save and send keeps the invitation and leads to it', async () => {
  const answer = await save({ type: 'group', name: 'Fair', then: 'send' })
  const [invitation] = await rows('invitations')
  expect(answer).toMatchObject({ status: 303, location: `/admin/invitations/${invitation?.id}` })
})

test('What is wrong comes back on its field, with everything as it was typed', async () => {
  const answer = await save({
    type: 'group',
    name: 'Fair',
    'redeemableBy-group': 'domains',
    emailDomains: 'not a domain!',
    message: 'Hello',
  })
  expect(answer).toMatchObject({
    status: 400,
    data: {
      errors: { emailDomains: expect.stringContaining('contoso.com') },
      values: { name: 'Fair', emailDomains: 'not a domain!', message: 'Hello' },
    },
  })
  expect(await rows('invitations')).toEqual([])
})
