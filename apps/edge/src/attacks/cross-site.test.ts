import { describe, expect, test } from 'vitest'
import { inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { createEdgeWorld } from '../testing/edge-world.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

describe('a cross-site POST, in any content type, is 403 and does nothing', () => {
  const types = [
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/json',
    'APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8',
    '',
  ]
  const origins: Record<string, string>[] = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
    { origin: 'http://localhost:3024.evil.example' },
    { origin: 'https://localhost:3024' },
    // A browser that says nothing, but brings a cookie.
    {},
  ]
  test.each(origins)('%j', async (headers) => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const { invitation } = await inviteEverybody(world.current)
    for (const type of types) {
      for (const path of [
        '/redeem',
        '/sign-in',
        '/sign-out',
        '/api/redemptions',
        '/auth/sign-out',
        '/auth/sign-in/email',
      ]) {
        const answer = await browser.request(path, {
          method: 'POST',
          headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
          body: type.includes('json')
            ? JSON.stringify({ code: invitation.code })
            : `intent=accept&code=${invitation.code}`,
        })
        expect(answer.status, `${path} ${type}`).toBe(403)
      }
    }
    expect(await world.current.rows.redemptions()).toHaveLength(1)
    expect((await browser.get('/api/me')).status).toBe(200)
  })

  test('PUT, PATCH and DELETE alike', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const answer = await world.current
        .browser()
        .request('/redeem', { method, headers: { origin: 'https://evil.example' } })
      expect(answer.status).toBe(403)
    }
  })
})

test('a form of our own is taken from browsers that send no referrer and so the origin null', async () => {
  const { invitation } = await inviteEverybody(world.current)
  const answer = await world.current
    .browser()
    .post(
      '/redeem',
      { intent: 'open', code: invitation.code },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    )
  expect(answer.status).toBe(303)
})

test('invariant 9: a forged Host names no link, no redirect and no cookie', async () => {
  const { invitation } = await inviteEverybody(world.current)
  for (const [name, value] of [
    ['host', 'evil.example'],
    ['x-forwarded-host', 'evil.example'],
    ['forwarded', 'host=evil.example'],
    ['x-original-url', '/admin'],
  ] as const) {
    const browser = world.current.browser({ [name]: value })
    const landing = await browser.request(`/i/${invitation.code}`)
    const posted = await browser.submit(landing, 'email_code', { email: 'ada@fabrikam.example' })
    expect(`${landing.text}${JSON.stringify([...posted.headers])}`).not.toContain('evil.example')
    expect(posted.location).toBe('/redeem/check-email')
  }
  const direct = await world.current.app.fetch(new Request('http://evil.example/auth/get-session'), {})
  expect(JSON.stringify([...direct.headers]) + (await direct.text())).not.toContain('evil.example')
})

test('on https every cookie is bound to this host alone, and the connection stays secure', async () => {
  const secure = await createEdgeWorld({ origin: 'https://invite.contoso.example' })
  const { mailedLink } = await inviteJane(secure)
  const browser = secure.browser()
  const posted = await browser.submit(await browser.get(mailedLink), 'create', {
    password: 'correct horse battery',
  })
  expect(posted.status).toBe(303)
  const cookies = posted.headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(2)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-/)
    expect(cookie).toMatch(/; Secure/i)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\/(;|$)/i)
    expect(cookie).not.toMatch(/; Domain=/i)
  }
  expect(posted.headers.get('strict-transport-security')).toContain('max-age')
  expect((await browser.get('/api/me')).status).toBe(200)
  await secure.remove()
})
