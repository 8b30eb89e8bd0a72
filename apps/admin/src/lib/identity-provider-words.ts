import type { IdentityProviderPreset } from '@usher/domain'

type Words = {
  label: string
  /** Where the client is set up, and how. */
  steps: string
  /** Of the page where that is done. */
  url: string | null
  clientId: string
  secret: string
}

/** What each kind of provider calls things, and where its side of the matter is set up. */
export const presetWords: Record<IdentityProviderPreset, Words> = {
  google: {
    label: 'Google',
    steps: 'In the Google Cloud console, create an OAuth client of type “Web application”.',
    url: 'https://console.cloud.google.com/apis/credentials',
    clientId: 'Client ID',
    secret: 'Client secret',
  },
  microsoft: {
    label: 'Microsoft Entra',
    steps: 'In the Entra admin centre, register an application and add a platform of type “Web”.',
    url: 'https://entra.microsoft.com/',
    clientId: 'Application (client) ID',
    secret: 'Client secret: its value, not its ID',
  },
  github: {
    label: 'GitHub',
    steps: 'Under Settings → Developer settings, create an OAuth app.',
    url: 'https://github.com/settings/developers',
    clientId: 'Client ID',
    secret: 'Client secret',
  },
  apple: {
    label: 'Apple',
    steps: 'In your Apple developer account, create a Services ID and a key for “Sign in with Apple”.',
    url: 'https://developer.apple.com/account/resources',
    clientId: 'Services ID',
    secret: 'Private key (the text of the .p8 file)',
  },
  linkedin: {
    label: 'LinkedIn',
    steps: 'Create an app and add the product “Sign In with LinkedIn using OpenID Connect”.',
    url: 'https://www.linkedin.com/developers/apps',
    clientId: 'Client ID',
    secret: 'Primary client secret',
  },
  openid: {
    label: 'OpenID Connect',
    steps: 'Register a confidential client with the authorization code flow at your provider.',
    url: null,
    clientId: 'Client ID',
    secret: 'Client secret',
  },
}
