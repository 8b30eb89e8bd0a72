import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createProcessDeps } from '../testing/process-deps.ts'
import { createWorld } from '../testing/world.ts'
import { builtInWorkflows } from '../workflows/built-ins.ts'
import { prepareHouse } from './prepare.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

test('prepared twice by two connections at once, a house has one website and one of each built-in workflow', async () => {
  const other = await createProcessDeps(world.url)
  await Promise.all([prepareHouse({ deps: world.deps }), prepareHouse({ deps: other })])
  await prepareHouse({ deps: world.deps })
  other.database.close()

  const websites = await world.deps.database.query.select().from(schema.websites)
  expect(websites.map(({ baseUrl }) => baseUrl)).toEqual([world.deps.origin])
  const workflows = await world.deps.database.query.select().from(schema.workflows)
  expect(workflows.map(({ builtInKey }) => builtInKey).sort()).toEqual(
    builtInWorkflows.map(({ key }) => key).sort(),
  )
})
