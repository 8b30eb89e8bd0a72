/** A field that was refused: `path` is dotted (`invitedContactIds.0`), `message` names the fix. */
export type FieldError = { path: string; message: string }

/** What a refusal may tell besides its code. */
export type RefusalContext = {
  /** What happened and what to do next, in one or two sentences. */
  detail?: string
  errors?: FieldError[]
  /** Seconds until asking again makes sense. */
  retryAfterSeconds?: number
}

export type Refused<R extends string> = { ok: false; refusal: R } & RefusalContext
/** Expected outcomes are values: a verb returns its value, or a refusal from a closed union. Broken things throw. */
export type Result<T, R extends string> = { ok: true; value: T } | Refused<R>

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <R extends string>(refusal: R, context: RefusalContext = {}): Refused<R> => ({
  ok: false,
  refusal,
  ...context,
})
