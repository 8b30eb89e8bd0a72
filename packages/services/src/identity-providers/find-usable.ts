import { findEnabledIdentityProviders, findIdentityProvider, type IdentityProviderRow } from '@usher/database'
import type { Deps } from '../deps.ts'
import { openProviderSecret } from './secret.ts'

/** A provider with what it takes to speak to it. For the edge alone. */
export type UsableIdentityProvider = Pick<
  IdentityProviderRow,
  'id' | 'websiteId' | 'preset' | 'name' | 'issuer' | 'clientId' | 'options'
> & { clientSecret: string | null }

/** `null` when there is none of this id, or it is switched off. */
export async function findUsableIdentityProvider({
  deps,
  input: { id },
}: {
  deps: Deps
  input: { id: string }
}): Promise<UsableIdentityProvider | null> {
  const row = await findIdentityProvider(deps.database, id)
  if (!row || row.disabledAt) return null
  const { websiteId, preset, name, issuer, clientId, options } = row
  const clientSecret = await openProviderSecret(deps, row)
  return { id, websiteId, preset, name, issuer, clientId, options, clientSecret }
}

/** What a page offers as buttons, of all websites. */
export async function listUsableIdentityProviders({
  deps,
}: {
  deps: Deps
}): Promise<Pick<IdentityProviderRow, 'id' | 'websiteId' | 'preset' | 'name' | 'issuer'>[]> {
  const rows = await findEnabledIdentityProviders(deps.database)
  return rows.map(({ id, websiteId, preset, name, issuer }) => ({ id, websiteId, preset, name, issuer }))
}
