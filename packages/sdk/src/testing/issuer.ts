import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

export const issuer = 'https://invite.contoso.example'
export const clientId = '01930000-0000-7000-8000-000000000001'

/** An issuer as Usher is one: signs with RS256, publishes its keys, changes them. Counts how often it is asked. */
export async function createIssuer() {
  const keys: { kid: string; pair: Awaited<ReturnType<typeof generateKeyPair>> }[] = []
  let asked = 0
  let isReachable = true
  const rotate = async () =>
    void keys.unshift({ kid: `key-${keys.length}`, pair: await generateKeyPair('RS256') })
  await rotate()
  return {
    rotate,
    asked: () => asked,
    breakDown: () => (isReachable = false),
    fetch: async (input: string) => {
      asked++
      if (!isReachable) return new Response('', { status: 503 })
      if (input !== `${issuer}/.well-known/jwks.json`) return new Response('', { status: 404 })
      const published = keys.map(async ({ kid, pair }) => ({
        ...(await exportJWK(pair.publicKey)),
        kid,
        alg: 'RS256',
      }))
      return Response.json({ keys: await Promise.all(published) })
    },
    sign: async (claims: JWTPayload = {}, changes: { kid?: string; expiresIn?: string } = {}) => {
      const [newest] = keys
      if (!newest) throw new Error('There is a key from the start')
      return new SignJWT({ web_roles: ['Partner'], ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: changes.kid ?? newest.kid, typ: 'at+jwt' })
        .setIssuer(claims.iss ?? issuer)
        .setAudience(claims.aud ?? clientId)
        .setSubject(claims.sub ?? 'jane')
        .setIssuedAt()
        .setExpirationTime(changes.expiresIn ?? '15m')
        .sign(newest.pair.privateKey)
    },
  }
}
