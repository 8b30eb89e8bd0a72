import { afterEach, beforeEach, expect, test } from 'vitest'
import { createContact } from '../contacts/create.ts'
import type { Deps } from '../deps.ts'
import { createWorld } from '../testing/index.ts'
import { type Answer, answerOnce } from './answer-once.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let times: number
beforeEach(async () => {
  world = await createWorld()
  times = 0
})
afterEach(() => world.remove())

const once = (
  run: (deps: Deps) => Promise<Answer>,
  row: { apiKeyId?: string; key?: string; request?: string } = {},
) =>
  answerOnce({ deps: world.deps, apiKeyId: 'api', key: 'first', request: 'POST /contacts {}', run, ...row })

/** A request with an effect: a contact more. */
async function addContact(deps: Deps): Promise<Answer> {
  times++
  const created = await createContact({ deps, actor: world.operator, input: { lastName: 'Doe' } })
  return { status: 201, body: JSON.stringify(created) }
}
const contacts = async () => (await world.deps.database.client.execute('select id from contacts')).rows.length
const records = async () =>
  (await world.deps.database.client.execute('select * from idempotency_records')).rows
const later = (seconds: number) => world.moveTo(new Date(world.deps.now().getTime() + seconds * 1000))

test('The same request again is given the same answer, and has no second effect', async () => {
  const first = await once(addContact)
  const again = await once(addContact)
  expect(first).toMatchObject({ ok: true, value: { status: 201, isReplay: false } })
  expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), isReplay: true } })
  expect([times, await contacts()]).toEqual([1, 1])
})

test('The same key for another request is a conflict; another API key has keys of its own', async () => {
  await once(addContact)
  expect(await once(addContact, { request: 'POST /contacts {"lastName":"X"}' })).toMatchObject({
    refusal: 'conflict',
  })
  expect(await once(addContact, { apiKeyId: 'other' })).toMatchObject({
    ok: true,
    value: { isReplay: false },
  })
  expect(await contacts()).toBe(2)
})

test('Of many at once one has an effect; the others are told to wait, or are given its answer', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => once(addContact)))
  expect(await contacts()).toBe(1)
  for (const result of all) {
    if (!result.ok) expect(result).toMatchObject({ refusal: 'conflict', retryAfterSeconds: 1 })
  }
  expect(all.filter((result) => result.ok && !result.value.isReplay)).toHaveLength(1)
})

test('After 24 hours the key is free', async () => {
  await once(addContact)
  later(24 * 60 * 60 - 1)
  expect(await once(addContact)).toMatchObject({ value: { isReplay: true } })
  later(1)
  expect(await once(addContact)).toMatchObject({ value: { isReplay: false } })
  expect(await records()).toHaveLength(1)
})

test('A refusal leaves the key free for the corrected request', async () => {
  expect(await once(async () => ({ status: 400, body: '{}' }))).toMatchObject({ value: { status: 400 } })
  expect(await records()).toHaveLength(0)
  expect(await once(addContact, { request: 'corrected' })).toMatchObject({ value: { status: 201 } })
})

test('What breaks before its effect leaves the key free; what breaks after it is not done twice', async () => {
  const breakEarly = async () => Promise.reject(new Error('early'))
  await expect(once(breakEarly)).rejects.toThrow('early')
  expect(await records()).toHaveLength(0)

  const breakLate = async (deps: Deps) => {
    await addContact(deps)
    throw new Error('late')
  }
  await expect(once(breakLate)).rejects.toThrow('late')
  expect(await once(addContact)).toMatchObject({ refusal: 'conflict', retryAfterSeconds: 1 })
  later(61)
  expect(await once(addContact)).toMatchObject({
    refusal: 'conflict',
    detail: expect.stringContaining('carried out'),
  })
  expect(await contacts()).toBe(1)
})

test('A process that died before its effect is taken over after a minute; should it wake up, its write is refused', async () => {
  let wakeUp = () => {}
  const asleep = new Promise<void>((resolve) => (wakeUp = resolve))
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => (begun = resolve))
  const sleeper = once(async (deps) => {
    begun()
    await asleep
    return addContact(deps)
  })
  await hasBegun
  later(59)
  expect(await once(addContact)).toMatchObject({ refusal: 'conflict' })
  later(1)
  expect(await once(addContact)).toMatchObject({ ok: true, value: { isReplay: false } })
  wakeUp()
  expect(await sleeper).toMatchObject({ refusal: 'conflict' })
  expect(await contacts()).toBe(1)
})

test('Answers are kept sealed: a code in one is not in the database', async () => {
  await once(async () => ({ status: 201, body: 'ABCD-EFGH-JKMN-PQRS-TVWX' }))
  expect(JSON.stringify(await records())).not.toContain('ABCD')
})
