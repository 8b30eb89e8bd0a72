import { sha256Hex } from '@usher/domain'

const keptMilliseconds = 10_000
const keptAtMost = 500

type Kept = { at: number; response: Promise<Response> }

/**
 * A second click sends a form again before the first answer is there; the browser shows only the second answer.
 * The very same submission, within ten seconds, is therefore answered once and told twice.
 */
export function createSubmissions() {
  const kept = new Map<string, Kept>()
  return async (parts: readonly string[], answer: () => Promise<Response>): Promise<Response> => {
    const key = await sha256Hex(JSON.stringify(parts))
    const now = Date.now()
    for (const [old, { at }] of kept) {
      if (at > now - keptMilliseconds && kept.size <= keptAtMost) break
      kept.delete(old)
    }
    const known = kept.get(key)
    if (known) return (await known.response).clone()
    const response = answer()
    kept.set(key, { at: now, response })
    // What went wrong may be tried again at once.
    response.then(
      (answered) => answered.status >= 500 && kept.delete(key),
      () => kept.delete(key),
    )
    return (await response).clone()
  }
}
