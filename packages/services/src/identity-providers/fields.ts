import {
  type FieldError,
  type IdentityProviderOptions,
  type IdentityProviderPreset,
  identityProviderPresets,
  ok,
  type Result,
  wellKnownIssuers,
} from '@usher/domain'
import * as v from 'valibot'
import { lineOrNull, neededLine, orNull, readWebUrl } from '../fields.ts'
import { refuseInput } from '../parse-input.ts'

const issuerFix = 'Give the issuer as its provider writes it, such as https://login.contoso.com.'

/** Kept as written: issuers are compared letter by letter. Plain http only where nobody listens in. */
const issuer = orNull(
  v.pipe(
    v.string(issuerFix),
    v.trim(),
    v.check((text) => {
      if (!text) return true
      const url = readWebUrl(text)
      if (!url || url.search || url.hash) return false
      return url.protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
    }, issuerFix),
  ),
)

/** The attributes of an identity provider that may change. Its website and kind do not. */
export const identityProviderFields = {
  name: neededLine(60, 'Give the provider a name: invitees read it on the button.'),
  issuer: v.pipe(
    issuer,
    v.description(
      'Needed for `openid`; for `microsoft` the directory, such as https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0. The others have one of their own.',
    ),
  ),
  clientId: neededLine(500, 'Give the client ID that the provider has for this website.'),
  clientSecret: v.pipe(
    v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(10_000))),
    v.transform((text) => text || null),
    v.description('Write-only: kept sealed, never shown. For `apple` the private key (.p8).'),
  ),
  vouchesForEmail: v.pipe(
    v.boolean(),
    v.description('Whether an address that the provider says is verified is a proof here.'),
  ),
  teamId: v.pipe(lineOrNull(50), v.description('Apple alone.')),
  keyId: v.pipe(lineOrNull(50), v.description('Apple alone.')),
  isEnabled: v.boolean(),
}

export const presetField = v.pipe(
  v.picklist(identityProviderPresets),
  v.description('`openid` is any provider of OpenID Connect. Cannot be changed later.'),
)

/** The issuer that holds, or what is missing of what this kind of provider needs. */
export function completeProvider(provider: {
  preset: IdentityProviderPreset
  issuer: string | null
  hasSecret: boolean
  options: Pick<IdentityProviderOptions, 'teamId' | 'keyId'>
}): Result<{ issuer: string }, 'invalid_request'> {
  const errors: FieldError[] = []
  const need = (isThere: unknown, path: string, message: string) => isThere || errors.push({ path, message })
  const issuer = wellKnownIssuers[provider.preset] ?? provider.issuer
  need(issuer, 'issuer', issuerFix)
  need(provider.hasSecret, 'clientSecret', 'Give the secret that the provider has for this client.')
  if (provider.preset === 'apple') {
    need(provider.options.teamId, 'teamId', 'Give the team ID: ten characters, in your Apple account.')
    need(provider.options.keyId, 'keyId', 'Give the key ID: it stands beside the private key.')
  }
  return issuer && errors.length === 0 ? ok({ issuer }) : refuseInput(...errors)
}
