import { createIdentityProvider, type UsableIdentityProvider } from '@usher/services'
import { valued } from '@usher/services/testing'
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose'
import { afterEach, expect, test, vi } from 'vitest'
import { leadsTo } from '../../testing/openid-provider.ts'
import { inviteJane } from '../../testing/stories.ts'
import { useEdgeWorld } from '../../testing/use-edge-world.ts'
import { createAppleSecret } from './apple-secret.ts'

const world = useEdgeWorld()
afterEach(() => vi.unstubAllGlobals())

/** GitHub cannot be had here: its token and API answers, as its documentation has them, to the real client. */
function standInForGitHub(emails: { email: string; primary: boolean; verified: boolean }[]) {
  const asked: { url: string; body: string; authorization: string | null }[] = []
  const real = globalThis.fetch
  vi.stubGlobal('fetch', async (input: URL | string | Request, init?: RequestInit) => {
    const request = new Request(input, init)
    const { hostname, pathname } = new URL(request.url)
    if (!/(^|\.)github\.com$/.test(hostname)) return real(input, init)
    asked.push({
      url: request.url,
      body: await request.text(),
      authorization: request.headers.get('authorization'),
    })
    if (pathname === '/login/oauth/access_token')
      return Response.json({ access_token: 'gho_1', scope: 'read:user,user:email', token_type: 'bearer' })
    if (pathname === '/user') return Response.json({ id: 583231, login: 'jane', name: 'Jane Doe' })
    return Response.json(emails)
  })
  return asked
}

async function comeByGitHub() {
  const { website, copiedLink } = await inviteJane(world.current)
  const { deps, operator: actor } = world.current
  const fields = { preset: 'github', name: 'GitHub', clientId: 'Iv1.x', clientSecret: 'the secret' }
  const input = { websiteId: website.id, ...fields }
  const { id } = valued(await createIdentityProvider({ deps, actor, input }))
  const browser = world.current.browser()
  const page = await browser.get(copiedLink)
  const code = /name="code" value="(\w+)"/.exec(page.text)?.[1] ?? ''
  const leaving = leadsTo(await browser.post(`/auth/external/${id}`, { purpose: 'redeem', code }))
  const state = leaving.searchParams.get('state') ?? ''
  const answer = await browser.post(`/auth/callback/${id}`, { code: 'from-github', state })
  return { browser, leaving, answer }
}

test('GitHub: PKCE and state, the number as subject, and its verified primary address as proof', async () => {
  const asked = standInForGitHub([
    { email: 'jane@elsewhere.example', primary: false, verified: true },
    { email: 'jane@contoso.example', primary: true, verified: true },
  ])
  const { leaving, answer } = await comeByGitHub()
  expect(leaving.origin + leaving.pathname).toBe('https://github.com/login/oauth/authorize')
  expect(leaving.searchParams.get('code_challenge_method')).toBe('S256')
  expect(answer).toMatchObject({ status: 303, location: '/' })
  const [token, user] = asked
  const sent = new URLSearchParams(token?.body)
  expect([sent.get('code'), sent.get('client_secret')]).toEqual(['from-github', 'the secret'])
  expect(sent.get('code_verifier')?.length).toBeGreaterThan(40)
  expect(user?.authorization).toBe('Bearer gho_1')
  expect(await world.current.rows.identities()).toMatchObject([{ accountId: '583231', accessToken: null }])
})

test('GitHub: an address that it has not verified is no proof', async () => {
  standInForGitHub([{ email: 'jane@contoso.example', primary: true, verified: false }])
  const { answer } = await comeByGitHub()
  expect(answer.location).toBe('/redeem/confirm-address')
  expect(await world.current.rows.invitees()).toEqual([])
})

test('Apple: the client secret is a token signed by the team’s key, for an hour', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const provider = {
    clientId: 'com.contoso.usher',
    issuer: 'https://appleid.apple.com',
    clientSecret: await exportPKCS8(privateKey),
    options: { vouchesForEmail: true, teamId: 'TEAM123456', keyId: 'KEY1234567' },
  } as UsableIdentityProvider
  const secret = await createAppleSecret(provider, new Date())
  const { payload, protectedHeader } = await jwtVerify(secret, publicKey, {
    issuer: 'TEAM123456',
    audience: 'https://appleid.apple.com',
    subject: 'com.contoso.usher',
  })
  expect(protectedHeader).toMatchObject({ alg: 'ES256', kid: 'KEY1234567' })
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600)
})
