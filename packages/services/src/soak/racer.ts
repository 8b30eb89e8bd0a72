/**
 * One process of the soak: reads `{ code, userIds }` a line, redeems for all of them at once, and answers a line that
 * counts the outcomes: `redeemed`, `repeated` or a refusal.
 */
import { createInterface } from 'node:readline'
import process from 'node:process'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createProcessDeps } from '../testing/process-deps.ts'

const deps = await createProcessDeps(process.argv[2] ?? '')
for await (const line of createInterface({ input: process.stdin })) {
  const { code, userIds } = JSON.parse(line) as { code: string; userIds: string[] }
  const outcomes: Record<string, number> = {}
  await Promise.all(
    userIds.map(async (userId) => {
      const redeemer = { userId, name: 'Racer', ipAddress: null, userAgent: null }
      const outcome = await redeemWithPatience(redeemer, code)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }),
  )
  process.stdout.write(`${JSON.stringify(outcomes)}\n`)
}
deps.database.close()

/** A database that is busy for longer than anybody should wait is asked again: nothing of the claim was kept. */
async function redeemWithPatience(
  redeemer: Parameters<typeof redeemInvitation>[0]['redeemer'],
  code: string,
): Promise<string> {
  for (;;) {
    try {
      const answer = await redeemInvitation({ deps, redeemer, input: { code } })
      if (answer.ok) return answer.value.isRepeat ? 'repeated' : 'redeemed'
      if (answer.refusal !== 'unavailable') return answer.refusal
    } catch (error) {
      if (!(error instanceof Error && error.name === 'DatabaseUnavailableError')) throw error
    }
  }
}
