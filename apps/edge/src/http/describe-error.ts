/** Errors whose message may hold a query's parameters, and with them a person's data. */
const talkative = /Drizzle|Libsql|SQL/i

/** What a log may say of an error: names, codes and places; the message only when it cannot hold parameters. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(talkative.test(error.name) ||
    talkative.test(error.constructor.name) ||
    /params?:/i.test(error.message)
      ? {}
      : { message: error.message.slice(0, 300) }),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

/** The error, or what it was caused by, of a name. */
export function isCausedBy(error: unknown, name: string): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at.name === name) return true
  return false
}
