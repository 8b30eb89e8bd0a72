import type { Result } from '@usher/domain'

/** The value of a result that must not be a refusal. @throws what was refused */
export function valued<T>(result: Result<T, string>): T {
  if (result.ok) return result.value
  throw new Error(
    `Refused with ${result.refusal}: ${result.detail ?? ''} ${JSON.stringify(result.errors ?? [])}`,
  )
}
