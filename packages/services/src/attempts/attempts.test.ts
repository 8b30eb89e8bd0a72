import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createProcessDeps, createWorld } from '../testing/index.ts'
import { checkAttempts } from './check.ts'
import { countAttempt } from './count.ts'
import { forgetAttempts } from './forget.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const budget = { bucket: 'code-failures:203.0.113.0/24', limit: 3, windowSeconds: 600 }
const count = () => countAttempt({ deps: world.deps, input: [budget] })
const check = () => checkAttempts({ deps: world.deps, input: [budget] })

test('the try after the last one allowed is refused, with the seconds until the window ends', async () => {
  for (const _ of [1, 2, 3]) expect(await count()).toEqual({ ok: true, value: null })
  world.moveTo(new Date(world.deps.now().getTime() + 60_000))
  expect(await count()).toEqual({ ok: false, refusal: 'too_many_attempts', retryAfterSeconds: 540 })
})

test('a budget that is used up is seen without counting', async () => {
  expect((await check()).ok).toBe(true)
  for (const _ of [1, 2, 3]) await count()
  for (const _ of [1, 2, 3, 4]) expect(await check()).toMatchObject({ refusal: 'too_many_attempts' })
  expect(await world.deps.database.query.select().from(schema.attempts)).toMatchObject([{ count: 3 }])
})

test('an ended window begins anew, and ended windows leave no rows', async () => {
  for (const _ of [1, 2, 3]) await count()
  world.moveTo(new Date(world.deps.now().getTime() + 600_000))
  expect((await check()).ok).toBe(true)
  await countAttempt({ deps: world.deps, input: [{ ...budget, bucket: 'another' }] })
  expect(await world.deps.database.query.select().from(schema.attempts)).toMatchObject([
    { bucket: 'another', count: 1 },
  ])
})

test('several budgets are counted together; one overdrawn refuses', async () => {
  const wide = { bucket: 'code-failures:*', limit: 100, windowSeconds: 600 }
  const answers = []
  for (const _ of [1, 2, 3, 4]) answers.push(await countAttempt({ deps: world.deps, input: [wide, budget] }))
  expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, false])
})

test('what is forgotten begins anew', async () => {
  for (const _ of [1, 2, 3]) await count()
  await forgetAttempts({ deps: world.deps, input: [budget.bucket] })
  expect((await count()).ok).toBe(true)
})

test('instances share the count: 40 tries at once through two connections, 3 allowed', async () => {
  const other = await createProcessDeps(world.url)
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      countAttempt({ deps: { ...(index % 2 ? other : world.deps), now: world.deps.now }, input: [budget] }),
    ),
  )
  other.database.close()
  expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
})
