import { type HranaServer, startHranaServer } from '@usher/database/testing'
import { connect } from '@usher/database/web'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import { answerOnce } from '../idempotency/answer-once.ts'
import { createWorld, valued } from '../testing/index.ts'
import { createInvitation } from './create.ts'
import { createInvitationsInBulk } from './create-in-bulk.ts'
import { getInvitation } from './get.ts'
import { listInvitations } from './list.ts'
import { updateInvitation } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let server: HranaServer
let deps: Deps
beforeEach(async () => {
  world = await createWorld()
  server = await startHranaServer(world.url.slice('file:'.length))
  deps = { ...world.deps, database: connect({ url: server.url }) }
  await world.make.website()
  await world.make.staffUser()
})
afterEach(async () => {
  deps.database.close()
  await server.close()
  await world.remove()
})

test('Invitations are created, changed, refused and listed over HTTP as on a file', async () => {
  const call = { deps, actor: world.operator }
  const contacts = await Promise.all([world.make.contact(), world.make.contact()])
  const created = valued(
    await createInvitation({
      ...call,
      input: {
        name: 'One',
        type: 'group',
        code: 'SPRING-2027',
        invitedContactIds: contacts.map(({ id }) => id),
      },
    }),
  )
  expect(
    await createInvitation({ ...call, input: { name: 'Two', type: 'group', code: 'spring 2027' } }),
  ).toMatchObject({
    refusal: 'conflict',
  })
  expect(await updateInvitation({ ...call, input: { id: created.id, maximumRedemptions: 7 } })).toMatchObject(
    {
      value: { seatsLeft: 7 },
    },
  )
  const bulk = { contactIds: contacts.map(({ id }) => id), template: { name: 'Bulk' } }
  expect(valued(await createInvitationsInBulk({ ...call, input: bulk })).invitations).toHaveLength(2)
  expect(valued(await listInvitations({ ...call, input: {} })).counts).toMatchObject({ all: 3, new: 3 })
  expect(valued(await getInvitation({ ...call, input: { id: created.id } })).recipients).toHaveLength(2)
})

test('A request under a key takes effect once over HTTP as on a file', async () => {
  const once = () =>
    answerOnce({
      deps,
      apiKeyId: 'api',
      key: 'first',
      request: 'POST /invitations',
      run: async (fenced) => {
        const result = await createInvitation({
          deps: fenced,
          actor: world.operator,
          input: { name: 'One', type: 'group' },
        })
        return { status: result.ok ? 201 : 409, body: JSON.stringify(result) }
      },
    })
  const answers = await Promise.all([once(), once(), once()])
  expect(answers.filter((answer) => answer.ok && !answer.value.isReplay)).toHaveLength(1)
  expect(await once()).toMatchObject({ ok: true, value: { status: 201, isReplay: true } })
  expect(valued(await listInvitations({ deps, actor: world.operator, input: {} })).totalCount).toBe(1)
})
