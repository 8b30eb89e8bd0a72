import { type ManagementRefusal, refuse, type Refused, type Result } from '@usher/domain'
import { answerOnce, type Deps, hasScope } from '@usher/services'
import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import { describeOperation } from './describe-operation.ts'
import type { ApiEnvironment } from './environment.ts'
import type { Operation } from './operation.ts'
import { answerProblem } from './problem.ts'
import { readInput, type RequestInput } from './read-input.ts'

/** Parse, call the verb, answer: the whole of every operation. */
export function mountOperation(api: Hono<ApiEnvironment>, deps: Deps, operation: Operation): void {
  api.on(operation.method.toUpperCase(), operation.path, describeOperation(operation), async (c) => {
    const outside = refuseOutsideScopes(c.var.actor, operation)
    if (outside) return answerProblem(c, outside)
    const read = await readInput(c, operation)
    if (!read.ok) return answerProblem(c, read)
    const perform = async (performDeps: Deps) =>
      answer(
        c,
        operation,
        await operation.run({ deps: performDeps, actor: c.var.actor, input: read.value.input }),
      )
    const key = operation.method === 'post' ? c.req.header('idempotency-key') : undefined
    return key === undefined ? perform(deps) : performOnce(c, deps, key, read.value, perform)
  })
}

/** `/web-roles/:id` belongs to `web-roles`; what is only read needs `web-roles:read`. */
function refuseOutsideScopes(
  actor: ApiEnvironment['Variables']['actor'],
  { method, path }: Operation,
): Refused<ManagementRefusal> | null {
  if (actor.websiteId) {
    return refuse('forbidden', {
      detail: 'This key is for GET /api/grants of one website, and for nothing else.',
    })
  }
  const resource = path.split('/')[1] ?? ''
  const access = method === 'get' ? 'read' : 'write'
  if (hasScope(actor, resource, access)) return null
  return refuse('forbidden', { detail: `This key has no scope ${resource}:${access}.` })
}

function answer(
  c: Context<ApiEnvironment>,
  operation: Operation,
  result: Result<unknown, ManagementRefusal>,
): Response {
  if (!result.ok) return answerProblem(c, result)
  if (operation.status === 204 || !operation.answer) return c.body(null, 204)
  // As JSON first (instants become text), then only what the answer is described to hold.
  const told = v.parse(operation.answer, JSON.parse(JSON.stringify(result.value)))
  return c.body(JSON.stringify(told), operation.status, { 'content-type': 'application/json' })
}

async function performOnce(
  c: Context<ApiEnvironment>,
  deps: Deps,
  key: string,
  { bodyText }: RequestInput,
  perform: (deps: Deps) => Promise<Response>,
): Promise<Response> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    const message = 'Use 1 to 200 visible ASCII characters, such as a UUID.'
    return answerProblem(c, {
      ok: false,
      refusal: 'invalid_request',
      detail: message,
      errors: [{ path: 'Idempotency-Key', message }],
    })
  }
  const { pathname, search } = new URL(c.req.url)
  let own: Response | undefined
  const once = await answerOnce({
    deps,
    apiKeyId: c.var.actor.id,
    key,
    request: `POST ${pathname}${search}\n${bodyText}`,
    run: async (fenced) => {
      own = await perform(fenced)
      return { status: own.status, body: await own.clone().text() }
    },
  })
  if (!once.ok) return answerProblem(c, once)
  if (own) return own
  return new Response(once.value.body, {
    status: once.value.status,
    headers: {
      'content-type': once.value.status < 400 ? 'application/json' : 'application/problem+json',
      'idempotent-replayed': 'true',
    },
  })
}
