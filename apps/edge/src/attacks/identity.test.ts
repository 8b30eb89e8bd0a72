import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Browser, Shown } from '../testing/browser.ts'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
afterEach(() => vi.useRealTimers())

const askForCode = async (browser: Browser, link: string, email: string): Promise<Shown> => {
  const asked = await browser.submit(await browser.get(link), 'email_code', { email })
  await world.current.settle()
  return browser.follow(asked)
}
const wrong = (otp: string) => (otp === '111111' ? '222222' : '111111')

describe('a Single invitation for one person, opened by another', () => {
  test('who signs in as somebody else is refused', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const john = await world.current.make.contact({ email: 'john@fabrikam.example' })
    const { code } = await world.current.make.invitation({ contacts: [john] })
    const answer = await browser.json('/api/redemptions', { code })
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([403, 'wrong_recipient'])
    expect(await world.current.rows.redemptions()).toHaveLength(1)
  })

  test('who registers the invitee’s address cannot prove it: no account, no redemption', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const mallory = world.current.browser()
    const posted = await mallory.submit(await mallory.get(copiedLink), 'create', {
      email: 'jane@contoso.example',
      password: 'mallory knows this',
    })
    const page = await mallory.follow(posted)
    await world.current.settle()
    const [otp = ''] = await world.current.emailCodes('jane@contoso.example')
    expect((await mallory.submit(page, 'verify', { otp: wrong(otp) })).status).toBe(400)
    expect(await world.current.rows.invitees()).toEqual([])

    // Jane comes later, by herself: the password that mallory chose is not hers.
    const jane = world.current.browser()
    const janesPage = await askForCode(jane, copiedLink, 'jane@contoso.example')
    const [, janesCode = ''] = await world.current.emailCodes('jane@contoso.example')
    expect((await jane.submit(janesPage, 'verify', { otp: janesCode })).status).toBe(303)
    const signIn = await mallory.post('/sign-in', {
      email: 'jane@contoso.example',
      password: 'mallory knows this',
    })
    expect(signIn.status).toBe(401)
  })

  test('a proof that was forged, or is another contact’s, is no proof', async () => {
    const { copiedLink, invitation } = await inviteJane(world.current)
    const john = await world.current.make.contact({ email: 'john@fabrikam.example' })
    for (const proof of ['A'.repeat(43), await invitation.proofFor(john), 'x']) {
      const browser = world.current.browser()
      const landing = await browser.get(`${copiedLink}?r=${proof}`)
      const posted = await browser.submit(landing, 'create', {
        email: 'john@fabrikam.example',
        password: goodPassword,
      })
      expect(posted.location).toBe('/redeem/check-email')
    }
    await world.current.settle()
    expect(await world.current.rows.invitees()).toEqual([])
    expect(await world.current.rows.emails()).toEqual([])
  })
})

describe('a six-digit code', () => {
  test('is refused at the sixth try, even when it is right', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const page = await askForCode(browser, copiedLink, 'jane@contoso.example')
    const [otp = ''] = await world.current.emailCodes('jane@contoso.example')
    for (let time = 0; time < 5; time++) {
      // Spaces make each a submission of its own.
      expect((await browser.submit(page, 'verify', { otp: wrong(otp) + ' '.repeat(time) })).status).toBe(400)
    }
    expect((await browser.submit(page, 'verify', { otp })).status).toBe(400)
    expect(await world.current.rows.invitees()).toEqual([])
  })

  test('is refused at the second use', async () => {
    const { link } = await inviteEverybody(world.current)
    const browser = world.current.browser()
    const page = await askForCode(browser, link, 'ada@fabrikam.example')
    const [otp = ''] = await world.current.emailCodes('ada@fabrikam.example')
    const flow = new Map(browser.cookies)
    expect((await browser.submit(page, 'verify', { otp })).status).toBe(303)
    const other = world.current.browser({ 'x-forwarded-for': '198.51.100.1' })
    for (const [name, value] of flow) other.cookies.set(name, value)
    expect((await other.submit(page, 'verify', { otp })).status).toBe(400)
    expect(other.cookies.has('usher-invitee.session')).toBe(false)
  })

  test('is refused after ten minutes', async () => {
    const { link } = await inviteEverybody(world.current)
    const browser = world.current.browser()
    const page = await askForCode(browser, link, 'ada@fabrikam.example')
    const [otp = ''] = await world.current.emailCodes('ada@fabrikam.example')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 + 1 })
    expect((await browser.submit(page, 'verify', { otp })).status).toBe(400)
    expect(await world.current.rows.invitees()).toEqual([])
  })

  test('is killed by a newer one', async () => {
    const { link } = await inviteEverybody(world.current)
    const browser = world.current.browser()
    const page = await askForCode(browser, link, 'ada@fabrikam.example')
    await browser.submit(page, 'resend')
    await world.current.settle()
    const [old = '', newest = ''] = await world.current.emailCodes('ada@fabrikam.example')
    if (old !== newest) expect((await browser.submit(page, 'verify', { otp: old })).status).toBe(400)
    expect((await browser.submit(page, 'verify', { otp: newest })).status).toBe(303)
  })

  test('of one person is no code of another', async () => {
    const { link } = await inviteEverybody(world.current)
    const [ada, eve] = [world.current.browser(), world.current.browser({ 'x-forwarded-for': '198.51.100.2' })]
    await askForCode(ada, link, 'ada@fabrikam.example')
    const evesPage = await askForCode(eve, link, 'eve@fabrikam.example')
    const [adas = ''] = await world.current.emailCodes('ada@fabrikam.example')
    const [eves = ''] = await world.current.emailCodes('eve@fabrikam.example')
    if (adas !== eves) expect((await eve.submit(evesPage, 'verify', { otp: adas })).status).toBe(400)
  })

  test('asked for again and again pauses, whoever’s the address', async () => {
    const { link } = await inviteEverybody(world.current)
    await world.current.make.invitee({ email: 'jane@contoso.example' })
    for (const email of ['jane@contoso.example', 'stranger@fabrikam.example']) {
      const statuses = []
      for (let time = 0; time < 7; time++) {
        const browser = world.current.browser()
        statuses.push(
          (await browser.submit(await browser.get(link), 'email_code', { email: email + ' '.repeat(time) }))
            .status,
        )
      }
      expect(statuses, email).toEqual([303, 303, 303, 303, 303, 429, 429])
    }
    await world.current.settle()
    expect(await world.current.rows.emails()).toHaveLength(10)
  })

  test('asked for a stranger’s address: same reply, no mail, and a wrong try answers alike', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const told = async (email: string) => {
      const browser = world.current.browser()
      const page = await askForCode(browser, copiedLink, email)
      const tries = []
      for (let time = 0; time < 7; time++) {
        const { status, words } = await browser.submit(page, 'verify', { otp: `000000${' '.repeat(time)}` })
        tries.push([status, words.replaceAll(email, 'ADDRESS')])
      }
      return { page: page.words.replaceAll(email, 'ADDRESS'), tries }
    }
    const invited = await told('jane@contoso.example')
    const stranger = await told('stranger@fabrikam.example')
    expect(stranger).toEqual(invited)
    expect((await world.current.rows.emails()).map((email) => email.toAddress)).toEqual([
      'jane@contoso.example',
    ])
  })

  test('asked for a stranger’s address takes the same time: who may is found out after the answer', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const { client } = world.current.deps.database
    const readsUntilAnswered = async (email: string) => {
      const browser = world.current.browser()
      const landing = await browser.get(copiedLink)
      const { execute, batch } = client
      const calls: string[] = []
      client.execute = (...args) => (calls.push('execute'), execute(...args))
      client.batch = (...args) => (calls.push('batch'), batch(...args))
      // What runs in the background waits until the answer is there.
      const held: (() => void)[] = []
      const { inBackground } = world.current.deps
      const before = [...calls]
      world.current.deps.inBackground = (work) => (held.push(() => inBackground(work)), undefined)
      await browser.submit(landing, 'email_code', { email })
      world.current.deps.inBackground = inBackground
      for (const release of held) release()
      await world.current.settle()
      Object.assign(client, { execute, batch })
      return { before, held: held.length }
    }
    const invited = await readsUntilAnswered('jane@contoso.example')
    const stranger = await readsUntilAnswered('stranger@fabrikam.example')
    expect(invited).toEqual(stranger)
    expect(invited.held).toBe(1)
  })
})

describe('a password', () => {
  const signIn = (password: string, email = 'jane@contoso.example', address = '203.0.113.9') =>
    world.current.browser({ 'x-forwarded-for': address }).post('/sign-in', { email, password })

  test('guessed five times locks the account for a while, for the right one too, and says so', async () => {
    await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
    for (let time = 0; time < 5; time++) expect((await signIn(`wrong ${time}`)).status).toBe(401)
    const locked = await signIn(goodPassword, 'JANE@contoso.example', '198.51.100.1')
    expect(locked.status).toBe(429)
    expect(locked.words).toContain('Too many wrong passwords')
    expect(locked.words).toMatch(/Try again in 1[45] minutes/)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1 })
    expect((await signIn(goodPassword)).status).toBe(303)
  })

  test('guessed at once, in parallel, gets no more tries than one by one', async () => {
    await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
    const answers = await Promise.all(Array.from({ length: 30 }, (_, time) => signIn(`wrong ${time}`)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25)
  })

  test('given right at last begins the count anew', async () => {
    await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) expect((await signIn(`wrong ${round} ${time}`)).status).toBe(401)
      expect((await signIn(goodPassword, 'jane@contoso.example', `203.0.113.${round}`)).status).toBe(303)
    }
  })

  test('locked accounts and unknown addresses look the same', async () => {
    await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
    const told = async (email: string) => {
      const answers = []
      for (let time = 0; time < 7; time++) {
        const { status, words } = await signIn(`wrong ${time}`, email)
        answers.push([status, words])
      }
      return answers
    }
    expect(await told('jane@contoso.example')).toEqual(await told('nobody@contoso.example'))
  })
})

test('a session planted before signing in is another one after it', async () => {
  const { mailedLink } = await inviteJane(world.current)
  const mallory = await letJaneIn(world.current, await inviteAsMallory().then(({ link }) => link))
  const victim = world.current.browser()
  for (const [name, value] of mallory.cookies) victim.cookies.set(name, value)
  await victim.submit(await victim.get(mailedLink), 'switch')
  const landing = await victim.get(mailedLink)
  await victim.submit(landing, 'create', { password: goodPassword })
  expect(victim.cookies.get('usher-invitee.session')).not.toBe(mallory.cookies.get('usher-invitee.session'))
  expect((await victim.get('/')).words).toContain('jane@contoso.example')
  const again = await mallory.json('/api/redemptions', { code: 'SPRING-PARTNERS-2027' })
  expect(again.status).toBe(401)

  async function inviteAsMallory() {
    const contact = await world.current.make.contact({ email: 'mallory@evil.example' })
    const invitation = await world.current.make.invitation({ contacts: [contact] })
    return { link: `/i/${invitation.code}?r=${await invitation.proofFor(contact)}` }
  }
})

describe('a session fixed before a redemption', () => {
  const session = 'usher-invitee.session'
  const isSignedIn = async (browser: Browser) =>
    (await browser.json('/api/redemptions', { code: 'SPRING-PARTNERS-2027' })).status !== 401

  /** Jane is signed in; somebody else holds her cookies as they were before she redeems once more. */
  async function withHolder(isCached: boolean) {
    const { mailedLink, jane: contact } = await inviteJane(world.current)
    const jane = await letJaneIn(world.current, mailedLink)
    if (!isCached) jane.cookies.delete('usher-invitee.cache')
    const holder = world.current.browser({ 'x-forwarded-for': '203.0.113.66' })
    for (const [name, value] of jane.cookies) holder.cookies.set(name, value)
    const again = await world.current.make.invitation({ contacts: [contact] })
    return { jane, holder, link: `/i/${again.code}`, code: again.code, contact }
  }
  afterEach(() => vi.useRealTimers())

  test.each([
    ['at once', true],
    ['the long way', false],
  ])('goes on under another token (%s); who holds the old one is out a minute later', async (_, isCached) => {
    const { jane, holder, link } = await withHolder(isCached)
    const done = await jane.submit(await jane.get(link), 'accept')
    expect(done.location).toBe('/')
    expect(jane.cookies.get(session)).not.toBe(holder.cookies.get(session))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_001 })
    expect(await isSignedIn(holder)).toBe(false)
    expect(await isSignedIn(jane)).toBe(true)
  })

  test('an answer that was lost is had again under the old token for that minute', async () => {
    const { jane, holder, code } = await withHolder(true)
    const first = await jane.json('/api/redemptions', { code })
    const again = await holder.json('/api/redemptions', { code })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(JSON.parse(again.text).id).toBe(JSON.parse(first.text).id)
  })

  test('redeeming with the old token gives no session that lasts', async () => {
    const { jane, holder, code, contact } = await withHolder(true)
    await jane.json('/api/redemptions', { code })
    const another = await world.current.make.invitation({ contacts: [contact] })
    expect((await holder.json('/api/redemptions', { code: another.code })).status).toBe(201)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_001 })
    expect(await isSignedIn(holder)).toBe(false)
    expect(await isSignedIn(jane)).toBe(true)
  })
})

test('a session cookie that was made up, or cut from the database, is nobody’s', async () => {
  await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
  const [session] = await world.current.rows.sessions()
  for (const value of [session?.token ?? '', `${session?.token}.AAAA`, 'x.y', '%00', 'undefined']) {
    const browser = world.current.browser()
    browser.cookies.set('usher-invitee.session', value)
    expect((await browser.get('/api/me')).status, value.slice(0, 4)).toBe(401)
  }
})

test('a sealed cookie that was altered, or made under another name, opens nothing', async () => {
  const { invitation } = await inviteJane(world.current)
  const browser = world.current.browser()
  await browser.post('/redeem', { intent: 'open', code: invitation.code })
  const sealed = browser.cookies.get('usher-flow') ?? ''
  expect((await browser.get('/redeem/offer')).status).toBe(200)
  const altered = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
  for (const value of [altered, 'v1.x.y.z', 'garbage']) {
    browser.cookies.set('usher-flow', value)
    expect(await browser.get('/redeem/offer')).toMatchObject({ status: 303, location: '/redeem' })
  }
  browser.cookies.set('usher-welcome', sealed)
  expect((await browser.get('/')).status).toBe(200)
})
