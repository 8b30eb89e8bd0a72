import { describe, expect, test } from 'vitest'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

describe('POST /api/invitations/preview', () => {
  test('tells what an invitation is, with the least of whom it is for', async () => {
    const { invitation, website, webRole, account, proof } = await inviteJane(world.current, {
      expiresAt: new Date('2027-03-31T22:00:00Z'),
    })
    const { status, text } = await world.current
      .browser()
      .json('/api/invitations/preview', { code: invitation.code, recipientProof: proof })
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({
      website: expect.objectContaining({ id: website.id, name: 'Contoso Partners' }),
      type: 'single',
      inviter: expect.stringContaining('Staff'),
      message: null,
      offers: {
        webRoles: [{ id: webRole.id, name: 'Partner', description: null, endsAt: null }],
        account: { id: account.id, name: 'Contoso GmbH' },
      },
      redeemableBy: 'invited',
      recipient: { email: 'j•••@contoso.example' },
      expiresAt: '2027-03-31T22:00:00.000Z',
      seatsLeft: 1,
      refusal: null,
    })
    expect(text).not.toContain(invitation.code)
  })

  test('tells the holder of a closed invitation why', async () => {
    const { invitation } = await inviteJane(world.current, { deactivatedAt: new Date() })
    const { text } = await world.current.browser().json('/api/invitations/preview', { code: invitation.code })
    expect(JSON.parse(text)).toMatchObject({ refusal: 'invitation_inactive' })
  })

  test('is a 404 problem for anything that is no genuine code', async () => {
    const answer = await world.current
      .browser()
      .json('/api/invitations/preview', { code: 'SPRING-PARTNERS-2027' })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(JSON.parse(answer.text)).toEqual({
      type: 'about:blank',
      title: 'There is no such invitation',
      status: 404,
      code: 'invitation_unknown',
      detail: expect.any(String),
      requestId: answer.headers.get('x-request-id'),
    })
  })
})

describe('POST /api/redemptions', () => {
  const signedIn = async () => letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)

  test('201, and to the same redeemer again 200 with the same body', async () => {
    const browser = await signedIn()
    const { invitation, webRole } = await inviteEverybody(world.current)
    const redeem = () =>
      browser.json('/api/redemptions', { code: invitation.code, returnUrl: 'http://localhost:3024/shop' })
    const [first, again] = [await redeem(), await redeem()]
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.text).toBe(first.text)
    expect(JSON.parse(first.text)).toEqual({
      id: expect.any(String),
      invitationId: invitation.id,
      contactId: expect.any(String),
      webRoles: [{ id: webRole.id, name: 'Guest' }],
      account: null,
      redeemedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      returnUrl: 'http://localhost:3024/shop',
    })
  })

  test('each refusal has its status and its code', async () => {
    const browser = await signedIn()
    const john = await world.current.make.contact({ email: 'john@fabrikam.example' })
    const cases = [
      [{ type: 'group', expiresAt: new Date(1) }, 410, 'invitation_expired'],
      [{ type: 'group', deactivatedAt: new Date(1) }, 410, 'invitation_inactive'],
      [{ type: 'group', maximumRedemptions: 1, redemptionCount: 1 }, 410, 'invitation_full'],
      [{ contacts: [john] }, 403, 'wrong_recipient'],
    ] as const
    for (const [row, status, code] of cases) {
      const invitation = await world.current.make.invitation({
        ...row,
        contacts: 'contacts' in row ? [...row.contacts] : [],
      })
      const answer = await browser.json('/api/redemptions', { code: invitation.code })
      expect([answer.status, JSON.parse(answer.text).code], code).toEqual([status, code])
    }
    expect(await world.current.rows.redemptions()).toHaveLength(1)
  })

  test('email_unverified', async () => {
    const browser = await signedIn()
    await world.current.deps.database.client.execute(
      'UPDATE invitee_users SET email_verified = 0, contact_id = NULL',
    )
    const { invitation } = await inviteEverybody(world.current)
    const answer = await browser.json('/api/redemptions', { code: invitation.code })
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([403, 'email_unverified'])
  })

  test('not_signed_in: 401', async () => {
    const { invitation } = await inviteEverybody(world.current)
    const answer = await world.current.browser().json('/api/redemptions', { code: invitation.code })
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([401, 'not_signed_in'])
  })

  test('a bearer token does as well as a cookie, from a client that has none', async () => {
    await signedIn()
    const client = world.current.browser()
    const signIn = await client.request('/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'jane@contoso.example', password: goodPassword }),
    })
    expect(signIn.status).toBe(200)
    client.cookies.clear()
    const { invitation } = await inviteEverybody(world.current)
    const redeem = (token: string) =>
      client.request('/api/redemptions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ code: invitation.code }),
      })
    const token = signIn.headers.get('set-auth-token') ?? ''
    expect((await redeem(token)).status).toBe(201)
    // As it stands in the database, without its signature, it is worth nothing.
    expect((await redeem(token.split('.')[0] ?? '')).status).toBe(401)
  })

  test.each([
    ['no JSON', '{', 'application/json'],
    ['another content type', 'code=x', 'application/x-www-form-urlencoded'],
    ['no code', '{}', 'application/json'],
    ['an unknown field', '{"code":"x","admin":true}', 'application/json'],
    ['a code that is a number', '{"code":1}', 'application/json'],
    ['a list', '["x"]', 'application/json'],
  ])('%s: invalid_request 400', async (_, body, type) => {
    const browser = await signedIn()
    for (const path of ['/api/redemptions', '/api/invitations/preview']) {
      const answer = await browser.request(path, {
        method: 'POST',
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
        body,
      })
      expect([answer.status, JSON.parse(answer.text).code], path).toEqual([400, 'invalid_request'])
    }
  })
})

test('GET /api/me tells contact, account, web roles and identities of who is signed in', async () => {
  const { mailedLink, jane, account, webRole, website } = await inviteJane(world.current)
  const browser = await letJaneIn(world.current, mailedLink)
  const { status, text } = await browser.get('/api/me')
  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    contact: { id: jane.id, firstName: 'Jane', email: 'jane@contoso.example' },
    account: { id: account.id, name: 'Contoso GmbH' },
    webRoles: [{ id: webRole.id, name: 'Partner', websiteId: website.id, endsAt: null }],
    identities: [{ provider: 'credential' }],
  })
  const stranger = await world.current.browser().get('/api/me')
  expect([stranger.status, JSON.parse(stranger.text).code]).toEqual([401, 'not_signed_in'])
})

test('what is not there is a 404 problem to machines and a page to people', async () => {
  const machine = await world.current.browser().get('/api/nothing')
  expect([machine.status, machine.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  const person = await world.current.browser().get('/nothing')
  expect([person.status, person.words.includes('There is nothing here')]).toEqual([404, true])
})
