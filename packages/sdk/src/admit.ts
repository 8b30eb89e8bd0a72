import type { Person } from './person.ts'
import type { Usher } from './usher.ts'

/** Nobody is signed in, or they lack the web role. */
export type Refusal = { reason: 'not_signed_in' | 'web_role_missing'; webRole: string }
export type Admission = { ok: true; person: Person } | { ok: false; refusal: Refusal }

export type AdmitOptions = {
  usher: Usher
  /** Where the token is in a request; the `Authorization` header unless told. */
  readToken?: (request: Request) => string | null
}

/**
 * Whether whoever sent a request has a web role: what all the helpers ask.
 *
 * @example
 * const admission = await admit(request, 'Partner', { usher })
 * if (!admission.ok) return refuseAsProblem(admission.refusal)
 */
export async function admit(
  request: Request,
  webRole: string,
  { usher, readToken = bearerToken }: AdmitOptions,
): Promise<Admission> {
  const person = await usher.verify(readToken(request))
  if (!person) return { ok: false, refusal: { reason: 'not_signed_in', webRole } }
  if (!person.hasWebRole(webRole)) return { ok: false, refusal: { reason: 'web_role_missing', webRole } }
  return { ok: true, person }
}

/** `Authorization: Bearer …`: for APIs. */
export function bearerToken(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
}

/** A cookie that holds a token: for websites. Make it `HttpOnly`, `Secure` and `SameSite=Lax`. */
export const cookieToken =
  (name: string) =>
  (request: Request): string | null => {
    for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
      const [key = '', ...value] = pair.split('=')
      if (key.trim() === name) return value.join('=').trim() || null
    }
    return null
  }

/** 401 or 403 with problem details (RFC 9457); never says which web roles there are but the one that is missing. */
export function refuseAsProblem({ reason, webRole }: Refusal): Response {
  const isSignedIn = reason === 'web_role_missing'
  const status = isSignedIn ? 403 : 401
  const body = {
    type: 'about:blank',
    title: isSignedIn ? 'Not for you, yet' : 'Nobody is signed in',
    status,
    code: reason,
    detail: isSignedIn
      ? `This needs the web role ${webRole}. Ask whoever invited you.`
      : 'Sign in, then try again.',
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(isSignedIn ? {} : { 'www-authenticate': 'Bearer' }),
    },
  })
}
