import { schema } from '@usher/database'
import { startHranaProcess } from '@usher/database/testing'
import { createWorld } from '@usher/services/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildEdge, removeBuild } from '../testing/build.ts'
import { dump } from '../testing/dump.ts'
import { type EdgeProcess, type Runtime, startEdge } from '../testing/edge-process.ts'
import { readEmailCodes } from '../testing/edge-world.ts'
import { createSessionCookie } from '../testing/session-cookie.ts'

/** Every runtime, on the database's file where it opens files, and over HTTP. */
const places = [
  { place: 'Deno, on a file', runtime: 'Deno', over: 'file', port: 4510 },
  { place: 'Deno from source, on a file', runtime: 'Deno, from source', over: 'file', port: 4511 },
  { place: 'Node, on a file', runtime: 'Node', over: 'file', port: 4512 },
  { place: 'deno serve, over HTTP', runtime: 'deno serve', over: 'http', port: 4513 },
  { place: 'Node, over HTTP', runtime: 'Node', over: 'http', port: 4514 },
  { place: 'workerd, over HTTP', runtime: 'workerd', over: 'http', port: 4515 },
] as const satisfies { place: string; runtime: Runtime; over: 'file' | 'http'; port: number }[]
type Place = (typeof places)[number]['place']
const password = 'correct horse battery'

let world: Awaited<ReturnType<typeof createWorld>>
let server: Awaited<ReturnType<typeof startHranaProcess>>
const edges = new Map<Place, EdgeProcess>()
const edgeAt = (place: Place) => {
  const edge = edges.get(place)
  if (!edge) throw new Error(`The edge is not running: ${place}`)
  return edge
}

// All of them at once, on one database.
beforeAll(async () => {
  world = await createWorld({ now: new Date() })
  server = await startHranaProcess(world.url.slice('file:'.length))
  await buildEdge()
  const urls = { file: world.url, http: server.url }
  await Promise.all(
    places.map(async ({ place, runtime, over, port }) =>
      edges.set(place, await startEdge(runtime, { url: urls[over], port })),
    ),
  )
}, 90_000)
afterAll(async () => {
  await Promise.all([...edges.values()].map((edge) => edge.stop()))
  await server.close()
  await world.remove()
  removeBuild()
}, 30_000)

let people = 0
/** Somebody new is invited, by name. */
async function invite() {
  const email = `jane${++people}@contoso.example`
  const website = await world.make.website({ baseUrl: 'https://www.contoso.example' })
  const webRole = await world.make.webRole(website.id, 'Partner')
  const account = await world.make.account('Contoso GmbH')
  const contact = await world.make.contact({ email, firstName: 'Jane' })
  const invitation = await world.make.invitation({
    websiteId: website.id,
    contacts: [contact],
    webRoles: [webRole],
    assignToAccountId: account.id,
  })
  const copiedLink = `/i/${invitation.code}`
  return {
    email,
    contact,
    website,
    invitation,
    copiedLink,
    mailedLink: `${copiedLink}?r=${await invitation.proofFor(contact)}`,
  }
}

/** The newest code in somebody's mailbox, as soon as it is there. */
async function mailedCode(email: string, count = 1): Promise<string> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const codes = await readEmailCodes(world, email)
    const newest = codes.at(-1)
    if (newest && codes.length >= count) return newest
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`No code came for ${email}`)
}

const redemptionsOf = async (invitationId: string) =>
  (await world.deps.database.query.select().from(schema.redemptions)).filter(
    (redemption) => redemption.invitationId === invitationId,
  )

describe.each(places)('$place', ({ place }) => {
  const open = (headers?: Record<string, string>) => edgeAt(place).browser(headers)

  test('it is alive, and the database is ready', async () => {
    expect((await open().get('/health')).status).toBe(200)
    expect((await open().get('/ready')).status).toBe(200)
  })

  test('the mailed link and a password: in, with role and account; signing in again later works', async () => {
    const { mailedLink, email, contact, invitation } = await invite()
    const browser = open()
    const posted = await browser.submit(await browser.get(mailedLink), 'create', { password })
    expect(posted).toMatchObject({ status: 303, location: '/' })
    const home = await browser.follow(posted)
    for (const said of ['Partner', 'Contoso GmbH', email]) expect(home.words).toContain(said)
    expect(await redemptionsOf(invitation.id)).toMatchObject([
      { contactId: contact.id, ipAddress: '127.0.0.1' },
    ])

    const later = open()
    const signedIn = await later.submit(await later.get('/sign-in'), 'sign_in', { email, password })
    expect((await later.follow(signedIn)).words).toContain('Partner')
    expect((await later.post('/sign-in', { email, password: 'wrong' })).status).toBe(401)
  })

  test('a copied link and an e-mailed code: in', async () => {
    const { copiedLink, email, invitation } = await invite()
    const browser = open()
    const asked = await browser.submit(await browser.get(copiedLink), 'email_code', { email })
    const page = await browser.follow(asked)
    expect((await browser.submit(page, 'verify', { otp: 'abcdef' })).status).toBe(400)
    const verified = await browser.submit(page, 'verify', { otp: await mailedCode(email) })
    expect(verified).toMatchObject({ status: 303, location: '/' })
    expect(await redemptionsOf(invitation.id)).toHaveLength(1)
  })

  test('a typed code, a return URL, an existing account', async () => {
    const first = await invite()
    const browser = open()
    await browser.submit(await browser.get(first.mailedLink), 'create', { password })
    await browser.post('/sign-out', {})

    const second = await world.make.invitation({ contacts: [first.contact], websiteId: first.website.id })
    const typed = await browser.submit(
      await browser.get('/register?returnurl=https%3A%2F%2Fwww.contoso.example%2Fstart'),
      'open',
      { code: second.code.toLowerCase(), hasAccount: 'yes' },
    )
    const offer = await browser.follow(typed)
    const accepted = await browser.submit(offer, 'sign_in', { email: first.email, password })
    expect(accepted).toMatchObject({ status: 303, location: 'https://www.contoso.example/start' })
  })

  test('another person is refused, kindly', async () => {
    const [jane, john] = [await invite(), await invite()]
    const browser = open()
    await browser.submit(await browser.get(jane.mailedLink), 'create', { password })
    const refused = await browser.post('/redeem', { intent: 'accept', code: john.invitation.code })
    expect(refused.status).toBe(403)
    expect(refused.words).toContain(`You are signed in as ${jane.email}.`)
    expect(await redemptionsOf(john.invitation.id)).toEqual([])
  })

  test('a double click is one redemption and the same answer twice', async () => {
    const { mailedLink, invitation } = await invite()
    const browser = open()
    const landing = await browser.get(mailedLink)
    const click = () => browser.submit(landing, 'create', { password })
    const answers = await Promise.all([click(), click()])
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, '/'],
      [303, '/'],
    ])
    expect(await redemptionsOf(invitation.id)).toHaveLength(1)
  })

  test('the JSON routes', async () => {
    const { mailedLink, invitation, email } = await invite()
    const browser = open()
    const preview = await browser.json('/api/invitations/preview', { code: invitation.code })
    expect(JSON.parse(preview.text)).toMatchObject({ type: 'single', seatsLeft: 1, refusal: null })
    expect((await browser.json('/api/redemptions', { code: invitation.code })).status).toBe(401)
    await browser.submit(await browser.get(mailedLink), 'create', { password })
    expect((await browser.json('/api/redemptions', { code: invitation.code })).status).toBe(200)
    expect(JSON.parse((await browser.get('/api/me')).text)).toMatchObject({ contact: { email } })
    const problem = await browser.json('/api/invitations/preview', { code: 'NO-SUCH-INVITATION' })
    expect([problem.status, JSON.parse(problem.text).code]).toEqual([404, 'invitation_unknown'])
  })

  test('a mail scanner changes nothing', async () => {
    const { mailedLink } = await invite()
    const before = await dump(world.deps.database)
    for (let time = 0; time < 25; time++) {
      expect((await open().get(mailedLink)).status).toBe(200)
      expect((await open().request(mailedLink, { method: 'HEAD' })).status).toBe(200)
    }
    expect(await dump(world.deps.database)).toEqual(before)
  })

  test('odd input is 400, never 500; a cross-site form is 403', async () => {
    for (const code of ['\0', 'x'.repeat(1024 * 1024), '\ud800']) {
      expect((await open().json('/api/invitations/preview', { code })).status).toBe(400)
      expect((await open().post('/redeem', { intent: 'open', code })).status).toBe(400)
    }
    expect((await open().get('/i/%00')).status).toBe(400)
    const foreign = await open().post(
      '/redeem',
      { code: 'x' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    )
    expect(foreign.status).toBe(403)
  })

  test('what it logs names no code, no address, no password', async () => {
    const output = edgeAt(place).output()
    const invitations = await world.deps.database.query.select().from(schema.invitations)
    expect(output).toContain('"route":"/i/:code"')
    expect(invitations.length).toBeGreaterThan(0)
    expect(output).not.toMatch(/@contoso\.example|correct horse|NO-SUCH-INVITATION/)
    expect(output).not.toMatch(/[0-9A-HJKMNP-TV-Z]{20}/)
  })
})

test('a way begun under one runtime ends under another: what people carry is the house’s, not the process’s', async () => {
  const { copiedLink, email, invitation } = await invite()
  const [deno, worker] = [edgeAt('Deno, on a file').browser(), edgeAt('workerd, over HTTP').browser()]
  const asked = await deno.submit(await deno.get(copiedLink), 'email_code', { email })
  expect(asked.location).toBe('/redeem/check-email')
  const otp = await mailedCode(email)
  for (const [name, value] of deno.cookies) worker.cookies.set(name, value)
  const verified = await worker.submit(await worker.get('/redeem/check-email'), 'verify', { otp })
  expect(verified).toMatchObject({ status: 303, location: '/' })
  expect(await redemptionsOf(invitation.id)).toHaveLength(1)
  for (const [name, value] of worker.cookies) deno.cookies.set(name, value)
  expect((await deno.get('/')).words).toContain(email)
})

test('30 people at once for 10 places, through all runtimes: exactly 10', async () => {
  const website = await world.make.website()
  const webRole = await world.make.webRole(website.id)
  const invitation = await world.make.invitation({
    type: 'group',
    websiteId: website.id,
    webRoles: [webRole],
    maximumRedemptions: 10,
  })
  const guests = await Promise.all(
    Array.from({ length: 30 }, async () => createSessionCookie(world, (await world.make.invitee()).id)),
  )
  const answers = await Promise.all(
    guests.map((cookie, index) => {
      const { origin } = edgeAt(places[index % places.length]?.place ?? 'Node, on a file')
      return fetch(`${origin}/api/redemptions`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify({ code: invitation.code }),
      })
    }),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(10)
  expect(statuses.filter((status) => status === 410)).toHaveLength(20)
  expect(await redemptionsOf(invitation.id)).toHaveLength(10)
})
