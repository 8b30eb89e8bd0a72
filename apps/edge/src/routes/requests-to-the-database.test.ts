import { startHranaProcess } from '@usher/database/testing'
import { connect } from '@usher/database/web'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { createBrowser } from '../testing/browser.ts'
import { createEdgeWorld, type EdgeWorld, identityStore } from '../testing/edge-world.ts'
import { inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'

let world: EdgeWorld
let server: Awaited<ReturnType<typeof startHranaProcess>>
let loadings: number
/** The same house, its database reached over HTTP: a process that has just started. */
let open: () => ReturnType<typeof createBrowser>
beforeEach(async () => {
  world = await createEdgeWorld()
  server = await startHranaProcess(world.url.slice('file:'.length))
  loadings = 0
  const database = connect({ url: server.url })
  const app = createApp({
    ...world.deps,
    database,
    loadIdentityStore: async () => {
      loadings++
      return identityStore(database)
    },
  })
  open = () => createBrowser((request) => app.fetch(request, { peerAddress: '127.0.0.1' }), world.deps.origin)
})
afterEach(async () => {
  await world.settle()
  await server.close()
  await world.remove()
})

async function requestsDuring<T>(run: () => Promise<T>): Promise<{ answer: T; requests: number }> {
  const before = await server.requestCount()
  const answer = await run()
  return { answer, requests: (await server.requestCount()) - before }
}

/** Jane has an account and is signed in; her cookies in a browser that meets the process anew. */
async function signedInJane() {
  const jane = await inviteJane(world)
  const { cookies } = await letJaneIn(world, jane.mailedLink)
  const browser = open()
  for (const [name, value] of cookies) browser.cookies.set(name, value)
  return { ...jane, browser }
}

const mistype = (code: string) => code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')

describe('a landing page', () => {
  test('is one read, by a copied link and by a mailed one, with an account or without', async () => {
    const { mailedLink, copiedLink, jane, website } = await inviteJane(world)
    const opened = async (link: string) => {
      const { answer, requests } = await requestsDuring(() => open().get(link))
      return [answer.status, requests]
    }
    for (const link of [copiedLink, mailedLink]) expect(await opened(link)).toEqual([200, 1])
    await letJaneIn(world, mailedLink)
    const again = await world.make.invitation({ contacts: [jane], websiteId: website.id })
    expect(await opened(`/i/${again.code}?r=${await again.proofFor(jane)}`)).toEqual([200, 1])
  })

  test('is one read for who is signed in, and Better Auth is not loaded', async () => {
    const { browser } = await signedInJane()
    const { link } = await inviteEverybody(world)
    const { answer, requests } = await requestsDuring(() => browser.get(link))
    expect([answer.status, requests, loadings]).toEqual([200, 1, 0])
    expect(answer.text).toContain('value="accept"')
  })
})

test('a junk code is no request at all: opened, previewed, posted, signed in or not', async () => {
  const { browser, invitation } = await signedInJane()
  const junk = mistype(invitation.code)
  for (const visitor of [open(), browser]) {
    const { answer, requests } = await requestsDuring(async () => [
      (await visitor.get(`/i/${junk}`)).status,
      (await visitor.get(`/i/${'x!'.repeat(90)}`)).status,
      (await visitor.json('/api/invitations/preview', { code: junk })).status,
      (await visitor.post('/redeem', { intent: 'accept', code: junk })).status,
    ])
    expect(answer).toEqual([404, 404, 404, 404])
    expect(requests).toBe(0)
  }
  expect(loadings).toBe(0)
})

describe('a redemption of who is signed in', () => {
  test('is one request, by form, and Better Auth is not loaded', async () => {
    const { browser } = await signedInJane()
    const { invitation, link } = await inviteEverybody(world)
    const landing = await browser.get(link)
    const { answer, requests } = await requestsDuring(() => browser.submit(landing, 'accept'))
    expect(answer).toMatchObject({ status: 303, location: '/' })
    expect([requests, loadings]).toEqual([1, 0])
    const redeemed = (await world.rows.redemptions()).filter((row) => row.invitationId === invitation.id)
    expect(redeemed).toHaveLength(1)
  })

  test('is one request in JSON, and so is asking again, which answers the same', async () => {
    const { browser } = await signedInJane()
    const { invitation } = await inviteEverybody(world)
    const bodies: unknown[] = []
    for (const status of [201, 200]) {
      const { answer, requests } = await requestsDuring(() =>
        browser.json('/api/redemptions', { code: invitation.code }),
      )
      expect([answer.status, requests]).toEqual([status, 1])
      bodies.push(JSON.parse(answer.text))
    }
    expect(bodies[1]).toEqual(bodies[0])
    expect(loadings).toBe(0)
  })

  test('is one request by the link of a mail to them', async () => {
    const { browser, jane, website } = await signedInJane()
    const invitation = await world.make.invitation({ contacts: [jane], websiteId: website.id })
    const landing = await browser.get(`/i/${invitation.code}?r=${await invitation.proofFor(jane)}`)
    const { answer, requests } = await requestsDuring(() => browser.submit(landing, 'accept'))
    expect([answer.status, answer.location, requests]).toEqual([303, '/', 1])
  })
})

describe('the signed cookie tells who somebody is, not what they may still do', () => {
  test('a session that was ended redeems nothing, though its cookie is fresh', async () => {
    const { browser } = await signedInJane()
    const { invitation } = await inviteEverybody(world)
    await world.deps.database.client.execute('DELETE FROM invitee_sessions')
    expect((await browser.json('/api/redemptions', { code: invitation.code })).status).toBe(401)
    const posted = await browser.post('/redeem', { intent: 'accept', code: invitation.code })
    expect(posted).toMatchObject({ status: 303, location: '/redeem/offer' })
    expect(await world.rows.redemptions()).toHaveLength(1)
  })

  test('a session that ran out redeems nothing', async () => {
    const { browser } = await signedInJane()
    const { invitation } = await inviteEverybody(world)
    await world.deps.database.client.execute('UPDATE invitee_sessions SET expires_at = 1')
    expect((await browser.json('/api/redemptions', { code: invitation.code })).status).toBe(401)
    expect(await world.rows.redemptions()).toHaveLength(1)
  })

  test('a cookie that was altered, or belongs to another session, is none', async () => {
    const { browser } = await signedInJane()
    const { invitation } = await inviteEverybody(world)
    const [name = ''] = [...browser.cookies.keys()].filter((key) => key.endsWith('.cache'))
    const genuine = browser.cookies.get(name) ?? ''
    const stranger = await world.make.invitee()
    const parsed = JSON.parse(Buffer.from(genuine, 'base64url').toString()) as {
      session: { user: { id: string } }
    }
    parsed.session.user.id = stranger.id
    const forged = Buffer.from(JSON.stringify(parsed)).toString('base64url')
    for (const value of [forged, genuine.slice(0, -2), 'e30', '%00', '🙂']) {
      browser.cookies.set(name, encodeURIComponent(value))
      const { answer, requests } = await requestsDuring(() => browser.get(`/i/${invitation.code}`))
      // Not believed: the database is asked who it is.
      expect([value, answer.status, requests > 1]).toEqual([value, 200, true])
    }
    await browser.json('/api/redemptions', { code: invitation.code })
    const redeemers = (await world.rows.redemptions()).map(({ userId }) => userId)
    expect(redeemers).not.toContain(stranger.id)
  })
})

describe('the short way asks what a page would', () => {
  test('terms that were not agreed to: the page says so, nothing is redeemed', async () => {
    const { browser, website } = await signedInJane()
    await world.deps.database.client.execute({
      sql: `UPDATE websites SET settings = json_set(settings, '$.termsText', 'Be kind.') WHERE id = ?`,
      args: [website.id],
    })
    const invitation = await world.make.invitation({ type: 'group', websiteId: website.id })
    const refused = await browser.post('/redeem', { intent: 'accept', code: invitation.code })
    expect(refused.status).toBe(400)
    expect(await world.rows.redemptions()).toHaveLength(1)
    const agreed = { intent: 'accept', code: invitation.code, terms: 'yes' }
    const { answer, requests } = await requestsDuring(() => browser.post('/redeem', agreed))
    expect([answer.status, requests]).toEqual([303, 1])
  })

  test('a website that takes no invitations has none', async () => {
    const { browser, website } = await signedInJane()
    await world.deps.database.client.execute({
      sql: `UPDATE websites SET settings = json_set(settings, '$.invitationEnabled', json('false')) WHERE id = ?`,
      args: [website.id],
    })
    const invitation = await world.make.invitation({ type: 'group', websiteId: website.id })
    expect((await browser.json('/api/redemptions', { code: invitation.code })).status).toBe(404)
    expect(await world.rows.redemptions()).toHaveLength(1)
  })

  test('somebody else’s invitation is refused with the whole explanation', async () => {
    const { browser, jane } = await signedInJane()
    const john = await inviteJane(world, {
      website: { name: 'Another website' },
      contact: { email: 'john@contoso.example' },
    })
    const refused = await browser.post('/redeem', { intent: 'accept', code: john.invitation.code })
    expect(refused.status).toBe(403)
    expect(refused.words).toContain(jane.email)
  })
})
