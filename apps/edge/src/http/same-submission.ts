import { sha256Hex } from '@usher/domain'
import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'

/** As long after the answer as a second click can come. */
const keptMilliseconds = 2000

/** All that makes a submission the same: where to, from where, as whom, what. */
export const submissionOf = (c: Context<EdgeEnv>, form: URLSearchParams): string[] => [
  c.req.path,
  c.var.clientAddress,
  c.req.header('cookie') ?? '',
  c.req.header('authorization') ?? '',
  form.toString(),
]

/**
 * A second click sends a form again before the first answer is there, and the browser shows only the second answer.
 * The very same submission is therefore worked off once and answered twice: while the first is under way, and for a
 * moment after. Where requests may not wait for each other, each is worked off: its effect is the same, made once.
 */
export function createSubmissions({ sharesBetweenRequests }: Pick<EdgeDeps, 'sharesBetweenRequests'>) {
  const kept = new Map<string, { response: Promise<Response>; until: number }>()
  return {
    /** @param parts see `submissionOf` */
    async answerOnce(parts: readonly string[], answer: () => Promise<Response>): Promise<Response> {
      if (!sharesBetweenRequests) return answer()
      const key = await sha256Hex(JSON.stringify(parts))
      for (const [old, { until }] of kept) if (until < Date.now()) kept.delete(old)
      const known = kept.get(key)
      if (known) return (await known.response).clone()
      const entry = { response: answer(), until: Infinity }
      kept.set(key, entry)
      try {
        const response = await entry.response
        // What went wrong on our side may be tried again at once.
        entry.until = response.status >= 500 ? 0 : Date.now() + keptMilliseconds
        return response.clone()
      } catch (error) {
        entry.until = 0
        throw error
      }
    },
    /** Somebody signs out: an answer that signed them in must not be told again. */
    forget: () => kept.clear(),
  }
}
