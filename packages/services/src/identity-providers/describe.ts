import type { IdentityProviderListItem } from '@usher/database'
import { identityProviderCallbackUrl, type IdentityProviderPreset } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** An identity provider as staff see it: its secret is never among it. */
export type IdentityProvider = {
  id: string
  websiteId: string
  websiteName: string
  preset: IdentityProviderPreset
  name: string
  issuer: string
  clientId: string
  hasSecret: boolean
  vouchesForEmail: boolean
  teamId: string | null
  keyId: string | null
  isEnabled: boolean
  /** To be registered at the provider, exactly so. */
  callbackUrl: string
  createdAt: Date
  updatedAt: Date
}

export function describeIdentityProvider(
  deps: Deps,
  { options, secretSealed, disabledAt, ...row }: IdentityProviderListItem,
): IdentityProvider {
  return {
    ...row,
    ...options,
    hasSecret: secretSealed !== null,
    isEnabled: disabledAt === null,
    callbackUrl: identityProviderCallbackUrl(deps.origin, row.id),
  }
}
