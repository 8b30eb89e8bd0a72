import { type Change, deleteSupersededOidcKeys, findOidcKeys, insertOidcKey } from '@usher/database'
import { seal } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { isDue, publishedAfterwardsMilliseconds } from './rules.ts'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}

/** For the batch that needs one: a key, unless there is one that is young enough. */
export async function newOidcKeyUnlessThere(deps: Deps): Promise<Change[]> {
  const [newest] = await findOidcKeys(deps.database)
  return newest && !isDue(newest, deps.now()) ? [] : newOidcKey(deps, newest?.createdAt ?? new Date(0))
}

/**
 * A new key, published from now on and signing soon. RS256: what every OpenID client understands.
 * @param after nothing happens when another process made one after this instant
 */
export async function newOidcKey(deps: Deps, after: Date): Promise<[Change, Change]> {
  const id = deps.newId()
  const now = deps.now()
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const [{ n = '', e = '' }, privateJwk] = await Promise.all([
    crypto.subtle.exportKey('jwk', pair.publicKey),
    crypto.subtle.exportKey('jwk', pair.privateKey),
  ])
  const privateJwkSealed = await seal(deps.keys, JSON.stringify(privateJwk), {
    iv: deps.randomBytes(12),
    context: `oidc-key:${id}`,
  })
  return [
    insertOidcKey({ id, publicJwk: { kty: 'RSA', n, e }, privateJwkSealed, createdAt: now }, after),
    deleteSupersededOidcKeys(new Date(now.getTime() - publishedAfterwardsMilliseconds)),
  ]
}
