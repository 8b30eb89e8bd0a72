import { admit, refuseAsProblem } from './admit.ts'
import type { FetchOptions } from './fetch.ts'

/** As much of SvelteKit's event as is used. Say in `app.d.ts` that `App.Locals` has `person?: Person`. */
type Event = { request: Request; url: URL; locals: object }
type Handle<E extends Event> = (input: {
  event: E
  resolve(event: E): Response | Promise<Response>
}) => Promise<Response>

/**
 * A SvelteKit `handle` hook: every path of a section, its form actions and its data included, needs a web role.
 * `event.locals.person` says who it is. A section is a path without a slash at its end; the longest that fits counts.
 *
 * @example
 * // src/hooks.server.ts
 * export const handle = requireWebRole({ '/partners': 'Partner', '/partners/team': 'Partner manager' }, { usher })
 */
export function requireWebRole<E extends Event>(
  sections: Readonly<Record<string, string>>,
  { refuse = refuseAsProblem, ...options }: FetchOptions,
): Handle<E> {
  const longestFirst = Object.entries(sections).sort(([one], [other]) => other.length - one.length)
  return async ({ event, resolve }) => {
    // As routes are matched: `/p%61rtners` is `/partners`.
    const path = decodeURI(event.url.pathname)
    const [, webRole] =
      longestFirst.find(([section]) => path === section || path.startsWith(`${section}/`)) ?? []
    if (webRole === undefined) return resolve(event)
    const admission = await admit(event.request, webRole, options)
    if (!admission.ok) return refuse(admission.refusal, event.request)
    Object.assign(event.locals, { person: admission.person })
    return resolve(event)
  }
}
