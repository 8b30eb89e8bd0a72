import type { JWTPayload } from 'jose'

/** What the tokens of Usher say besides the claims of every JWT. */
export type UsherClaims = JWTPayload & {
  /** The names of the web roles that the person has on this website, in the order of the alphabet. */
  web_roles: string[]
  /** The organisation that the person belongs to. */
  account?: { id: string; name: string }
  /** The contact in Usher: a UUID. */
  contact_id?: string
  /** A BCP 47 language tag. */
  locale?: string
  name?: string
  email?: string
  email_verified?: boolean
}

/** Who a token is about. */
export type Person = {
  /** The subject: stays the same for as long as the person exists. */
  id: string
  webRoles: readonly string[]
  account: { id: string; name: string } | null
  contactId: string | null
  locale: string | null
  /** In ID tokens when the scope `profile` was asked for. */
  name: string | null
  /** In ID tokens when the scope `email` was asked for. */
  email: string | null
  /** Everything that the token says. */
  claims: UsherClaims
  /** Whether they have this web role. Names are compared exactly. */
  hasWebRole(webRole: string): boolean
}

/** Reads a verified payload; `null` when it is not one of Usher's. */
export function toPerson(payload: JWTPayload): Person | null {
  const { sub, web_roles: webRoles } = payload
  if (!sub || !Array.isArray(webRoles) || !webRoles.every((webRole) => typeof webRole === 'string'))
    return null
  const claims: UsherClaims = { ...payload, web_roles: webRoles }
  return {
    id: sub,
    webRoles,
    account: claims.account ?? null,
    contactId: claims.contact_id ?? null,
    locale: claims.locale ?? null,
    name: claims.name ?? null,
    email: claims.email ?? null,
    claims,
    hasWebRole: (webRole) => webRoles.includes(webRole),
  }
}
