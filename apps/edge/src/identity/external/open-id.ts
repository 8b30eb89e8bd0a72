import type { UsableIdentityProvider } from '@usher/services'
import type * as openid from 'openid-client'
import { createAppleSecret } from './apple-secret.ts'
import { fetchGitHubPerson } from './github.ts'
import type { ExternalPerson } from './external-person.ts'

/** What must be the same when they come back. */
export type Checks = { state: string; nonce: string | null; codeVerifier: string }

type Client = { configuration: openid.Configuration; readAt: number }
/** What providers say of themselves is read again after this long. */
const keptMilliseconds = 10 * 60_000
const timeoutSeconds = 10

const load = () => import('openid-client')

/** The authorization code flow with PKCE, state and nonce, with any number of providers. */
export function createOpenIdFlow(now: () => Date) {
  const clients = new Map<string, Client>()

  async function clientOf(provider: UsableIdentityProvider): Promise<openid.Configuration> {
    const { id, issuer, clientId, clientSecret, options } = provider
    const key = JSON.stringify([id, issuer, clientId, clientSecret, options])
    const kept = clients.get(key)
    if (kept && kept.readAt + keptMilliseconds > now().getTime()) return kept.configuration
    const configuration = await readClient(provider, now())
    for (const [old, { readAt }] of clients)
      if (readAt + keptMilliseconds <= now().getTime()) clients.delete(old)
    clients.set(key, { configuration, readAt: now().getTime() })
    return configuration
  }

  return {
    /** Where to send somebody, and what must be the same when they come back. */
    async begin(
      provider: UsableIdentityProvider,
      { callbackUrl, email, isNew }: { callbackUrl: string; email: string | null; isNew: boolean },
    ): Promise<{ url: string; checks: Checks }> {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...random } = await load()
      const configuration = await clientOf(provider)
      const checks: Checks = {
        state: random.randomState(),
        nonce: hasNonce(provider) ? random.randomNonce() : null,
        codeVerifier: random.randomPKCECodeVerifier(),
      }
      const prompts = configuration.serverMetadata()['prompt_values_supported']
      const mayCreate = Array.isArray(prompts) && prompts.includes('create')
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: callbackUrl,
        scope: scopeOf(provider),
        state: checks.state,
        code_challenge: await calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: 'S256',
        ...(checks.nonce ? { nonce: checks.nonce } : {}),
        ...(email ? { login_hint: email } : {}),
        ...(isNew && mayCreate ? { prompt: 'create' } : {}),
        // Apple tells an address only in this way.
        ...(provider.preset === 'apple' ? { response_mode: 'form_post' } : {}),
      })
      return { url: url.href, checks }
    },

    /** @throws the error of the library when anything about the answer is not as it must be */
    async finish(
      provider: UsableIdentityProvider,
      { callbackUrl, answer, checks }: { callbackUrl: string; answer: URLSearchParams; checks: Checks },
    ): Promise<ExternalPerson> {
      const { authorizationCodeGrant, fetchUserInfo } = await load()
      const configuration = await clientOf(provider)
      const url = new URL(callbackUrl)
      for (const name of ['code', 'state', 'iss', 'error', 'error_description']) {
        const value = answer.get(name)
        if (value !== null) url.searchParams.set(name, value)
      }
      const isOpenId = provider.preset !== 'github'
      const tokens = await authorizationCodeGrant(configuration, url, {
        expectedState: checks.state,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: isOpenId,
        ...(checks.nonce ? { expectedNonce: checks.nonce } : {}),
      })
      if (!isOpenId) return fetchGitHubPerson(configuration, provider.issuer, tokens.access_token)
      const claims = tokens.claims()
      if (!claims) throw new Error('There is no ID token in the answer')
      const said =
        claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
          ? { ...claims, ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)) }
          : claims
      return {
        // The issuer of the token: of a provider for many directories each has its own.
        issuer: claims.iss,
        subject: claims.sub,
        email: typeof said['email'] === 'string' ? said['email'] : null,
        // Apple writes it as text. Whatever else stands there is no proof.
        emailVerified: said['email_verified'] === true || said['email_verified'] === 'true',
        name: nameIn(said) ?? nameInAppleForm(answer.get('user')),
      }
    },
  }
}
export type OpenIdFlow = ReturnType<typeof createOpenIdFlow>

async function readClient(provider: UsableIdentityProvider, now: Date): Promise<openid.Configuration> {
  const { allowInsecureRequests, ClientSecretPost, Configuration, discovery } = await load()
  const { clientId, issuer } = provider
  if (provider.preset === 'github') {
    return new Configuration(
      {
        issuer,
        authorization_endpoint: 'https://github.com/login/oauth/authorize',
        token_endpoint: 'https://github.com/login/oauth/access_token',
      },
      clientId,
      undefined,
      ClientSecretPost(provider.clientSecret ?? ''),
    )
  }
  const secret = provider.preset === 'apple' ? await createAppleSecret(provider, now) : provider.clientSecret
  // Verbs admit plain http for loopback hosts alone.
  const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : []
  return discovery(new URL(issuer), clientId, undefined, ClientSecretPost(secret ?? ''), {
    execute,
    timeout: timeoutSeconds,
  })
}

// LinkedIn does not hand the nonce back; state and PKCE bind its answer to this browser.
const hasNonce = ({ preset }: UsableIdentityProvider) => preset !== 'github' && preset !== 'linkedin'

function scopeOf({ preset }: UsableIdentityProvider): string {
  if (preset === 'github') return 'read:user user:email'
  return preset === 'apple' ? 'openid email name' : 'openid email profile'
}

function nameIn(claims: Record<string, unknown>): string | null {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '')
  const parts = `${text('given_name')} ${text('family_name')}`.trim()
  return (text('name') || parts).trim() || null
}

/** Apple tells a name once, beside the code, where nothing vouches for it: good enough for a greeting. */
function nameInAppleForm(user: string | null): string | null {
  try {
    const { name } = JSON.parse(user ?? '{}') as { name?: { firstName?: unknown; lastName?: unknown } }
    return nameIn({ given_name: name?.firstName, family_name: name?.lastName })
  } catch {
    return null
  }
}
