import { createRecipientProof, hashOfCode, toBase64Url } from '@usher/domain'
import { describe, expect, test } from 'vitest'
import { createCodeLimits } from '../limits/code-limits.ts'
import type { EdgeWorld } from '../testing/edge-world.ts'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

/** A guesser at an address, as the gateway reports it. */
const guessFrom = (address: string, code: string, current: EdgeWorld = world.current) =>
  current.browser({ 'x-forwarded-for': address }).json('/api/invitations/preview', { code })

const countReads = () => {
  const { client } = world.current.deps.database
  const { execute, batch } = client
  const count = { reads: 0 }
  client.execute = (...args) => (count.reads++, execute(...args))
  client.batch = (...args) => (count.reads++, batch(...args))
  return count
}

describe('brute force', () => {
  test('of generated codes ends at the tag: it costs the database nothing, and is throttled', async () => {
    const count = countReads()
    const statuses = []
    for (let guess = 0; guess < 40; guess++) {
      const code = `${String(guess).padStart(4, '0')}-EFGH-JKMN-PQRS-TVWX`
      statuses.push(
        (await world.current.browser({ 'x-forwarded-for': '203.0.113.9' }).get(`/i/${code}`)).status,
      )
    }
    expect(count.reads).toBe(0)
    expect(statuses.filter((status) => status === 404)).toHaveLength(30)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })

  test('of chosen codes is throttled, with the time to come back', async () => {
    for (let guess = 0; guess < 30; guess++) await guessFrom('203.0.113.9', `SPRING-PARTNERS-${guess}`)
    const refused = await guessFrom('203.0.113.9', 'SPRING-PARTNERS-2027')
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([429, 'too_many_attempts'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('from the addresses of one IPv6 /64, and from the /64s of one /48, is one guesser’s', async () => {
    const statuses = []
    for (let guess = 0; guess < 40; guess++) {
      statuses.push((await guessFrom(`2001:db8:1:1::${guess}`, `SPRING-PARTNERS-${guess}`)).status)
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
    const wider = []
    for (let network = 2; network < 60; network++) {
      wider.push((await guessFrom(`2001:db8:1:${network}::1`, `SUMMER-PARTNERS-${network}`)).status)
    }
    expect(wider.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
    expect((await guessFrom('2001:db8:2:1::1', 'SPRING-PARTNERS-2027')).status).toBe(404)
  })

  test('from everywhere at once ends at the budget of all together', async () => {
    const now = world.current.deps.now().getTime()
    await world.current.deps.database.client.execute({
      sql: 'INSERT INTO attempts (bucket, count, window_ends_at) VALUES (?, ?, ?)',
      args: ['code-failures:chosen:everywhere', 1000, now + 60_000],
    })
    expect((await guessFrom('198.51.100.77', 'SPRING-PARTNERS-2027')).status).toBe(429)
  })

  test('is counted for all instances: what one has seen, the other refuses', async () => {
    for (let guess = 0; guess < 30; guess++) await guessFrom('203.0.113.9', `SPRING-PARTNERS-${guess}`)
    const { createApp } = await import('../app.ts')
    const other = createApp(world.current.deps)
    const request = new Request('http://localhost:3024/i/SPRING-PARTNERS-2027', {
      headers: { 'x-forwarded-for': '203.0.113.200' },
    })
    expect((await other.fetch(request, { peerAddress: '127.0.0.1' })).status).toBe(429)
  })

  test('does not lock out whoever holds a genuine code in the same building', async () => {
    const { invitation } = await inviteJane(world.current)
    for (let guess = 0; guess < 40; guess++) await guessFrom('203.0.113.9', `SPRING-PARTNERS-${guess}`)
    for (let guess = 0; guess < 40; guess++) await guessFrom('203.0.113.9', '1111-EFGH-JKMN-PQRS-TVWX')
    expect((await guessFrom('203.0.113.9', invitation.code)).status).toBe(200)
  })

  test('a visitor cannot pick another address to be counted under', async () => {
    const statuses = []
    for (let guess = 0; guess < 40; guess++) {
      const request = new Request('http://localhost:3024/i/1111-EFGH-JKMN-PQRS-TVWX', {
        headers: { 'x-forwarded-for': `198.51.${guess}.1` },
      })
      statuses.push((await world.current.app.fetch(request, { peerAddress: '203.0.113.9' })).status)
    }
    expect(statuses).toContain(429)
  })
})

describe('guesses that come at once', () => {
  test('do not slip through between check and count: not through one instance, by any method, nor through two', async () => {
    const { createApp } = await import('../app.ts')
    const apps = [world.current.app, createApp(world.current.deps)]
    const statuses = await Promise.all(
      Array.from({ length: 90 }, async (_, guess) => {
        const request = new Request('http://localhost:3024/api/invitations/preview', {
          method: 'POST',
          headers: { 'x-forwarded-for': '203.0.113.9', 'content-type': 'application/json' },
          body: JSON.stringify({ code: `SPRING-PARTNERS-${guess}` }),
        })
        return (await apps[guess % 2]?.fetch(request, { peerAddress: '127.0.0.1' }))?.status
      }),
    )
    expect(statuses.filter((status) => status === 404)).toHaveLength(30)
    expect(statuses.filter((status) => status === 429)).toHaveLength(60)
  })

  test('by following links end as well, and each refusal says when to come back', async () => {
    const browser = world.current.browser({ 'x-forwarded-for': '203.0.113.9' })
    const pages = await Promise.all(
      Array.from({ length: 50 }, (_, guess) => browser.get(`/i/SPRING-PARTNERS-${guess}`)),
    )
    expect(pages.filter(({ status }) => status === 404)).toHaveLength(30)
    const refused = pages.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(20)
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('from everywhere, by following links alone, end at a budget of all together', async () => {
    const limits = createCodeLimits(world.current.deps)
    const answers = []
    for (let guess = 0; guess < 1003; guess++) {
      const address = `198.${guess >> 8}.${guess & 255}.1`
      answers.push((await limits.admit(`SPRING-PARTNERS-${guess}`, address, { mayWrite: false })).ok)
    }
    expect(answers.filter((isAdmitted) => isAdmitted)).toHaveLength(1000)
    expect(await world.current.rows.attempts()).toEqual([])
  })

  test('are not what people with a genuine code do: a whole hall may type the one on the wall', async () => {
    const { invitation } = await inviteEverybody(world.current)
    const code = 'SPRING-PARTNERS-2027'
    await world.current.deps.database.client.execute({
      sql: 'UPDATE invitations SET code_hash = ? WHERE id = ?',
      args: [await hashOfCode(world.current.deps.keys, code), invitation.id],
    })
    expect((await guessFrom('203.0.113.9', code)).status).toBe(200)
    const hall = await Promise.all(Array.from({ length: 80 }, () => guessFrom('203.0.113.9', code)))
    expect(new Set(hall.map(({ status }) => status))).toEqual(new Set([200]))
    await world.current.settle()
    expect((await world.current.rows.attempts()).map(({ count }) => count)).toEqual([0, 0])
  })
})

describe('another kind of secret presented as a code is none', () => {
  test('recipient proof, session token, six digits, sealed cookie, id', async () => {
    const { mailedLink, jane, invitation, proof } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const session = browser.cookies.get('usher-invitee.session') ?? ''
    const others = [
      proof,
      await createRecipientProof(world.current.deps.keys, invitation.id, {
        id: jane.id,
        email: jane.email ?? '',
      }),
      session,
      session.split('.')[0] ?? '',
      browser.cookies.get('usher-welcome') ?? '',
      invitation.id,
      invitation.codeHash,
      invitation.codeSealed,
      '123456',
      toBase64Url(new Uint8Array(15)),
    ]
    for (const code of others) {
      const answer = await world.current
        .browser()
        .json('/api/invitations/preview', { code: code.slice(0, 200) })
      expect([404, 429], code.slice(0, 12)).toContain(answer.status)
      expect(answer.text).not.toContain('Contoso')
    }
  })
})

describe('odd input is 400, never 500', () => {
  const odd = ['\0', 'AB\0CD', '\u001b[31m', '\ud800', 'A'.repeat(201), 'x'.repeat(1024 * 1024)]

  test('in JSON', async () => {
    for (const code of odd) {
      for (const path of ['/api/invitations/preview', '/api/redemptions']) {
        expect(
          (await world.current.browser().json(path, { code })).status,
          `${path} ${code.slice(0, 4)}`,
        ).toBe(400)
      }
    }
  })

  test('in forms', async () => {
    for (const code of odd) {
      const answer = await world.current.browser().post('/redeem', { intent: 'open', code })
      expect(answer.status, code.slice(0, 4)).toBe(400)
    }
    for (const name of ['email', 'password', 'otp', 'name', 'returnurl']) {
      const answer = await world.current.browser().post('/sign-in', { [name]: 'a\0b' })
      expect(answer.status, name).toBe(400)
    }
  })

  test('in links', async () => {
    for (const path of [
      '/i/%00',
      '/i/AB%00CD',
      `/i/${'A'.repeat(201)}`,
      '/register?invitation=%00',
      '/i/x?r=%00',
      '/i/x?returnurl=%00',
    ]) {
      expect((await world.current.browser().get(path)).status, path).toBe(400)
    }
    for (const path of [
      '/i/%ff',
      '/i/%',
      '/i/%E2%80%AE',
      '/i/💥💥💥💥💥💥💥💥',
      '/i/%2e%2e%2fadmin',
      '/i/a%2fb',
      '/i/constructor',
      '/i/__proto__',
    ]) {
      expect([400, 404], path).toContain((await world.current.browser().get(path)).status)
    }
  })

  test('in bodies that are not what they say', async () => {
    const browser = world.current.browser()
    const send = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      browser.request('/redeem', {
        method: 'POST',
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
        body,
      })
    expect((await send('{"code":"x"}', 'application/json')).status).toBe(400)
    expect((await send(new Uint8Array([0xff, 0xfe, 0x41]), 'application/x-www-form-urlencoded')).status).toBe(
      400,
    )
    expect((await send('code=x', 'multipart/form-data')).status).toBe(400)
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(8192).fill(65)),
    })
    const streamed = new Request('http://localhost:3024/redeem', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect((await world.current.app.fetch(streamed, {})).status).toBe(400)
  })
})

describe('invariant 7: a code stands nowhere it could leak from', () => {
  test('no redirect, cookie, header, log line or error names it, on the whole way of a redemption', async () => {
    const { invitation } = await inviteEverybody(world.current)
    const { code } = invitation
    const browser = world.current.browser()
    const seen: string[] = []
    const note = <T extends { headers: Headers; location: string | null }>(answer: T): T => {
      seen.push(JSON.stringify([...answer.headers]), String(answer.location))
      return answer
    }
    note(await browser.get(`/i/${code}`))
    const typed = note(await browser.post('/redeem', { intent: 'open', code }))
    const offer = note(await browser.follow(typed))
    const created = note(
      await browser.submit(offer, 'create', {
        email: 'ada@fabrikam.example',
        name: 'Ada',
        password: goodPassword,
      }),
    )
    await world.current.settle()
    const [otp = ''] = await world.current.emailCodes('ada@fabrikam.example')
    note(
      await browser.submit(await browser.follow(created), 'verify', {
        otp: '000000' === otp ? '000001' : '000000',
      }),
    )
    const done = note(await browser.submit(await browser.follow(created), 'verify', { otp }))
    note(await browser.follow(done))
    note(await browser.post('/redeem', { intent: 'nonsense', code }))
    note(await browser.post('/redeem', { intent: 'accept', code }, { 'sec-fetch-site': 'cross-site' }))
    expect(await world.current.rows.redemptions()).toHaveLength(1)
    const everything = `${seen.join('\n')}\n${JSON.stringify(world.current.log)}`.toUpperCase()
    expect(everything).not.toContain(code)
    expect(everything).not.toContain(code.slice(0, 12))
  })

  test('a stolen database holds no usable code: none of an invitation, none that was mailed', async () => {
    const { link, invitation } = await inviteEverybody(world.current)
    const browser = world.current.browser()
    await browser.submit(await browser.get(link), 'email_code', { email: 'ada@fabrikam.example' })
    await world.current.settle()
    const [otp = ''] = await world.current.emailCodes('ada@fabrikam.example')
    const { dump } = await import('../testing/dump.ts')
    const stolen = JSON.stringify(await dump(world.current.deps.database))
    expect(stolen).not.toContain(invitation.code)
    const verifications = JSON.stringify((await dump(world.current.deps.database))['invitee_verifications'])
    expect(verifications).not.toMatch(new RegExp(`(^|[^0-9a-f])${otp}([^0-9a-f]|$)`))
    expect(verifications).not.toContain('ada@fabrikam.example')
  })
})

test('redeemed a millisecond after its expiry, with nothing that cleans up: refused', async () => {
  const { mailedLink } = await inviteJane(world.current)
  const browser = await letJaneIn(world.current, mailedLink)
  const { invitation } = await inviteEverybody(world.current, { expiresAt: new Date(Date.now() + 3_600_000) })
  await world.current.deps.database.client.execute({
    sql: 'UPDATE invitations SET expires_at = ? WHERE id = ?',
    args: [Date.now() - 1, invitation.id],
  })
  const answer = await browser.json('/api/redemptions', { code: invitation.code })
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([410, 'invitation_expired'])
})
