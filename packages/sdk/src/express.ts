import { admit, type AdmitOptions, type Refusal, refuseAsProblem } from './admit.ts'
import type { Person } from './person.ts'

/** As much of Express's request and response as is used: Connect and Restify have it, too. */
type NodeRequest = { headers: Record<string, string | string[] | undefined>; method?: string | undefined }
type NodeResponse = {
  statusCode: number
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}
type Next = (error?: unknown) => void

export type ExpressOptions = AdmitOptions & {
  /** What those get who are not let in; problem details unless told. */
  refuse?: (refusal: Refusal, request: NodeRequest, response: NodeResponse) => void | Promise<void>
}

/**
 * Express middleware that lets those through who have a web role; `request.person` says who it is.
 *
 * @example
 * app.get('/prices', requireWebRole('Partner', { usher }), (request, response) => response.json(request.person))
 */
export function requireWebRole(
  webRole: string,
  { refuse = refuseWith, ...options }: ExpressOptions,
): (request: NodeRequest, response: NodeResponse, next: Next) => Promise<void> {
  return async (request, response, next) => {
    try {
      const admission = await admit(toRequest(request), webRole, options)
      if (!admission.ok) return await refuse(admission.refusal, request, response)
      Object.assign(request, { person: admission.person })
    } catch (error) {
      return next(error)
    }
    next()
  }
}

/** Express's request once the middleware has let it through. */
export type WithPerson = { person: Person }

async function refuseWith(refusal: Refusal, _: NodeRequest, response: NodeResponse): Promise<void> {
  const answer = refuseAsProblem(refusal)
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.end(await answer.text())
}

/** Its headers: all that a token is looked for in. */
function toRequest({ headers }: NodeRequest): Request {
  const copied = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !name.startsWith(':')) copied.set(name, [value].flat().join(', '))
  }
  return new Request('http://localhost/', { headers: copied })
}
