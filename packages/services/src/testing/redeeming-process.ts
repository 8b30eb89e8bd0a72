/**
 * A process that redeems: reads `{ url, attempts: [{ userId, code }] }` as one line from standard input, redeems all
 * at once, and writes a line `<userId> <redemption id | refusal>` as soon as each is answered.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createProcessDeps } from './process-deps.ts'

for await (const line of createInterface({ input: process.stdin })) {
  const { url, attempts } = JSON.parse(line) as { url: string; attempts: { userId: string; code: string }[] }
  const deps = await createProcessDeps(url)
  await Promise.all(
    attempts.map(async ({ userId, code }) => {
      const redeemer = { userId, name: 'Racer', ipAddress: null, userAgent: null }
      const answer = await redeemInvitation({ deps, redeemer, input: { code } })
      // Synchronous: what was written was acknowledged, even when the process dies the moment after.
      writeSync(1, `${userId} ${answer.ok ? answer.value.id : answer.refusal}\n`)
    }),
  )
  process.exit(0)
}
