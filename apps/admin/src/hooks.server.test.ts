import { isHttpError, isRedirect } from '@sveltejs/kit'
import { schema } from '@usher/database'
import { createTemporaryDatabase } from '@usher/database/testing'
import { createKeyring } from '@usher/domain'
import { createFirstOwner, setUpToken } from '@usher/services'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '#deps'
import { handle } from './hooks.server.ts'

const secret = 'a secret that only this test knows'
const origin = 'http://localhost:3024'
let temporary: Awaited<ReturnType<typeof createTemporaryDatabase>>

beforeAll(async () => {
  temporary = await createTemporaryDatabase()
  Object.assign(process.env, { DATABASE_URL: temporary.url, USHER_SECRET: secret, USHER_ORIGIN: origin })
  const { deps } = await openHouse()
  const owner = { name: 'Olivia', email: 'olivia@usher.example', password: 'correct horse battery' }
  const created = await createFirstOwner({
    deps,
    setUpToken: await setUpToken(await createKeyring([secret])),
    input: owner,
  })
  expect(created.ok).toBe(true)
})
afterAll(async () => {
  const { deps } = await openHouse()
  deps.database.close()
  await temporary.remove()
})

type Event = Parameters<typeof handle>[0]['event']

/** A request as SvelteKit hands it to the hook; what the hook sets is in `locals`. */
function eventOf(path: string, options: { routeId?: string; request?: RequestInit; cookie?: string } = {}) {
  const url = new URL(path, origin)
  const headers = new Headers(options.request?.headers)
  if (options.cookie) headers.set('cookie', options.cookie)
  const locals = {} as Event['locals']
  const event = {
    url,
    request: new Request(url, { ...options.request, headers }),
    locals,
    route: { id: options.routeId ?? '/(signed-in)/contacts' },
    getClientAddress: () => '203.0.113.7',
    cookies: { parse: () => ({ name: 'x', value: '' }), set: () => undefined },
  } as unknown as Event
  return { event, locals }
}

async function answerOf(event: Event): Promise<{ status: number; location?: string }> {
  try {
    const response = await handle({ event, resolve: async () => new Response('a page') })
    return { status: response.status }
  } catch (thrown) {
    if (isRedirect(thrown)) return { status: thrown.status, location: thrown.location }
    if (isHttpError(thrown)) return { status: thrown.status }
    throw thrown
  }
}

async function signIn(): Promise<string> {
  const { auth } = await openHouse()
  const { headers } = await auth.api.signInEmail({
    body: { email: 'olivia@usher.example', password: 'correct horse battery' },
    returnHeaders: true,
  })
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

test.each([
  'application/x-www-form-urlencoded',
  'application/json',
  'text/plain',
  'application/octet-stream',
])('a cross-site POST of %s is answered 403, even with a session', async (type) => {
  const request = {
    method: 'POST',
    headers: { 'content-type': type, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: 'name=x',
  }
  const { event } = eventOf('/admin/contacts/new', { request, cookie: await signIn() })
  expect(await answerOf(event)).toEqual({ status: 403 })
})

test('nobody sees a page behind the sign-in without signing in, and comes back to it afterwards', async () => {
  const { event } = eventOf('/admin/contacts?search=ada')
  expect(await answerOf(event)).toEqual({
    status: 303,
    location: '/admin/sign-in?next=%2Fadmin%2Fcontacts%3Fsearch%3Dada',
  })
})

test('a POST of somebody who is not signed in changes nothing', async () => {
  const request = { method: 'POST', headers: { origin }, body: new URLSearchParams({ firstName: 'Jane' }) }
  const { event } = eventOf('/admin/contacts/new', { request, routeId: '/(signed-in)/contacts/new' })
  expect((await answerOf(event)).status).toBe(303)
})

test('a session makes a staff actor, read anew at every request', async () => {
  const cookie = await signIn()
  const first = eventOf('/admin/contacts', { cookie })
  expect(await answerOf(first.event)).toEqual({ status: 200 })
  expect(first.locals.actor).toMatchObject({
    kind: 'staff',
    name: 'Olivia',
    role: 'owner',
    ipAddress: '203.0.113.7',
  })

  const { deps } = await openHouse()
  const { query } = deps.database
  await deps.database.write([query.update(schema.staffUsers).set({ deactivatedAt: new Date() })])
  const second = eventOf('/admin/contacts', { cookie })
  expect((await answerOf(second.event)).status).toBe(303)
  expect(second.locals.actor).toBeNull()
  await deps.database.write([query.update(schema.staffUsers).set({ deactivatedAt: null })])
})

test('invariant 5: a page that is looked at renews no session and removes none; what is posted renews it', async () => {
  const cookie = await signIn()
  const { deps } = await openHouse()
  const { query } = deps.database
  const sessions = () => query.select().from(schema.staffSessions)
  const hourMilliseconds = 60 * 60 * 1000
  const soon = new Date(Date.now() + 2 * hourMilliseconds)
  await deps.database.write([query.update(schema.staffSessions).set({ expiresAt: soon })])
  const aged = await sessions()
  for (const method of ['GET', 'HEAD']) {
    const { event } = eventOf('/admin/contacts', { cookie, request: { method } })
    expect(await answerOf(event)).toEqual({ status: 200 })
  }
  expect(await sessions()).toEqual(aged)

  const posted = eventOf('/admin/contacts', { cookie, request: { method: 'POST', headers: { origin } } })
  expect(await answerOf(posted.event)).toEqual({ status: 200 })
  const lastEnd = Math.max(...(await sessions()).map(({ expiresAt }) => expiresAt.getTime()))
  expect(lastEnd).toBeGreaterThan(Date.now() + 11 * hourMilliseconds)

  await deps.database.write([query.update(schema.staffSessions).set({ expiresAt: new Date(1) })])
  const ended = await sessions()
  expect((await answerOf(eventOf('/admin/contacts', { cookie }).event)).status).toBe(303)
  expect(await sessions()).toEqual(ended)
})

test('a made-up session cookie is nobody', async () => {
  const { event, locals } = eventOf('/admin/contacts', { cookie: 'usher-staff.session_token=made.up' })
  expect((await answerOf(event)).status).toBe(303)
  expect(locals.actor).toBeNull()
})

test('the management API is not opened by a cookie', async () => {
  const { event, locals } = eventOf('/admin/api/v1/contacts', {
    cookie: await signIn(),
    routeId: '/api/v1/[...path]',
  })
  expect(await answerOf(event)).toEqual({ status: 200 })
  expect(locals.actor).toBeNull()
})
