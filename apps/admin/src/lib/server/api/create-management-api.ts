import { refuse } from '@usher/domain'
import { Hono } from 'hono'
import { authenticate } from './authenticate.ts'
import type { ApiEnvironment, ApiOptions } from './environment.ts'
import { hoistDefinitions } from './hoist-definitions.ts'
import { mountOperation } from './mount-operation.ts'
import { describeApi } from './openapi.ts'
import { operations } from './operations.ts'
import { answerBroken, answerProblem } from './problem.ts'
import { limitRate } from './rate-limit.ts'
import { showReference } from './reference-page.ts'
import { workflowJsonSchema } from './workflow-json-schema.ts'

const defaultRequestsPerMinute = 600

/**
 * The management API at `/admin/api/v1`, for any runtime that speaks `fetch`.
 *
 * @example
 * const api = createManagementApi({ deps, scriptUrl: '/reference.js', report: () => {} })
 * await api.request('/admin/api/v1/contacts', { headers: { authorization: `Bearer ${key}` } })
 */
export function createManagementApi({
  deps,
  scriptUrl,
  report,
  requestsPerMinute = defaultRequestsPerMinute,
}: ApiOptions) {
  const api = new Hono<ApiEnvironment>()
  const house = new Hono<ApiEnvironment>()

  house.use(async (c, next) => {
    const requestId = c.env?.requestId ?? deps.newId()
    c.set('requestId', requestId)
    await next()
    c.header('x-request-id', requestId)
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
  })
  house.notFound((c) => answerProblem(c, refuse('not_found')))
  house.onError((error, c) => {
    if (isNamed(error, 'DatabaseUnavailableError')) {
      return answerProblem(c, refuse('unavailable', { retryAfterSeconds: 1 }))
    }
    // SvelteKit refuses a body that is larger than it takes while it is read.
    if ('status' in error && error.status === 413) {
      return answerProblem(
        c,
        refuse('invalid_request', { detail: 'This is too much at once. Split it.' }),
        413,
      )
    }
    report(error, { method: c.req.method, route: c.req.routePath, requestId: c.var.requestId })
    return answerBroken(c)
  })

  let document: ReturnType<typeof describeApi> | undefined
  api.get('/openapi.json', async (c) =>
    c.json(await (document ??= describeApi(api, deps.origin).then(hoistDefinitions))),
  )
  api.get('/workflow-definition.schema.json', (c) => c.json(workflowJsonSchema()))
  api.get('/docs', showReference(deps, scriptUrl))
  api.use(authenticate(deps))
  api.use(limitRate(requestsPerMinute, deps.now))
  for (const operation of operations) mountOperation(api, deps, operation)

  return house.route('/admin/api/v1', api)
}

function isNamed(error: unknown, name: string): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at.name === name) return true
  return false
}
