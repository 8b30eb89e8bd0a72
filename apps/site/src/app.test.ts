import { expect, test } from 'vitest'
import { createSite } from './app.ts'
import { readSettings } from './settings.ts'

const reported: string[] = []
const settings = {
  ...readSettings({
    SITE_URL: 'https://www.contoso.example/partners/',
    USHER_ISSUER: 'https://usher.invalid',
    SITE_CLIENT_ID: 'partners',
    SITE_SESSION_SECRET: 'a secret of thirty-two characters',
  }),
  report: (message: string) => void reported.push(message),
}
const site = createSite(settings)
const visit = (path: string, init?: RequestInit) => site.request(`https://www.contoso.example${path}`, init)

test('the front page is for everybody, and asks nobody who they are', async () => {
  const page = await visit('/partners')
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Build with Contoso')])
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test.each(['/partners/partner', '/partners/prices'])(
  '%s shows nothing to a stranger and leads to the sign-in',
  async (path) => {
    const page = await visit(path, { headers: { cookie: 'contoso-session=forged' } })
    expect([page.status, await page.text()]).toEqual([303, ''])
    expect(page.headers.get('location')).toMatch(/^https:\/\/www\.contoso\.example\/partners\/sign-in\?to=/)
  },
)

test('an answer that nobody asked for signs nobody in', async () => {
  const page = await visit('/partners/callback?code=stolen&state=x')
  expect(page.status).toBe(400)
  expect(page.headers.getSetCookie()).toEqual([])
})

test('another site signs nobody out', async () => {
  const senders: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    {},
  ]
  for (const headers of senders) {
    expect((await visit('/partners/sign-out', { method: 'POST', headers })).status).toBe(403)
  }
})

test('when the sign-in cannot be reached that is said, and reported without names', async () => {
  const page = await visit('/partners/sign-in')
  expect([page.status, await page.text()]).toEqual([502, expect.stringContaining('cannot reach the sign-in')])
  expect(reported).toHaveLength(1)
})

test('a missing setting is named', () => {
  expect(() => readSettings({ SITE_SESSION_SECRET: 'x'.repeat(32) })).toThrow('SITE_URL is missing')
  expect(() => readSettings({ SITE_SESSION_SECRET: 'short' })).toThrow('SITE_SESSION_SECRET needs')
})
