import { expect, test } from 'vitest'
import { boundConcurrency, TooBusyError } from './bound-concurrency.ts'

test('no more than the bound run at once, all of them run, and a failure gives its place away', async () => {
  const inTurn = boundConcurrency(2)
  let running = 0
  let most = 0
  const work = (index: number) =>
    inTurn(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      if (index % 3 === 0) throw new Error('refused')
      return index
    })
  const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => work(index)))
  expect(most).toBe(2)
  expect(running).toBe(0)
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(13)
})

test('who comes when enough wait already is turned away at once', async () => {
  const inTurn = boundConcurrency(1, 2)
  let finish = () => {}
  const first = inTurn(() => new Promise<void>((resolve) => (finish = resolve)))
  const waiting = [inTurn(async () => 'second'), inTurn(async () => 'third')]
  await expect(inTurn(async () => 'fourth')).rejects.toBeInstanceOf(TooBusyError)
  finish()
  await first
  expect(await Promise.all(waiting)).toEqual(['second', 'third'])
  expect(await inTurn(async () => 'fifth')).toBe('fifth')
})
