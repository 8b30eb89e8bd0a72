import { readCode, type Refused, refuse } from '@usher/domain'
import { type Budget, checkAttempts, countAttempt } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'
import { blocksOfAddress } from '../http/client-address.ts'
import { createMemoryCounters } from './memory-counters.ts'

const windowSeconds = 600
/** Wrong codes per address block in ten minutes: a whole office may mistype. */
const failuresPerBlock = 30
/** Wrong codes of the admins' own making, from everywhere together, in ten minutes: guessing from many addresses ends here. */
const failuresFromEverywhere = 1000

export type CodeFamily = 'generated' | 'chosen' | 'mistyped' | 'malformed'

/**
 * The failure budget of codes. Junk is told by its tag and counted in this process: it never reaches the database.
 * Codes of the admins' own making can be guessed; their failures are counted for all instances, by block and in all.
 */
export function createCodeLimits(deps: EdgeDeps) {
  const failures = createMemoryCounters({ limit: failuresPerBlock, windowSeconds })

  const memoryBuckets = (family: CodeFamily, address: string) =>
    blocksOfAddress(address).map((block) => `${guessable(family) ? 'chosen' : 'tagged'}:${block}`)

  const sharedBudgets = (address: string): Budget[] => [
    ...blocksOfAddress(address).map((block, index) => ({
      bucket: `code-failures:chosen:${block}`,
      limit: failuresPerBlock * (index + 1),
      windowSeconds,
    })),
    { bucket: 'code-failures:chosen:everywhere', limit: failuresFromEverywhere, windowSeconds },
  ]

  return {
    /** Refuses before a code is looked up; tells what kind of code it is. */
    async check(
      code: string,
      address: string,
    ): Promise<{ family: CodeFamily; refused: Refused<'too_many_attempts'> | null }> {
      const family = (await readCode(deps.keys, code)).kind
      // A genuine tag is no guess: whoever mistypes in the same building does not lock its holder out.
      if (family === 'generated') return { family, refused: null }
      const blocked = failures.blockedSeconds(memoryBuckets(family, address), deps.now())
      if (blocked) return { family, refused: refuse('too_many_attempts', { retryAfterSeconds: blocked }) }
      if (!guessable(family)) return { family, refused: null }
      const checked = await checkAttempts({ deps, input: sharedBudgets(address) })
      return { family, refused: checked.ok ? null : checked }
    },
    /** Counts a code that was none. A GET changes nothing, so it counts in this process only. */
    async countFailure(
      family: CodeFamily,
      address: string,
      { mayWrite }: { mayWrite: boolean },
    ): Promise<void> {
      failures.count(memoryBuckets(family, address), deps.now())
      if (mayWrite && guessable(family)) await countAttempt({ deps, input: sharedBudgets(address) })
    },
  }
}
export type CodeLimits = ReturnType<typeof createCodeLimits>

const guessable = (family: CodeFamily) => family === 'chosen'
