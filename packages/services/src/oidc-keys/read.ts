import { findOidcKeys, type OidcKeyRow, type PublicJwk } from '@usher/database'
import { unseal } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { newOidcKey } from './new-key.ts'
import { isDue, publishedAfterwardsMilliseconds, signingOf } from './rules.ts'

/** As it stands in a JWK set (RFC 7517). */
export type PublishedJwk = PublicJwk & { kid: string; alg: 'RS256'; use: 'sig' }

/** What tokens are verified with: the key that signs and those whose tokens may still be about. Public by nature. */
export async function readOidcPublicKeys({ deps }: { deps: Deps }): Promise<PublishedJwk[]> {
  const keys = await findOidcKeys(deps.database)
  const before = deps.now().getTime() - publishedAfterwardsMilliseconds
  return keys
    .filter((_, index) => (keys[index - 1]?.createdAt.getTime() ?? Infinity) > before)
    .map(({ id, publicJwk }) => ({ ...publicJwk, kid: id, alg: 'RS256', use: 'sig' }))
}

/** What WebCrypto and jose import. */
export type PrivateJwk = PublicJwk & Record<'d' | 'p' | 'q' | 'dp' | 'dq' | 'qi', string>

/** The key that signs now. Makes the next one when its time has come: never asked by a GET. */
export async function readOidcSigningKey({
  deps,
}: {
  deps: Deps
}): Promise<{ kid: string; privateJwk: PrivateJwk }> {
  const now = deps.now()
  const keys = await findOidcKeys(deps.database)
  const signing = signingOf(keys, now)
  const opened = signing && (await open(deps, signing))
  const [newest] = keys
  if (opened && newest && !isDue(newest, now)) return opened
  await deps.database.write(await newOidcKey(deps, newest?.createdAt ?? new Date(0)))
  if (opened) return opened
  // The first one; or those before it were sealed under a secret that this house has forgotten.
  const [made] = await findOidcKeys(deps.database)
  const first = made && (await open(deps, made))
  if (!first) throw new Error('The key that was made just now cannot be opened')
  return first
}

async function open(deps: Deps, { id, privateJwkSealed }: OidcKeyRow) {
  const text = await unseal(deps.keys, privateJwkSealed, { context: `oidc-key:${id}` })
  return text === null ? null : { kid: id, privateJwk: JSON.parse(text) as PrivateJwk }
}
