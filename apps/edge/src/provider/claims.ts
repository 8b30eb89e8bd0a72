import { fullName } from '@usher/domain'
import type { WebsiteAccess } from '@usher/services'

/** What a website learns of somebody, under the names of OpenID Connect Core 5.1 and four of our own. */
export type Claims = {
  web_roles: string[]
  account?: { id: string; name: string }
  contact_id?: string
  locale?: string
  name?: string
  given_name?: string
  family_name?: string
  email?: string
  email_verified?: boolean
}

/** What there is none of is left out, but for `web_roles`: a website must be able to tell "none" from "not told". */
export function claimsOf({ user, contact, account, webRoles }: WebsiteAccess, scope: string): Claims {
  const scopes = new Set(scope.split(' '))
  return {
    web_roles: webRoles,
    ...(account ? { account } : {}),
    ...(contact ? { contact_id: contact.id } : {}),
    ...(contact?.locale ? { locale: contact.locale } : {}),
    ...(scopes.has('profile')
      ? {
          name: (contact && fullName(contact)) || user?.name || '',
          ...(contact?.firstName ? { given_name: contact.firstName } : {}),
          ...(contact?.lastName ? { family_name: contact.lastName } : {}),
        }
      : {}),
    ...(scopes.has('email') && user ? { email: user.email, email_verified: user.emailVerified } : {}),
  }
}
