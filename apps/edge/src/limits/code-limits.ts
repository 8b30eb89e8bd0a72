import { readCode, type Refused, refuse, sha256Hex } from '@usher/domain'
import { type Budget, checkAttempts, countAttempt, giveAttemptBack } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'
import { blocksOfAddress } from '../http/client-address.ts'
import { createMemoryCounters } from './memory-counters.ts'

const windowSeconds = 600
/** Wrong codes per address block in ten minutes: a whole office may mistype. */
const failuresPerBlock = 30
/** Wrong codes of the admins' own making, from everywhere together, in ten minutes: guessing from many addresses ends here. */
const failuresFromEverywhere = 1000
/** Codes of the admins' own making that are remembered to be genuine. */
const rememberedAtMost = 1000

export type CodeFamily = 'generated' | 'chosen' | 'mistyped' | 'malformed'

/** A code that may be looked up. Counted as a failure until somebody says that it was none. */
export type Admitted = { family: CodeFamily; wasNoFailure(): void }

/**
 * The failure budget of codes. Junk is told by its tag and counted in this process: it never reaches the database.
 * Codes of the admins' own making can be guessed: each try is counted before it is looked up, here and for all instances,
 * by block and in all, and given back when the code is genuine.
 */
export function createCodeLimits(deps: EdgeDeps) {
  const memory = createMemoryCounters()
  const genuine = new Set<string>()

  const budgetsOf = (family: CodeFamily, address: string): Budget[] => {
    const kind = family === 'chosen' ? 'chosen' : 'tagged'
    return [
      ...blocksOfAddress(address).map((block, index) => ({
        bucket: `code-failures:${kind}:${block}`,
        limit: failuresPerBlock * (index + 1),
        windowSeconds,
      })),
      ...(family === 'chosen'
        ? [{ bucket: 'code-failures:chosen:everywhere', limit: failuresFromEverywhere, windowSeconds }]
        : []),
    ]
  }

  /** What is known to be genuine costs nobody anything: a whole hall may type the code on the wall. */
  const remember = (key: string) => {
    genuine.add(key)
    for (const oldest of genuine) {
      if (genuine.size <= rememberedAtMost) break
      genuine.delete(oldest)
    }
  }

  return {
    /** What kind of code it is, by itself. */
    familyOf: async (code: string): Promise<CodeFamily> => (await readCode(deps.keys, code)).kind,
    /**
     * Before a code is looked up. Refuses `too_many_attempts`.
     * @param options.mayWrite whether the try may be counted for all instances: a GET changes nothing
     */
    async admit(
      code: string,
      address: string,
      { mayWrite }: { mayWrite: boolean },
    ): Promise<{ ok: true; value: Admitted } | Refused<'too_many_attempts'>> {
      const read = await readCode(deps.keys, code)
      const family = read.kind
      const free = { ok: true, value: { family, wasNoFailure: () => undefined } } as const
      // A genuine tag is no guess: whoever mistypes in the same building does not lock its holder out.
      if (family === 'generated') return free
      const key = await sha256Hex(code)
      if (genuine.has(key)) return free

      const budgets = budgetsOf(family, address)
      const blocked = memory.take(budgets, deps.now())
      if (blocked) return refuse('too_many_attempts', { retryAfterSeconds: blocked })
      if (family !== 'chosen') return free
      const shared = await (mayWrite ? countAttempt : checkAttempts)({ deps, input: budgets })
      if (!shared.ok) return shared
      return {
        ok: true,
        value: {
          family,
          wasNoFailure() {
            remember(key)
            memory.giveBack(budgets, deps.now())
            if (mayWrite) deps.inBackground(giveAttemptBack({ deps, input: budgets }).catch(() => undefined))
          },
        },
      }
    },
  }
}
export type CodeLimits = ReturnType<typeof createCodeLimits>
