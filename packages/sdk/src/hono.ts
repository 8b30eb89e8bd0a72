import { admit, refuseAsProblem } from './admit.ts'
import type { FetchOptions } from './fetch.ts'
import type { Person } from './person.ts'

/** What the middleware leaves for the handlers behind it: `new Hono<{ Variables: UsherVariables }>()`. */
export type UsherVariables = { person: Person }

/** As much of Hono's context as is used, so that any version of Hono 4 fits. */
type Context = { req: { raw: Request }; set(name: 'person', person: Person): void }

/**
 * Hono middleware that lets those through who have a web role; `c.var.person` says who it is.
 *
 * @example
 * app.get('/prices', requireWebRole('Partner', { usher }), (c) => c.text(`For ${c.var.person.account?.name}`))
 */
export function requireWebRole(
  webRole: string,
  { refuse = refuseAsProblem, ...options }: FetchOptions,
): (c: Context, next: () => Promise<void>) => Promise<Response | undefined> {
  return async (c, next) => {
    const admission = await admit(c.req.raw, webRole, options)
    if (!admission.ok) return refuse(admission.refusal, c.req.raw)
    c.set('person', admission.person)
    await next()
    return undefined
  }
}
