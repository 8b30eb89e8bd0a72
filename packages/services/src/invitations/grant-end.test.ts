import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { createInvitationsInBulk } from './create-in-bulk.ts'
import { createInvitation } from './create.ts'
import { getInvitation } from './get.ts'
import { updateInvitation } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let at: { websiteId: string; webRoleIds: string[] }
beforeEach(async () => {
  world = await createWorld()
  await world.make.staffUser()
  const website = await world.make.website()
  at = { websiteId: website.id, webRoleIds: [(await world.make.webRole(website.id)).id] }
})
afterEach(() => world.remove())

const create = (input: object = {}) =>
  createInvitation({
    deps: world.deps,
    actor: world.operator,
    input: { name: 'Trial', type: 'group', ...at, ...input },
  })
const update = (id: string, input: object) =>
  updateInvitation({ deps: world.deps, actor: world.operator, input: { id, ...input } })

test('an invitation says when what it gives ends: on a day, or so many days after the redemption', async () => {
  expect(valued(await create({ grantEndsAt: '2027-06-30' }))).toMatchObject({
    grantEndsAt: new Date('2027-06-30T22:00:00Z'),
    grantLastsDays: null,
  })
  const { id } = valued(await create({ grantLastsDays: 30 }))
  expect(valued(await update(id, { grantEndsAt: '2027-06-30' }))).toMatchObject({
    grantEndsAt: new Date('2027-06-30T22:00:00Z'),
    grantLastsDays: null,
  })
  expect(valued(await update(id, { grantLastsDays: 7 }))).toMatchObject({
    grantEndsAt: null,
    grantLastsDays: 7,
  })
  const other = await world.make.webRole(at.websiteId)
  valued(await update(id, { webRoleIds: [...at.webRoleIds, other.id], name: 'Trial, prolonged' }))
  const detail = valued(await getInvitation({ deps: world.deps, actor: staffActor('viewer'), input: { id } }))
  expect(detail.webRoles.map(({ grantLastsDays }) => grantLastsDays)).toEqual([7, 7])
  expect(valued(await update(id, { webRoleIds: [] }))).toMatchObject({
    grantEndsAt: null,
    grantLastsDays: null,
  })
})

test('a change of the end alone is on record, and a change of anything else leaves the end', async () => {
  const { id } = valued(await create({ grantLastsDays: 30 }))
  expect(valued(await update(id, { name: 'Other' })).grantLastsDays).toBe(30)
  valued(await update(id, { grantLastsDays: null }))
  const events = await world.deps.database.query.select().from(schema.auditEvents)
  expect(events.at(-1)).toMatchObject({ before: { grantLastsDays: 30 }, after: { grantLastsDays: null } })
})

test.each([
  [{ grantEndsAt: '2027-06-30', grantLastsDays: 3 }, 'grantLastsDays'],
  [{ grantEndsAt: '2020-01-01' }, 'grantEndsAt'],
  [{ grantEndsAt: 'soon' }, 'grantEndsAt'],
  [{ grantLastsDays: 0 }, 'grantLastsDays'],
  [{ grantLastsDays: 2.5 }, 'grantLastsDays'],
  [{ grantLastsDays: 3, webRoleIds: [] }, 'grantLastsDays'],
])('%j is refused, naming %s', async (input, path) => {
  expect(await create(input)).toMatchObject({ refusal: 'invalid_request', errors: [{ path }] })
})

test('invitations made in bulk end alike', async () => {
  const contacts = [await world.make.contact(), await world.make.contact()]
  const input = {
    contactIds: contacts.map(({ id }) => id),
    template: { name: 'Trial', ...at, grantLastsDays: 14 },
  }
  valued(await createInvitationsInBulk({ deps: world.deps, actor: world.operator, input }))
  const rows = await world.deps.database.query.select().from(schema.invitationWebRoles)
  expect(rows.map(({ grantLastsDays }) => grantLastsDays)).toEqual([14, 14])
})
