import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { getRequestListener } from '@hono/node-server'
import { type Browser, chromium, type Page } from '@playwright/test'
import { defaultWebsiteSettings } from '@usher/domain'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createEdgeWorld, type EdgeWorld } from '../testing/edge-world.ts'
import { goodPassword, inviteEverybody, inviteJane } from '../testing/stories.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['USHER_CHROMIUM'] ?? '/usr/bin/chromium',
    // Chromium's sandbox does not run as root; nothing but our own pages is opened.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}, 60_000)
afterAll(() => browser?.close())

let house: Awaited<ReturnType<typeof serve>>
beforeEach(async () => {
  house = await serve()
})
afterEach(() => house.stop())

/** The edge behind a port of its own: passkeys are bound to the origin that a browser sees. */
async function serve() {
  const houses: EdgeWorld[] = []
  const listener = getRequestListener(
    async (request) => (await houses[0]?.app.fetch(request, { peerAddress: '127.0.0.1' })) ?? new Response(),
  )
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const world = await createEdgeWorld({ origin })
  houses.push(world)
  const { remove, settle } = world
  return {
    world,
    origin,
    async stop() {
      server.closeAllConnections()
      server.close()
      await settle()
      await remove()
    },
  }
}

/** A browser on a device with a fingerprint reader that always agrees. */
async function openDevice(): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.origin })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return page
}

/** Jane accepts by her mailed link with a password, and adds a passkey where it is offered. */
async function withPasskey() {
  const invited = await inviteJane(house.world)
  const page = await openDevice()
  await page.goto(invited.mailedLink)
  await page.getByLabel('Choose a password').fill(goodPassword)
  await page.getByRole('button', { name: 'Create account and accept' }).click()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey is added').waitFor()
  return { ...invited, page }
}

test('a passkey is offered after the first sign-in, and signs in from then on', async () => {
  const { page } = await withPasskey()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${house.origin}/`)
  expect(await page.getByText('jane@contoso.example').first().isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0)
}, 60_000)

test('an invitation is accepted with it, without anything typed', async () => {
  const { page, website } = await withPasskey()
  const { link } = await inviteEverybody(house.world, { websiteId: website.id })
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${house.origin}/`)
  expect(await house.world.rows.redemptions()).toHaveLength(2)
}, 60_000)

test('it is removed on the profile, and signs nobody in any more', async () => {
  const { page } = await withPasskey()
  await page.goto('/profile')
  await page.getByRole('button', { name: /^Remove: Passkey of/ }).click()
  await page.getByText('It is removed').waitFor()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('The passkey did not work').first().waitFor()
  expect(await house.world.rows.sessions()).toEqual([])
}, 60_000)

test('an answer of the device works once, and for the challenge it was asked', async () => {
  const { page } = await withPasskey()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in')
  const posted = page.waitForRequest(
    (request) => request.url().endsWith('/sign-in') && request.method() === 'POST',
  )
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  const request = await posted
  const { cookie = '' } = await request.allHeaders()
  await page.waitForURL(`${house.origin}/`)
  const replay = await house.world
    .browser({ cookie, 'x-forwarded-for': '203.0.113.9' })
    .post('/sign-in', Object.fromEntries(new URLSearchParams(request.postData() ?? '')))
  expect(replay.status).toBe(400)
  expect(replay.words).toContain('The passkey did not work')
}, 60_000)

test('the page’s script is bound to it by a nonce; without scripts no passkey is offered', async () => {
  const { link } = await inviteEverybody(house.world)
  const shown = await house.world.browser().get(link)
  const nonce = /script-src 'nonce-([\w-]+)'/.exec(shown.headers.get('content-security-policy') ?? '')?.[1]
  expect(shown.text).toContain(`<script nonce="${nonce}">`)
  expect(shown.headers.get('content-security-policy')).not.toContain('unsafe')
  const context = await browser.newContext({ baseURL: house.origin, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(link)
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  await context.close()
}, 60_000)

test('what is no answer of a device, or where no website offers passkeys, is refused in words', async () => {
  for (const response of ['', 'null', '[]', '{}', '{"id":"x"}', 'x'.repeat(2000)]) {
    const refused = await house.world.browser().post('/sign-in', { intent: 'passkey', response })
    expect([refused.status, refused.words.includes('The passkey did not work')], response).toEqual([
      400,
      true,
    ])
  }
  const settings = { ...defaultWebsiteSettings, passkeyEnabled: false }
  await house.world.make.website({ settings })
  const visitor = house.world.browser()
  expect((await visitor.json('/auth/passkey/authentication', {})).status).toBe(404)
  expect((await visitor.get('/sign-in')).text).not.toContain('data-passkey')
})
