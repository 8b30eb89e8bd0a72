import { rotateOidcKeys } from '@usher/services'
import * as oauth from 'oauth4webapi'
import * as openid from 'openid-client'
import { describe, expect, test } from 'vitest'
import { dump } from '../testing/dump.ts'
import { goodPassword, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'
import {
  askToSignIn,
  callback,
  connectWebsite,
  discover,
  signInAtWebsite,
} from '../testing/website-client.ts'

const world = useEdgeWorld()

describe('the whole way with a standard client', () => {
  test('a code with PKCE becomes tokens that say web roles, account, contact and locale', async () => {
    const { website, mailedLink, jane, account } = await inviteJane(world.current)
    const { config, client } = await connectWebsite(world.current, website.id)
    const tokens = await signInAtWebsite(config, await letJaneIn(world.current, mailedLink))
    expect(tokens.claims()).toMatchObject({
      iss: world.current.deps.origin,
      aud: client.id,
      web_roles: ['Partner'],
      account: { id: account.id, name: 'Contoso GmbH' },
      contact_id: jane.id,
      name: 'Jane Doe',
      email: 'jane@contoso.example',
      email_verified: true,
    })
    const { sub } = tokens.claims() ?? { sub: '' }
    const told = await openid.fetchUserInfo(config, tokens.access_token, sub)
    expect(told).toMatchObject({ sub, web_roles: ['Partner'], contact_id: jane.id })
  })

  test('an application without a secret signs people in by PKCE alone', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const { config } = await connectWebsite(world.current, website.id, { hasSecret: false })
    const tokens = await signInAtWebsite(config, await letJaneIn(world.current, mailedLink))
    expect(tokens.claims()?.['web_roles']).toEqual(['Partner'])
  })

  test('oauth4webapi finds, validates and verifies the same', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const { client } = await connectWebsite(world.current, website.id)
    const issuer = new URL(world.current.deps.origin)
    const options = {
      [oauth.allowInsecureRequests]: true,
      [oauth.customFetch]: (url: string, init: RequestInit) =>
        Promise.resolve(world.current.app.fetch(new Request(url, init))),
    } as const
    const as = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, options as oauth.DiscoveryRequestOptions),
    )
    const verifier = oauth.generateRandomCodeVerifier()
    const query = new URLSearchParams({
      client_id: client.id,
      redirect_uri: callback,
      response_type: 'code',
      scope: 'openid',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: 'here',
    })
    const browser = await letJaneIn(world.current, mailedLink)
    const back = await browser.get(`/oidc/authorize?${query}`)
    const known = { client_id: client.id }
    const params = oauth.validateAuthResponse(as, known, new URL(back.location ?? ''), 'here')
    const answer = await oauth.authorizationCodeGrantRequest(
      as,
      known,
      oauth.ClientSecretPost(client.secret ?? ''),
      params,
      callback,
      verifier,
      options as oauth.TokenEndpointRequestOptions,
    )
    const result = await oauth.processAuthorizationCodeResponse(as, known, answer, { requireIdToken: true })
    await oauth.validateApplicationLevelSignature(as, answer, options as oauth.ValidateSignatureOptions)
    expect(oauth.getValidatedIdTokenClaims(result)?.['web_roles']).toEqual(['Partner'])
    expect(result.refresh_token).toBeUndefined()
  })

  test('somebody who is not signed in is led through signing in, and back', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    await letJaneIn(world.current, mailedLink)
    const { config } = await connectWebsite(world.current, website.id)
    const browser = world.current.browser()
    const asked = await askToSignIn(config)
    const page = await browser.follow(await browser.get(asked.path))
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://www.contoso.example",
    )
    const signedIn = await browser.submit(page, 'sign_in', {
      email: 'jane@contoso.example',
      password: goodPassword,
    })
    expect(signedIn.location).toBe('/oidc/continue')
    const tokens = await asked.finish((await browser.follow(signedIn)).location)
    expect(tokens.claims()?.['web_roles']).toEqual(['Partner'])
  })
})

test('a sign-in that carries an invitation redeems on the way, and the very first token has the new roles', async () => {
  const { website, invitation, proof } = await inviteJane(world.current)
  const { config } = await connectWebsite(world.current, website.id)
  const browser = world.current.browser()
  const asked = await askToSignIn(config, { invitation: invitation.code, invitation_proof: proof })
  const landing = await browser.follow(await browser.get(asked.path))
  expect(await world.current.rows.redemptions()).toHaveLength(0)
  const accepted = await browser.submit(landing, 'create', { password: goodPassword })
  const tokens = await asked.finish((await browser.follow(accepted)).location)
  expect(tokens.claims()).toMatchObject({ web_roles: ['Partner'], email: 'jane@contoso.example' })
  expect(await world.current.rows.redemptions()).toHaveLength(1)

  const again = await askToSignIn(config, { invitation: invitation.code })
  expect((await again.finish((await browser.get(again.path)).location)).claims()?.['web_roles']).toEqual([
    'Partner',
  ])
})

test('invariant 5: GET of the authorization endpoint changes nothing, also when it answers with a code', async () => {
  const { website, mailedLink, invitation } = await inviteJane(world.current)
  const browser = await letJaneIn(world.current, mailedLink)
  const { config } = await connectWebsite(world.current, website.id)
  const before = await dump(world.current.deps.database)
  const ways: Record<string, string>[] = [{}, { invitation: invitation.code }, { prompt: 'login' }]
  for (const more of ways) {
    const asked = await askToSignIn(config, more)
    expect((await browser.get(asked.path)).status).toBeLessThan(400)
    expect((await world.current.browser().get(asked.path)).status).toBeLessThan(400)
  }
  expect(await dump(world.current.deps.database)).toEqual(before)
})

test('a role taken away is gone from userinfo at once, and from the next token', async () => {
  const { website, mailedLink } = await inviteJane(world.current)
  const { config } = await connectWebsite(world.current, website.id)
  const tokens = await signInAtWebsite(config, await letJaneIn(world.current, mailedLink))
  const sub = tokens.claims()?.sub ?? ''
  await world.current.deps.database.client.execute({
    sql: 'UPDATE grants SET revoked_at = ?',
    args: [Date.now()],
  })
  expect((await openid.fetchUserInfo(config, tokens.access_token, sub))['web_roles']).toEqual([])
  const next = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
  expect(next.claims()?.['web_roles']).toEqual([])
})

test('a website learns of its own web roles alone', async () => {
  const { mailedLink } = await inviteJane(world.current)
  const other = await world.current.make.website({ name: 'Another site' })
  const { config } = await connectWebsite(world.current, other.id)
  const tokens = await signInAtWebsite(config, await letJaneIn(world.current, mailedLink))
  expect(tokens.claims()?.['web_roles']).toEqual([])
})

test('a new key is published before it signs; the old one stays until what it signed is over', async () => {
  const { website, mailedLink } = await inviteJane(world.current)
  const { deps, operator, app } = world.current
  const { config, client } = await connectWebsite(world.current, website.id)
  const old = await signInAtWebsite(config, await letJaneIn(world.current, mailedLink))
  const published = async () => {
    const { keys } = (await (await app.request('/.well-known/jwks.json')).json()) as {
      keys: { kid: string; d?: string }[]
    }
    expect(keys.every((key) => key.d === undefined)).toBe(true)
    return keys.map(({ kid }) => kid)
  }
  const [first] = await published()
  await rotateOidcKeys({ deps, actor: operator, input: {} })
  const [newest, previous] = await published()
  expect(previous).toBe(first)
  expect(newest).not.toBe(first)
  // The running website has not heard of the new key yet.
  const meanwhile = await openid.refreshTokenGrant(config, old.refresh_token ?? '')
  expect(kidOf(meanwhile.id_token)).toBe(first)

  const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000
  for (const [kid, createdAt] of [
    [first, minutesAgo(200)],
    [newest, minutesAgo(11)],
  ]) {
    const args = [createdAt, kid] as (string | number)[]
    await deps.database.client.execute({ sql: 'UPDATE oidc_keys SET created_at = ? WHERE id = ?', args })
  }
  const later = await discover(world.current, client)
  const fresh = await openid.refreshTokenGrant(later, meanwhile.refresh_token ?? '')
  expect(kidOf(fresh.id_token)).toBe(newest)
  const sub = old.claims()?.sub ?? ''
  expect((await openid.fetchUserInfo(later, old.access_token, sub)).sub).toBe(sub)
})

const kidOf = (token: string | undefined) =>
  (JSON.parse(atob(token?.split('.')[0] ?? '')) as { kid: string }).kid
