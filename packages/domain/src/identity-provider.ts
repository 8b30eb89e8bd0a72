/** What kinds of identity providers there are forms for. `openid` is any provider of OpenID Connect. */
export const identityProviderPresets = [
  'google',
  'microsoft',
  'github',
  'apple',
  'linkedin',
  'openid',
] as const
export type IdentityProviderPreset = (typeof identityProviderPresets)[number]

/** What a kind of provider asks for besides a client id and a secret. */
export type IdentityProviderOptions = {
  /** A proven address there (`email_verified: true`) is a proof here. */
  vouchesForEmail: boolean
  /** Apple: who signs the client secret. */
  teamId: string | null
  keyId: string | null
}

export const defaultIdentityProviderOptions: IdentityProviderOptions = {
  vouchesForEmail: true,
  teamId: null,
  keyId: null,
}

/** The issuer of each kind of which there is but one. */
export const wellKnownIssuers: Partial<Record<IdentityProviderPreset, string>> = {
  google: 'https://accounts.google.com',
  github: 'https://github.com/login/oauth',
  apple: 'https://appleid.apple.com',
  linkedin: 'https://www.linkedin.com/oauth',
}

/** What invitees read on the button unless told. */
export const identityProviderNames: Record<IdentityProviderPreset, string> = {
  google: 'Google',
  microsoft: 'Microsoft',
  github: 'GitHub',
  apple: 'Apple',
  linkedin: 'LinkedIn',
  openid: 'Single sign-on',
}

/** Where a provider sends people back to; to be registered there, exactly so. */
export const identityProviderCallbackUrl = (origin: string, id: string): string =>
  `${origin}/auth/callback/${id}`
