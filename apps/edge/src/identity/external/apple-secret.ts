import type { UsableIdentityProvider } from '@usher/services'

/** Longer than what is known of a provider is kept. */
const validSeconds = 3600

/** Apple's client secret is a token that we sign (https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret). */
export async function createAppleSecret(provider: UsableIdentityProvider, now: Date): Promise<string> {
  const { importPKCS8, SignJWT } = await import('jose')
  const { teamId, keyId } = provider.options
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: keyId ?? '' })
    .setIssuer(teamId ?? '')
    .setSubject(provider.clientId)
    .setAudience(provider.issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + validSeconds)
    .sign(await importPKCS8(provider.clientSecret ?? '', 'ES256'))
}
