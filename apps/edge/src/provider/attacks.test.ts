import { schema } from '@usher/database'
import { deleteOidcClient } from '@usher/services'
import * as openid from 'openid-client'
import { describe, expect, test } from 'vitest'
import { formOf } from '../testing/browser.ts'
import { inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'
import { askToSignIn, callback, connectWebsite, leftAt, signInAtWebsite } from '../testing/website-client.ts'

const world = useEdgeWorld()

/** Jane is in, and her website has a client. */
async function begin(input: Parameters<typeof connectWebsite>[2] = {}) {
  const { website, mailedLink } = await inviteJane(world.current)
  return {
    website,
    browser: await letJaneIn(world.current, mailedLink),
    ...(await connectWebsite(world.current, website.id, input)),
  }
}

/** Asks the token endpoint as a program without a library would. */
async function token(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await world.current.app.request('/oidc/token', {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a code works once: a second try is refused and ends what the first one gave', async () => {
  const { config, browser } = await begin()
  const asked = await askToSignIn(config)
  const { location } = await browser.get(asked.path)
  const tokens = await asked.finish(location)
  await expect(asked.finish(location)).rejects.toMatchObject({ error: 'invalid_grant' })
  await expect(openid.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  await expect(
    openid.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? ''),
  ).rejects.toThrow()
})

test('a code sent twice at once becomes tokens once', async () => {
  const { config, browser } = await begin()
  const asked = await askToSignIn(config)
  const { location } = await browser.get(asked.path)
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => asked.finish(location)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a refresh token is exchanged once: a copy that comes late ends it for both', async () => {
  const { config, browser } = await begin()
  const first = await signInAtWebsite(config, browser)
  const second = await openid.refreshTokenGrant(config, first.refresh_token ?? '')
  await expect(openid.refreshTokenGrant(config, first.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  await expect(openid.refreshTokenGrant(config, second.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('neither codes nor tokens nor secrets are in the database', async () => {
  const { config, browser, client } = await begin()
  const asked = await askToSignIn(config)
  const { location } = await browser.get(asked.path)
  const tokens = await asked.finish(location)
  const rows = JSON.stringify([
    await world.current.deps.database.query.select().from(schema.oidcAuthorizations),
    await world.current.deps.database.query.select().from(schema.oidcClients),
  ])
  const code = new URL(location ?? '').searchParams.get('code')
  for (const secret of [code, tokens.refresh_token, tokens.access_token, client.secret]) {
    expect(secret).toBeTruthy()
    expect(rows).not.toContain(secret)
  }
  const [key] = await world.current.deps.database.query.select().from(schema.oidcKeys)
  expect(key?.privateJwkSealed).toMatch(/^v1\./)
})

describe('an address that is not on the list is never sent to', () => {
  test.each([
    'https://evil.example/callback',
    `${callback}/../evil`,
    `${callback}?more=1`,
    'https://www.contoso.example.evil.example/callback',
    'https://www.contoso.example@evil.example/callback',
    '//evil.example',
    'javascript:alert(1)',
    '',
  ])('%j', async (redirectUri) => {
    const { config, browser } = await begin()
    const asked = await askToSignIn(config, { redirect_uri: redirectUri })
    const shown = await browser.get(asked.path)
    expect(shown.status).toBe(400)
    expect(shown.location).toBeNull()
    expect(shown.words).toContain('cannot send you back')
  })
})

describe('what is told to the website, at its own address, with its state', () => {
  test.each([
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'profile' }, 'invalid_scope'],
    [{ request: 'eyJ' }, 'request_not_supported'],
    [{ max_age: 'soon' }, 'invalid_request'],
    [{ prompt: 'none login' }, 'invalid_request'],
  ])('%j is %s', async (more, error) => {
    const { config, browser } = await begin()
    const { location } = await browser.get((await askToSignIn(config, { state: 'mine', ...more })).path)
    const url = new URL(location ?? '')
    expect(url.origin + url.pathname).toBe(callback)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ error, state: 'mine' })
  })

  test('prompt none shows no page: who is not signed in comes back with login_required', async () => {
    const { config } = await begin()
    const asked = await askToSignIn(config, { prompt: 'none' })
    expect((await world.current.browser().get(asked.path)).location).toContain('error=login_required')
  })
})

describe('the token endpoint refuses', () => {
  test('a wrong secret, no secret, and a secret where none belongs', async () => {
    const { client } = await begin()
    const grant = { grant_type: 'authorization_code', code: 'x', redirect_uri: callback }
    expect(await token({ ...grant, client_id: client.id, client_secret: 'usc_wrong' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    })
    expect(await token({ ...grant, client_id: client.id })).toMatchObject({ status: 401 })
    expect(await token(grant, { authorization: 'Basic !!' })).toMatchObject({ status: 401 })
    const open = await connectWebsite(world.current, client.websiteId, { hasSecret: false, name: 'Phone' })
    expect(
      await token({ ...grant, client_id: open.client.id, client_secret: client.secret ?? '' }),
    ).toMatchObject({ status: 401 })
  })

  test('another application’s code and refresh token', async () => {
    const { config, browser, website } = await begin()
    const other = await connectWebsite(world.current, website.id, { name: 'Other' })
    const asked = await askToSignIn(config)
    const { location } = await browser.get(asked.path)
    const { id, secret } = other.client
    const asOther = { client_id: id, client_secret: secret ?? '' }
    const code = new URL(location ?? '').searchParams.get('code') ?? ''
    const wrong = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: 'x'.repeat(43),
    }
    expect(await token({ ...asOther, ...wrong })).toMatchObject({ body: { error: 'invalid_grant' } })
    const tokens = await asked.finish(location)
    expect(
      await token({ ...asOther, grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' }),
    ).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect((await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')).id_token).toBeTruthy()
  })

  test('a code without its verifier', async () => {
    const { config, browser, client } = await begin()
    const { location } = await browser.get((await askToSignIn(config)).path)
    const code = new URL(location ?? '').searchParams.get('code') ?? ''
    for (const code_verifier of ['', 'y'.repeat(43)]) {
      const fields = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier }
      expect(
        await token({ ...fields, client_id: client.id, client_secret: client.secret ?? '' }),
      ).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    }
  })

  test('other grants, and bodies that are no form', async () => {
    const { client } = await begin()
    const known = { client_id: client.id, client_secret: client.secret ?? '' }
    expect(await token({ ...known, grant_type: 'password' })).toMatchObject({
      status: 400,
      body: { error: 'unsupported_grant_type' },
    })
    const json = await world.current.app.request('/oidc/token', { method: 'POST', body: '{}' })
    expect(json.status).toBe(400)
  })
})

test('userinfo takes an access token alone: an ID token, a session and junk open nothing', async () => {
  const { config, browser } = await begin()
  const tokens = await signInAtWebsite(config, browser)
  const ask = (authorization: string) =>
    browser.request('/oidc/userinfo', authorization ? { headers: { authorization } } : {})
  for (const bad of [`Bearer ${tokens.id_token}`, `Bearer ${tokens.access_token}x`, 'Bearer junk', '']) {
    expect((await ask(bad)).status).toBe(401)
  }
  expect((await ask(`Bearer ${tokens.access_token}`)).status).toBe(200)
})

test('a deleted application learns nothing more', async () => {
  const { config, browser, client } = await begin()
  const tokens = await signInAtWebsite(config, browser)
  const { deps, operator } = world.current
  await deleteOidcClient({ deps, actor: operator, input: { id: client.id } })
  await expect(
    openid.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? ''),
  ).rejects.toThrow()
  expect((await browser.get((await askToSignIn(config)).path)).status).toBe(400)
})

test('somebody else’s application waits for a yes, and learns nothing from a no', async () => {
  const { config, browser } = await begin({ asksConsent: true })
  const asked = await askToSignIn(config)
  const page = await browser.get(asked.path)
  expect(page.words).toContain('would like to know you')
  const denied = await browser.post('/oidc/consent', { decision: 'deny' })
  expect(denied.location).toContain('error=access_denied')
  await browser.get(asked.path)
  const allowed = await browser.post('/oidc/consent', { decision: 'allow' })
  expect((await asked.finish(allowed.location)).claims()?.['web_roles']).toEqual(['Partner'])
})

test('prompt login asks again who is signed in', async () => {
  const { config, browser } = await begin()
  const asked = await askToSignIn(config, { prompt: 'login' })
  const page = await browser.get(asked.path)
  expect(page.words).toContain('sign in again')
  expect((await browser.post('/oidc/sign-in-again', {})).location).toBe('/sign-in')
})

describe('signing out', () => {
  test('a link from elsewhere asks first; yes ends the session and every token that came from it', async () => {
    const { config, browser } = await begin()
    const tokens = await signInAtWebsite(config, browser)
    const url = openid.buildEndSessionUrl(config, {
      post_logout_redirect_uri: leftAt,
      id_token_hint: tokens.id_token ?? '',
      state: 'bye',
    })
    const page = await browser.get(url.pathname + url.search)
    expect(page.words).toContain('Sign out here, too?')
    expect((await browser.get('/api/me')).status).toBe(200)
    const left = await browser.post('/oidc/sign-out', hiddenOf(page.text))
    expect(left.location).toBe(`${leftAt}?state=bye`)
    expect((await browser.get('/api/me')).status).toBe(401)
    await expect(openid.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('nobody is sent to an address that the application has not named', async () => {
    const { browser, client } = await begin()
    const shown = await browser.get(
      `/oidc/end-session?client_id=${client.id}&post_logout_redirect_uri=https://evil.example/`,
    )
    expect(shown.status).toBe(400)
    expect(shown.location).toBeNull()
    expect(shown.text).not.toMatch(/href="https:..evil/)
  })

  test('another site’s form does not sign anybody out', async () => {
    const { browser } = await begin()
    const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect((await browser.post('/oidc/sign-out', {}, crossSite)).status).toBe(403)
    expect((await browser.post('/oidc/end-session', {}, crossSite)).status).toBe(303)
    expect((await browser.get('/api/me')).status).toBe(200)
  })

  test('a revoked refresh token is of no more use', async () => {
    const { config, browser } = await begin()
    const tokens = await signInAtWebsite(config, browser)
    await openid.tokenRevocation(config, tokens.refresh_token ?? '')
    await expect(openid.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })
})

const hiddenOf = (html: string): Record<string, string> => {
  const [, body = ''] = /<form[^>]*action="\/oidc\/sign-out"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? []
  return formOf(
    `<form action="/oidc/sign-out">${body}<input type="hidden" name="intent" value="out"/></form>`,
    'out',
  ).hidden
}
