import { defaultWebsiteSettings } from '@usher/domain'
import { expect, test } from 'vitest'
import { goodPassword, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

test('who is not signed in finds the way to type a code and to sign in', async () => {
  const { words, text } = await world.current.browser().get('/')
  expect(words).toContain('Type an invitation code')
  expect(text).toContain('href="/redeem"')
  expect(text).toContain('href="/sign-in"')
})

test('signing in by password leads to what one has, at / and at /me; signing out ends it', async () => {
  await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
  const browser = world.current.browser()
  const posted = await browser.submit(await browser.get('/sign-in'), 'sign_in', {
    email: 'jane@contoso.example',
    password: goodPassword,
  })
  expect(posted).toMatchObject({ status: 303, location: '/' })
  for (const path of ['/', '/me']) {
    const { words } = await browser.get(path)
    for (const said of [
      'Hello Jane',
      'Partner',
      'Your access to Contoso Partners',
      'Contoso GmbH',
      'jane@contoso.example',
    ]) {
      expect(words).toContain(said)
    }
    expect(words).not.toContain('Welcome')
  }
  expect(await browser.get('/sign-in')).toMatchObject({ status: 303, location: '/' })

  const sessions = (await world.current.rows.sessions()).length
  expect(await browser.post('/sign-out', {})).toMatchObject({ status: 303, location: '/' })
  expect(await world.current.rows.sessions()).toHaveLength(sessions - 1)
  expect((await browser.get('/api/me')).status).toBe(401)
})

test('signing in again right after signing out signs in again', async () => {
  await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
  const browser = world.current.browser()
  for (let time = 0; time < 3; time++) {
    await browser.post('/sign-in', { email: 'jane@contoso.example', password: goodPassword })
    expect((await browser.get('/api/me')).status).toBe(200)
    await browser.post('/sign-out', {})
    expect((await browser.get('/api/me')).status).toBe(401)
  }
})

test('signing in by an e-mailed code, another one on request', async () => {
  await world.current.make.invitee({ email: 'jane@contoso.example', name: 'Jane' })
  const browser = world.current.browser()
  const asked = await browser.submit(await browser.get('/sign-in'), 'email_code', {
    email: 'jane@contoso.example',
  })
  await world.current.settle()
  const again = await browser.submit(await browser.follow(asked), 'resend')
  await world.current.settle()
  const page = await browser.follow(again)
  expect(page.words).toContain('Only the newest one works.')
  const [old = '', newest = ''] = await world.current.emailCodes('jane@contoso.example')
  if (old !== newest) expect((await browser.submit(page, 'verify', { otp: old })).status).toBe(400)
  expect(await browser.submit(page, 'verify', { otp: newest })).toMatchObject({ status: 303, location: '/' })
  expect((await browser.get('/')).words).toContain('You have no web roles yet.')
})

test('nobody is created by signing in', async () => {
  const browser = world.current.browser()
  const asked = await browser.submit(await browser.get('/sign-in'), 'email_code', {
    email: 'nobody@contoso.example',
  })
  await world.current.settle()
  expect(asked).toMatchObject({ status: 303, location: '/sign-in/check-email' })
  expect(await world.current.rows.emails()).toEqual([])
  const wrong = await browser.submit(await browser.follow(asked), 'verify', { otp: '123456' })
  expect(wrong.status).toBe(400)
  expect(await world.current.rows.invitees()).toEqual([])
})

test('the websites’ settings hold here too: a way in that none of them offers is not offered', async () => {
  const settings = { ...defaultWebsiteSettings, localSignInEnabled: false, rememberMeEnabled: false }
  await world.current.make.website({ settings })
  const page = await world.current.browser().get('/sign-in')
  expect(page.text).not.toContain('type="password"')
  const fields = { intent: 'sign_in', email: 'jane@contoso.example', password: goodPassword }
  expect((await world.current.browser().post('/sign-in', fields)).status).toBe(400)
  const machine = await world.current
    .browser()
    .json('/auth/sign-in/email', { email: fields.email, password: goodPassword })
  expect(machine.status).toBe(404)
})

test('a session that was there before is dead after signing in', async () => {
  const { mailedLink } = await inviteJane(world.current)
  const first = await letJaneIn(world.current, mailedLink)
  const planted = new Map(first.cookies)
  const signedIn = await first.post('/sign-in', { email: 'jane@contoso.example', password: goodPassword })
  expect(signedIn.status).toBe(303)
  expect(first.cookies.get('usher-invitee.session')).not.toBe(planted.get('usher-invitee.session'))

  const holder = world.current.browser()
  for (const [name, value] of planted) holder.cookies.set(name, value)
  const redeem = await holder.json('/api/redemptions', { code: 'SPRING-PARTNERS-2027' })
  expect(redeem.status).toBe(401)
})
