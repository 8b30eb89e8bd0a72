import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose'
import { type Person, toPerson } from './person.ts'

export type UsherOptions = {
  /** Where Usher is, without a path: `https://invite.contoso.com`. */
  issuer: string
  /** The application's client ID: tokens for others are refused. */
  clientId: string
  /** Asks for the keys; the runtime's own unless told. */
  fetch?: (input: string, init: RequestInit) => Promise<Response>
}

/** Verifies the tokens of one application. */
export type Usher = {
  /**
   * Who an ID or access token is about.
   * @returns `null` for a token that is altered, too old, somebody else's, or none
   * @throws when the keys of the issuer cannot be read: nothing is known of the token then
   */
  verify(token: string | null | undefined): Promise<Person | null>
}

/**
 * Reads the issuer's keys when the first token comes, keeps them, and reads them again when a token names one that it
 * has not seen. RS256 alone; a minute's difference between clocks is forgiven.
 *
 * @example
 * const usher = createUsher({ issuer: 'https://invite.contoso.com', clientId: '…' })
 * const person = await usher.verify(token)
 * if (person?.hasWebRole('Partner')) show(prices)
 */
export function createUsher({ issuer, clientId, fetch }: UsherOptions): Usher {
  const origin = new URL(issuer).origin
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', origin), {
    ...(fetch ? { [customFetch]: (url: string, init: RequestInit) => fetch(url, init) } : {}),
  })
  return {
    async verify(token) {
      if (!token) return null
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: origin,
          audience: clientId,
          algorithms: ['RS256'],
          clockTolerance: 60,
        })
        return toPerson(payload)
      } catch (error) {
        if (isRefused(error)) return null
        throw error
      }
    },
  }
}

/** What says something about the token; everything else says something about the way to the keys. */
const isRefused = (error: unknown): boolean =>
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JWKSNoMatchingKey
