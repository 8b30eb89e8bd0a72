import { readOidcPublicKeys, readOidcSigningKey } from '@usher/services'
import { compactVerify, createLocalJWKSet, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { EdgeDeps } from '../edge-deps.ts'

/** As long as a website may go by what it was told without asking again. */
export const accessTokenSeconds = 15 * 60

/** Both tokens of one answer, signed with the key that signs now. */
export async function signTokens(
  deps: EdgeDeps,
  { idToken, accessToken }: { idToken: JWTPayload; accessToken: JWTPayload },
): Promise<{ idToken: string; accessToken: string }> {
  const { kid, privateJwk } = await readOidcSigningKey({ deps })
  const key = await importJWK(privateJwk, 'RS256')
  const now = Math.floor(deps.now().getTime() / 1000)
  const sign = (payload: JWTPayload, typ: string) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid, typ })
      .setIssuer(deps.origin)
      .setIssuedAt(now)
      .setExpirationTime(now + accessTokenSeconds)
      .sign(key)
  const [signedId, signedAccess] = await Promise.all([
    sign(idToken, 'JWT'),
    // RFC 9068: nobody takes an ID token for an access token, or the other way round.
    sign(accessToken, 'at+jwt'),
  ])
  return { idToken: signedId, accessToken: signedAccess }
}

/** The access token's authorization and person; `null` for anything else than a good token of ours. */
export async function verifyAccessToken(
  deps: EdgeDeps,
  token: string,
): Promise<{ authorizationId: string; userId: string } | null> {
  try {
    const keys = createLocalJWKSet({ keys: await readOidcPublicKeys({ deps }) })
    const { payload } = await jwtVerify(token, keys, {
      issuer: deps.origin,
      typ: 'at+jwt',
      algorithms: ['RS256'],
      currentDate: deps.now(),
    })
    const { sid, sub } = payload
    return typeof sid === 'string' && sub ? { authorizationId: sid, userId: sub } : null
  } catch (error) {
    if (isJoseError(error)) return null
    throw error
  }
}

/** Whose ID token it is, however old: a website may show it when its visitor signs out. */
export async function readIdTokenHint(deps: EdgeDeps, token: string): Promise<{ clientId: string } | null> {
  try {
    const keys = createLocalJWKSet({ keys: await readOidcPublicKeys({ deps }) })
    const { payload, protectedHeader } = await compactVerify(token, keys, { algorithms: ['RS256'] })
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload))
    const isOurs =
      typeof claims === 'object' && claims !== null && 'iss' in claims && claims.iss === deps.origin
    return isOurs && protectedHeader.typ === 'JWT' && 'aud' in claims && typeof claims.aud === 'string'
      ? { clientId: claims.aud }
      : null
  } catch (error) {
    if (isJoseError(error)) return null
    throw error
  }
}

const isJoseError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')
