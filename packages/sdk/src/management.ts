import type { paths } from './api/schema.gen.ts'

type Method = 'get' | 'post' | 'patch' | 'delete'
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never
}[keyof paths]
type Operation<M extends Method, P extends PathOf<M>> = paths[P] extends Record<M, infer O> ? O : never

type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : undefined
type PathParametersOf<O> = O extends { parameters: { path: infer P } } ? P : undefined
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : O extends { requestBody: { content: { 'text/csv': infer B } } }
    ? B
    : undefined
type JsonOf<R> = R extends { content: { 'application/json': infer J } } ? J : undefined
type AnswerOf<O> = O extends { responses: infer R }
  ? JsonOf<R[Extract<keyof R, 200 | 201 | 202 | 204>]>
  : never

/** Left out where there is nothing to give. */
type Given<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: undefined }
  : { [N in Name]: Value }
type Optional<Name extends string, Value> = { [N in Name]?: Value | undefined }

/** What an operation is asked: its parameters in path and query, and its body. */
export type Ask<M extends Method, P extends PathOf<M>> = Given<'path', PathParametersOf<Operation<M, P>>> &
  Given<'body', BodyOf<Operation<M, P>>> &
  Optional<'query', QueryOf<Operation<M, P>>> & {
    /** Of a POST: sent again under the same key it has no second effect, and the answer is the same. */
    idempotencyKey?: string
    signal?: AbortSignal
  }

/** The parameters may be left out when there are none to give. */
type Arguments<A> = object extends A ? [ask?: A] : [ask: A]

/** An answer that is a "no": problem details (RFC 9457). */
export class UsherError extends Error {
  override name = 'UsherError'
  /** HTTP's status. */
  readonly status: number
  /** Such as `not_found`, `conflict`, `invalid_request`. */
  readonly code: string
  /** Field by field, what to change. */
  readonly errors: readonly { path: string; message: string }[]
  /** Tell it when you ask about this. */
  readonly requestId: string | null
  /** When to try again, in seconds. */
  readonly retryAfterSeconds: number | null

  constructor(response: Response, problem: Record<string, unknown>) {
    super(String(problem['detail'] ?? problem['title'] ?? `Usher answered ${response.status}`))
    this.status = response.status
    this.code = String(problem['code'] ?? 'unknown')
    this.errors = Array.isArray(problem['errors'])
      ? (problem['errors'] as { path: string; message: string }[])
      : []
    this.requestId = response.headers.get('x-request-id')
    const wait = Number(response.headers.get('retry-after') ?? NaN)
    this.retryAfterSeconds = Number.isFinite(wait) ? wait : null
  }
}

export type ManagementOptions = {
  /** Where Usher is: `https://invite.contoso.com`. */
  origin: string
  /** `usk_…`, from Settings → API keys. */
  apiKey: string
  /** The runtime's own unless told. */
  fetch?: (request: Request) => Promise<Response>
}

/** Every operation of the management API, typed from its description. */
export type ManagementClient = {
  [M in Method]: <P extends PathOf<M>>(
    path: P,
    ...ask: Arguments<Ask<M, P>>
  ) => Promise<AnswerOf<Operation<M, P>>>
}

/**
 * A client of the management API. Throws `UsherError` for what the API refuses.
 *
 * @example
 * const usher = createManagementClient({ origin: 'https://invite.contoso.com', apiKey: process.env.USHER_KEY })
 * const { items } = await usher.get('/contacts', { query: { search: 'Dubois' } })
 * const invitation = await usher.post('/invitations', { body: { name: 'Spring', type: 'group' } })
 */
export function createManagementClient({
  origin,
  apiKey,
  fetch = globalThis.fetch,
}: ManagementOptions): ManagementClient {
  const ask =
    (method: Method) =>
    (path: string, given: AnyAsk = {}) =>
      answerOf(() => fetch(toRequest({ origin, apiKey, method, path, given })))
  // What the types promise is what the description of the API promises; a test compares the two.
  return {
    get: ask('get'),
    post: ask('post'),
    patch: ask('patch'),
    delete: ask('delete'),
  } as ManagementClient
}

type AnyAsk = {
  path?: Record<string, string> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
  idempotencyKey?: string
  signal?: AbortSignal
}

function toRequest(asked: {
  origin: string
  apiKey: string
  method: Method
  path: string
  given: AnyAsk
}): Request {
  const { origin, apiKey, method, given } = asked
  const path = asked.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given.path?.[name] ?? ''),
  )
  const url = new URL(`/admin/api/v1${path}`, origin)
  for (const [name, value] of Object.entries(given.query ?? {})) {
    if (value !== undefined && value !== null) url.searchParams.set(name, String(value))
  }
  const isText = typeof given.body === 'string'
  return new Request(url, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(given.body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
      ...(given.idempotencyKey === undefined ? {} : { 'idempotency-key': given.idempotencyKey }),
    },
    ...(given.body === undefined ? {} : { body: isText ? String(given.body) : JSON.stringify(given.body) }),
    ...(given.signal ? { signal: given.signal } : {}),
  })
}

async function answerOf(send: () => Promise<Response>): Promise<unknown> {
  const response = await send()
  const text = await response.text()
  if (response.ok) return text === '' ? undefined : (JSON.parse(text) as unknown)
  throw new UsherError(response, readProblem(text))
}

/** A proxy on the way may answer in its own words. */
function readProblem(text: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text) as object) }
  } catch {
    return {}
  }
}
