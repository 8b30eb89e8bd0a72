import { admit, type AdmitOptions, type Refusal, refuseAsProblem } from './admit.ts'
import type { Person } from './person.ts'

export type FetchOptions = AdmitOptions & {
  /** What those get who are not let in; problem details unless told. */
  refuse?: (refusal: Refusal, request: Request) => Response | Promise<Response>
}

/**
 * A plain fetch handler (Deno, Workers, Bun, `Request → Response` anywhere) for those who have a web role.
 *
 * @example
 * export default { fetch: requireWebRole('Partner', { usher }, (request, person) => new Response(`Hello, ${person.id}`)) }
 */
export function requireWebRole<Rest extends unknown[]>(
  webRole: string,
  { refuse = refuseAsProblem, ...options }: FetchOptions,
  handler: (request: Request, person: Person, ...rest: Rest) => Response | Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const admission = await admit(request, webRole, options)
    return admission.ok ? handler(request, admission.person, ...rest) : refuse(admission.refusal, request)
  }
}
