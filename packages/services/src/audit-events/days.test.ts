import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditStatement } from '../records.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { listAuditEvents } from './list.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

test('the log of some days holds what happened from the first instant of the first to the last of the last', async () => {
  const instants = [
    '2027-01-14T23:59:59.999Z',
    '2027-01-15T00:00:00Z',
    '2027-01-16T23:59:59.999Z',
    '2027-01-17T00:00:00Z',
  ]
  for (const instant of instants) {
    world.moveTo(new Date(instant))
    const change = { action: 'contact.created', entityType: 'contact', entityId: instant }
    await world.deps.database.write([auditStatement(world.deps, staffActor('owner'), change)])
  }
  const list = (input: object) => listAuditEvents({ deps: world.deps, actor: staffActor('admin'), input })
  const ids = async (input: object) => valued(await list(input)).items.map(({ entityId }) => entityId)
  expect(await ids({ from: '2027-01-15', until: '2027-01-16' })).toEqual([instants[2], instants[1]])
  expect(await ids({ from: '', until: '2027-01-14' })).toEqual([instants[0]])
  expect(await ids({ search: '203.0.113.7' })).toHaveLength(4)
  expect(await list({ from: 'yesterday' })).toMatchObject({ errors: [{ path: 'from' }] })
  expect(await list({ from: '2027-13-45' })).toMatchObject({ errors: [{ path: 'from' }] })
  expect(await world.deps.database.query.select().from(schema.auditEvents)).toHaveLength(4)
})
