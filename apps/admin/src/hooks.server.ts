import { error, redirect } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { readStaffActor } from '@usher/services'
import { openHouse } from '#deps'
import { to } from '#lib/paths.ts'
import { applyCookies } from '#lib/server/apply-cookies.ts'
import { log, startLogging } from '#lib/server/log.ts'
import { comesFromOurPages } from '#lib/server/same-origin.ts'

/** A missing or wrong setting stops the process before it answers anybody. */
export const init: ServerInit = async () => {
  await startLogging()
  await openHouse()
}

export const handle: Handle = async ({ event, resolve }) => {
  const { deps, auth } = await openHouse()
  event.locals.deps = deps
  event.locals.auth = auth
  event.locals.requestId = deps.newId()
  event.locals.actor = null
  event.locals.email = null
  event.locals.sessionId = null

  // The management API knows its callers by their keys; no cookie opens it.
  const isApi = event.url.pathname.startsWith('/admin/api/')
  if (!isApi) {
    if (!comesFromOurPages(event.request, deps.origin)) {
      error(
        403,
        'This request came from another site, so nothing was changed. Open the page here and try again.',
      )
    }
    const { response: session, headers } = await auth.api.getSession({
      method: event.request.method === 'POST' ? 'POST' : 'GET',
      headers: event.request.headers,
      returnHeaders: true,
    })
    applyCookies(headers, event.cookies)
    if (session) {
      event.locals.email = session.user.email
      event.locals.sessionId = session.session.id
      event.locals.actor = await readStaffActor({
        deps,
        staffUserId: session.user.id,
        ipAddress: clientAddress(event),
      })
    }
    if (!event.locals.actor && event.route.id?.startsWith('/(signed-in)')) {
      const target = event.url.pathname + event.url.search
      redirect(303, `${to('/sign-in')}?next=${encodeURIComponent(target)}`)
    }
  }

  const response = await resolve(event)
  if (!isApi) {
    response.headers.set('x-content-type-options', 'nosniff')
    response.headers.set('referrer-policy', 'no-referrer')
    response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    response.headers.set('cross-origin-opener-policy', 'same-origin')
    response.headers.set('cache-control', 'no-store')
  }
  return response
}

function clientAddress(event: Parameters<Handle>[0]['event']): string | null {
  try {
    return event.getClientAddress()
  } catch {
    return null
  }
}

/** Nobody expected it: a log line with the request's id, an opaque answer. A raw database error is never logged. */
export const handleError: HandleServerError = ({ error: thrown, event, kind }) => {
  if (kind !== 'unknown') return
  const { requestId } = event.locals
  const isDrizzle = thrown instanceof Error && thrown.name.startsWith('Drizzle')
  const cause = isDrizzle ? thrown.cause : thrown
  log.error('{method} {route} failed: {cause}', {
    method: event.request.method,
    route: event.route.id,
    requestId,
    cause: cause instanceof Error ? `${cause.name}: ${cause.message}\n${cause.stack ?? ''}` : 'thrown value',
  })
  const isUnavailable = thrown instanceof Error && thrown.name === 'DatabaseUnavailableError'
  if (thrown instanceof Error && thrown.name === 'TooBusyError') {
    return { status: 503, message: 'Many people sign in right now. Try again in a minute.', requestId }
  }
  return isUnavailable
    ? { status: 503, message: 'The database cannot be reached right now. Try again in a moment.', requestId }
    : { message: 'Something broke on our side. Nothing you typed caused it.', requestId }
}
