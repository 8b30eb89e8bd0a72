import { afterEach, beforeEach, expect, test } from 'vitest'
import { createInvitation } from '../invitations/create.ts'
import { deactivateInvitation } from '../invitations/deactivate.ts'
import { createWorld } from '../testing/index.ts'
import { listActivities } from './list.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await world.make.website()
  await world.make.staffUser()
})
afterEach(() => world.remove())

async function timeline(input: Record<string, unknown>) {
  const result = await listActivities({ deps: world.deps, actor: world.operator, input })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

test('A timeline has the lines of its contact or invitation, newest first, with names', async () => {
  const jane = await world.make.contact({ firstName: 'Jane', lastName: 'Doe' })
  const john = await world.make.contact()
  const call = { deps: world.deps, actor: world.operator }
  const created = await createInvitation({
    ...call,
    input: { name: 'Partners', type: 'group', invitedContactIds: [jane.id, john.id] },
  })
  if (!created.ok) throw new Error(created.refusal)
  const { id } = created.value
  world.moveTo(new Date('2027-01-16T10:00:00Z'))
  await deactivateInvitation({ ...call, input: { id } })

  expect((await timeline({ invitationId: id })).items).toMatchObject([
    { type: 'invitation_deactivated', invitationName: 'Partners', contactId: null },
    { type: 'invitation_created', invitationName: 'Partners', contactId: null },
  ])
  expect(await timeline({ contactId: jane.id })).toMatchObject({
    totalCount: 1,
    items: [
      { type: 'invitation_created', contactName: 'Jane Doe', invitationId: id, invitationName: 'Partners' },
    ],
  })
  const everything = await timeline({ limit: 3 })
  expect(everything).toMatchObject({ totalCount: 4, items: [{ type: 'invitation_deactivated' }, {}, {}] })
  expect((await timeline({ cursor: everything.nextCursor })).items).toHaveLength(1)
})

test('Unknown filters are refused', async () => {
  const call = { deps: world.deps, actor: world.operator }
  expect(await listActivities({ ...call, input: { type: 'invitation_created' } })).toMatchObject({
    refusal: 'invalid_request',
  })
})
