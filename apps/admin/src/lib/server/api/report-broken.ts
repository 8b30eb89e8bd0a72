import { log } from '../log.ts'
import type { ApiOptions } from './environment.ts'

/** Errors whose message may hold what was sent or stored: parameters of a query, a value that was not as described. */
const talkative = /Drizzle|Libsql|SQL|Vali|Syntax/i

/** One log line: what broke and where, without what was sent. */
export const reportBroken: ApiOptions['report'] = (error, { method, route, requestId }) =>
  log.error('{method} {route} failed', { method, route, requestId, cause: describe(error) })

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const mayTalk =
    [error.name, error.constructor.name].some((name) => talkative.test(name)) ||
    /params:/i.test(error.message)
  return {
    name: error.name,
    ...(mayTalk ? {} : { message: error.message.slice(0, 300) }),
    ...('code' in error ? { code: String(error.code) } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  }
}
