import { afterEach, beforeEach, expect, test } from 'vitest'
import { valued } from '../testing/valued.ts'
import { createWorld } from '../testing/world.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { sendInvitations } from './create.ts'
import { listSendExclusions } from './list-exclusions.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const call = <Input>(input: Input) => ({ deps: world.deps, actor: world.operator, input })

test('who is left out of a send is listed by name with the reason, page by page, and found by it', async () => {
  await ensureBuiltInWorkflows({ deps: world.deps })
  const { make } = world
  const [anna, zoe, mailed] = [
    await make.contact({ lastName: 'Adams', email: null }),
    await make.contact({ lastName: 'Zimmer', email: null }),
    await make.contact(),
  ]
  const empty = await make.invitation({ type: 'group', name: 'Nobody' })
  const group = await make.invitation({ type: 'group', name: 'All hands', contacts: [zoe, mailed, anna] })
  const { id: sendId } = valued(await sendInvitations(call({ invitationIds: [group.id, empty.id] })))

  const first = valued(await listSendExclusions(call({ sendId, limit: 2 })))
  expect(first.totalCount).toBe(3)
  expect(first.items).toMatchObject([
    { contactId: null, invitationName: 'Nobody', reason: 'no_recipient' },
    { contactId: anna.id, contactLastName: 'Adams', invitationName: 'All hands', reason: 'no_email' },
  ])
  const second = valued(await listSendExclusions(call({ sendId, limit: 2, cursor: first.nextCursor })))
  expect(second.items).toMatchObject([{ contactId: zoe.id }])
  expect(second.nextCursor).toBe(null)

  const found = valued(await listSendExclusions(call({ sendId, reason: 'no_email', search: 'zimmer' })))
  expect(found.items.map((item) => item.contactId)).toEqual([zoe.id])
  expect(valued(await listSendExclusions(call({ sendId: 'another' }))).items).toEqual([])
})
