import { defaultWebsiteSettings, type WebsiteSettings } from '@usher/domain'
import * as OTPAuth from 'otpauth'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Browser, Shown } from '../testing/browser.ts'
import { dump } from '../testing/dump.ts'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
afterEach(() => vi.useRealTimers())
const email = 'jane@contoso.example'

/** The very same form from one address within two seconds is one submission. */
const browserAt = (host: number) => world.current.browser({ 'x-forwarded-for': `203.0.113.${host}` })

async function withJane(settings: Partial<WebsiteSettings> = {}) {
  const website = { settings: { ...defaultWebsiteSettings, ...settings } }
  const invited = await inviteJane(world.current, { website })
  return { ...invited, jane: await letJaneIn(world.current, invited.mailedLink) }
}
const signIn = (browser: Browser, password = goodPassword, login = email) =>
  browser.post('/sign-in', { intent: 'sign_in', email: login, password })

test('who is not signed in is led to sign in', async () => {
  const browser = world.current.browser()
  expect(await browser.get('/profile')).toMatchObject({ status: 303, location: '/sign-in' })
  expect(await browser.post('/profile', { intent: 'password' })).toMatchObject({ location: '/sign-in' })
})

describe('the password', () => {
  test('is changed by who knows the old one; every other session ends, this one goes on', async () => {
    const { jane } = await withJane()
    const other = world.current.browser()
    await signIn(other)
    const changed = await jane.submit(await jane.get('/profile'), 'password', {
      current: goodPassword,
      password: 'another good password',
    })
    expect(changed.location).toBe('/profile?done=password')
    expect((await jane.json('/api/redemptions', { code: 'X'.repeat(9) })).status).toBe(404)
    expect((await other.json('/api/redemptions', { code: 'X'.repeat(9) })).status).toBe(401)
    expect((await signIn(world.current.browser())).status).toBe(401)
    expect((await signIn(world.current.browser(), 'another good password')).status).toBe(303)
  })

  test('stays as it is for who does not know it, and guessing it locks', async () => {
    const { jane } = await withJane()
    const statuses = []
    for (let time = 0; time < 6; time++) {
      const fields = { intent: 'password', current: `guess ${time}`, password: 'another good password' }
      statuses.push((await jane.post('/profile', fields)).status)
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
  })

  test('is chosen by who has none yet', async () => {
    const { jane: contact, invitation } = await inviteJane(world.current)
    const browser = world.current.browser()
    const link = `/i/${invitation.code}?r=${await invitation.proofFor(contact)}`
    const asked = await browser.submit(await browser.get(link), 'email_code', { email })
    await world.current.settle()
    const [otp = ''] = await world.current.emailCodes(email)
    await browser.submit(await browser.follow(asked), 'verify', { otp })
    const page = await browser.get('/profile')
    expect(page.words).toContain('You have no password')
    await browser.submit(page, 'password', { password: goodPassword })
    expect((await signIn(world.current.browser())).status).toBe(303)
  })
})

describe('a username', () => {
  test('signs in like the address, in any case, and an invitation is accepted with it', async () => {
    const { jane, website } = await withJane({ usernameEnabled: true })
    const saved = await jane.submit(await jane.get('/profile'), 'username', { username: 'Jane.Doe' })
    expect(saved.location).toBe('/profile?done=username')
    expect((await signIn(world.current.browser(), goodPassword, 'JANE.doe')).status).toBe(303)
    const browser = world.current.browser()
    const { link } = await inviteEverybody(world.current, { websiteId: website.id })
    const page = await browser.get(link)
    expect(page.words).toContain('E-mail address or username')
    const accepted = await browser.submit(page, 'sign_in', { email: 'jane.doe', password: goodPassword })
    expect(accepted.status).toBe(303)
  })

  test('is one person’s alone, and no address', async () => {
    const { jane } = await withJane({ usernameEnabled: true })
    await world.current.make.invitee({ username: 'john' })
    const told = async (username: string) =>
      (await jane.post('/profile', { intent: 'username', username })).words
    expect(await told('JOHN')).toContain('Somebody else has this username')
    for (const username of ['jo', '-jane', 'john@fabrikam.example', 'a b c'])
      expect(await told(username)).toContain('Use 3 to 32 letters')
  })

  test('that nobody has looks like a wrong password, and is counted the same', async () => {
    const { jane } = await withJane({ usernameEnabled: true })
    await jane.post('/profile', { intent: 'username', username: 'jane.doe' })
    const told = async (login: string) => {
      const answers = []
      for (let time = 0; time < 6; time++) {
        const { status, words } = await signIn(world.current.browser(), `wrong ${time}`, login)
        answers.push([status, words])
      }
      return answers
    }
    expect(await told('jane.doe')).toEqual(await told('nobody.here'))
  })

  test('is not asked for where no website uses them', async () => {
    const { jane } = await withJane()
    expect((await jane.get('/profile')).words).not.toContain('Username')
    expect((await jane.post('/profile', { intent: 'username', username: 'jane' })).status).toBe(400)
    expect((await signIn(world.current.browser(), goodPassword, 'jane')).status).toBe(400)
  })
})

describe('a second step', () => {
  const codeOf = (secret: string) =>
    new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) }).generate()

  async function withApp() {
    const { jane, ...rest } = await withJane({ twoFactorEnabled: true })
    const page = await jane.submit(await jane.get('/profile'), 'second_step_app')
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1] ?? '').replaceAll(' ', '')
    expect(page.text).toContain('src="data:image/svg+xml,')
    const wrong = await jane.submit(page, 'second_step_on', { otp: '000000' })
    expect(wrong.status).toBe(400)
    const codes = await jane.submit(wrong, 'second_step_on', { otp: codeOf(secret) })
    const recoveryCodes = [...codes.text.matchAll(/<code>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)].map(
      ([, code = '']) => code,
    )
    expect(recoveryCodes).toHaveLength(10)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    return { ...rest, jane, secret, recoveryCodes }
  }
  const firstStep = async (browser: Browser): Promise<Shown> => {
    const signedIn = await signIn(browser)
    expect(signedIn).toMatchObject({ status: 303, location: '/sign-in/second-step' })
    expect((await browser.get('/api/me')).status).toBe(401)
    return browser.follow(signedIn)
  }

  test('by an app: the password alone opens nothing, with the code it does', async () => {
    const { secret } = await withApp()
    const browser = world.current.browser()
    const page = await firstStep(browser)
    expect(await world.current.rows.sessions()).toHaveLength(1)
    expect((await browser.submit(page, 'second_step', { otp: '000000' })).status).toBe(401)
    expect((await browser.submit(page, 'second_step', { otp: codeOf(secret) })).location).toBe('/')
    expect((await browser.get('/api/me')).status).toBe(200)
  })

  test('no code works twice, nor does an earlier one after a later one', async () => {
    const { secret } = await withApp()
    const otp = codeOf(secret)
    const [first, second] = [browserAt(1), browserAt(2)]
    expect((await first.submit(await firstStep(first), 'second_step', { otp })).location).toBe('/')
    expect((await second.submit(await firstStep(second), 'second_step', { otp })).status).toBe(401)
  })

  test('a recovery code stands in for the app, once', async () => {
    const { recoveryCodes } = await withApp()
    const [otp = ''] = recoveryCodes
    const [first, second] = [browserAt(1), browserAt(2)]
    const typed = otp.toLowerCase().replace('-', ' ')
    expect((await first.submit(await firstStep(first), 'second_step', { otp: typed })).location).toBe('/')
    expect((await second.submit(await firstStep(second), 'second_step', { otp })).status).toBe(401)
    expect((await first.get('/profile')).words).toContain('Recovery codes left: 9')
  })

  test('is asked for after an e-mailed code, too: a mailbox alone is not enough', async () => {
    const { secret } = await withApp()
    const browser = world.current.browser()
    const asked = await browser.submit(await browser.get('/sign-in'), 'email_code', { email })
    await world.current.settle()
    const [code = ''] = await world.current.emailCodes(email)
    const verified = await browser.submit(await browser.follow(asked), 'verify', { otp: code })
    expect(verified.location).toBe('/sign-in/second-step')
    expect((await browser.get('/api/me')).status).toBe(401)
    const page = await browser.follow(verified)
    expect((await browser.submit(page, 'second_step', { otp: codeOf(secret) })).location).toBe('/')
  })

  test('guessing it is bounded, whoever guesses', async () => {
    await withApp()
    const statuses = []
    for (let time = 0; time < 6; time++) {
      const browser = world.current.browser({ 'x-forwarded-for': `203.0.113.${time}` })
      statuses.push(
        (await browser.submit(await firstStep(browser), 'second_step', { otp: `00000${time}` })).status,
      )
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('in the middle of an invitation it leads on to what was granted', async () => {
    const { secret } = await withApp()
    const jane = (await world.current.rows.contacts())[0]
    const another = await world.current.make.invitation({ contacts: jane ? [jane] : [] })
    const browser = world.current.browser()
    const signedIn = await browser.submit(await browser.get(`/i/${another.code}`), 'sign_in', {
      email,
      password: goodPassword,
    })
    expect(signedIn.location).toBe('/redeem/second-step')
    const done = await browser.submit(await browser.follow(signedIn), 'second_step', { otp: codeOf(secret) })
    expect(done.location).toBe('/')
    expect(await world.current.rows.redemptions()).toHaveLength(2)
  })

  test('the secret and the recovery codes are nowhere in clear', async () => {
    const { secret, recoveryCodes } = await withApp()
    const all = JSON.stringify(await dump(world.current.deps.database))
    for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
      expect(all).not.toContain(text)
  })

  test('is switched off with a code of the app, not without', async () => {
    const { jane, secret } = await withApp()
    expect((await jane.post('/profile', { intent: 'second_step_off', otp: '000000' })).status).toBe(400)
    const off = await jane.post('/profile', { intent: 'second_step_off', otp: codeOf(secret) })
    expect(off.location).toBe('/profile?done=switched_off')
    expect((await signIn(world.current.browser())).location).toBe('/')
  })

  test('by e-mail: a mailed code follows the password', async () => {
    const { jane } = await withJane({ twoFactorEnabled: true })
    await jane.submit(await jane.get('/profile'), 'second_step_email')
    const browser = world.current.browser()
    const page = await firstStep(browser)
    await world.current.settle()
    const [otp = ''] = await world.current.emailCodes(email)
    expect(
      (await browser.submit(page, 'second_step', { otp: otp === '111111' ? '222222' : '111111' })).status,
    ).toBe(401)
    expect((await browser.submit(page, 'second_step', { otp })).location).toBe('/')
  })

  test('is offered only where a website offers it', async () => {
    const { jane } = await withJane()
    expect((await jane.get('/profile')).words).not.toContain('Second step')
    expect((await jane.post('/profile', { intent: 'second_step_app' })).status).toBe(400)
  })

  test('a made-up cookie is nobody’s first step', async () => {
    await withApp()
    const browser = world.current.browser()
    browser.cookies.set('usher-second-step', 'v1.x.y.z')
    expect((await browser.post('/sign-in', { intent: 'second_step', otp: '123456' })).status).toBe(400)
  })
})
