import type { Actor, Deps } from '@usher/services'

/** What the entry knows of a request that its headers do not tell. */
export type ApiBindings = { ipAddress?: string | null; requestId?: string }
export type ApiVariables = { requestId: string; actor: Extract<Actor, { kind: 'api_key' }> }
export type ApiEnvironment = { Bindings: ApiBindings; Variables: ApiVariables }

export type ApiOptions = {
  deps: Deps
  /** Where the browser finds the script of the reference page: on our own origin. */
  scriptUrl: string
  /** How many requests a key may make a minute, in this process. */
  requestsPerMinute?: number
  /** Hears what nobody expected, with the id that the answer names. */
  report: (error: unknown, request: { method: string; route: string; requestId: string }) => void
}
