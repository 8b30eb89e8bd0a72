import { expect, test } from 'vitest'
import { boundConcurrency } from './bound-concurrency.ts'

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
