import { expect, test } from 'vitest'
import { goodPassword, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

test('the session can be asked for and ended', async () => {
  const browser = await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
  const { text } = await browser.get('/auth/get-session')
  expect(JSON.parse(text).user).toMatchObject({ email: 'jane@contoso.example', emailVerified: true })
  expect((await browser.json('/auth/sign-out', {})).status).toBe(200)
  expect((await browser.get('/auth/get-session')).text).toBe('null')
})

test('password and e-mail code, for who has an account', async () => {
  await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
  const email = 'jane@contoso.example'
  const byPassword = world.current.browser()
  const signIn = await byPassword.json('/auth/sign-in/email', { email, password: goodPassword })
  expect(JSON.parse(signIn.text)).toMatchObject({ user: { email } })
  expect((await byPassword.get('/api/me')).status).toBe(200)

  const byCode = world.current.browser()
  await byCode.json('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' })
  await world.current.settle()
  const [otp = ''] = await world.current.emailCodes(email)
  expect((await byCode.json('/auth/sign-in/email-otp', { email, otp: '000000' })).status).toBe(401)
  expect((await byCode.json('/auth/sign-in/email-otp', { email, otp })).status).toBe(200)
  expect((await byCode.get('/api/me')).status).toBe(200)
})

test('a wrong password is a 401 problem that tells nothing of the address', async () => {
  await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
  const answers = []
  for (const email of ['jane@contoso.example', 'nobody@contoso.example']) {
    const { status, text } = await world.current
      .browser()
      .json('/auth/sign-in/email', { email, password: 'wrong' })
    const { requestId: _, ...problem } = JSON.parse(text)
    answers.push({ status, ...problem })
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]).toMatchObject({ status: 401 })
})

test('asking for a code answers a stranger’s address alike, and mails nobody', async () => {
  await world.current.make.invitee({ email: 'jane@contoso.example' })
  const ask = (email: string) =>
    world.current.browser().json('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' })
  const [known, stranger] = [await ask('jane@contoso.example'), await ask('stranger@fabrikam.example')]
  await world.current.settle()
  expect([known.status, known.text]).toEqual([stranger.status, stranger.text])
  expect((await world.current.rows.emails()).map((email) => email.toAddress)).toEqual([
    'jane@contoso.example',
  ])
})

test('nothing else of Better Auth is public: no open sign-up, no reset, no change of address', async () => {
  const browser = await letJaneIn(world.current, (await inviteJane(world.current)).mailedLink)
  const paths = [
    'sign-up/email',
    'sign-in/social',
    'sign-in/email/',
    'request-password-reset',
    'forget-password',
    'reset-password',
    'change-password',
    'change-email',
    'set-password',
    'update-user',
    'delete-user',
    'send-verification-email',
    'link-social',
    'unlink-account',
    'revoke-sessions',
    'update-session',
    'email-otp/create-verification-otp',
    'email-otp/check-verification-otp',
    'email-otp/verify-email',
    'email-otp/reset-password',
    'email-otp/request-password-reset',
    'email-otp/request-email-change',
    'email-otp/change-email',
    'forget-password/email-otp',
    'passkey/generate-register-options',
    'passkey/generate-authenticate-options',
    'passkey/verify-registration',
    'passkey/verify-authentication',
    'passkey/delete-passkey',
    'passkey/update-passkey',
    'begin-session',
    'check-password',
    'invitee-sessions/create-invitee',
    'create-invitee',
    'createInvitee',
    '../auth/sign-up/email',
    '%73ign-up/email',
  ].filter((path) => path !== 'sign-in/email/')
  const body = {
    email: 'eve@evil.example',
    name: 'Eve',
    password: goodPassword,
    newPassword: goodPassword,
    otp: '1',
    type: 'sign-in',
  }
  for (const path of paths) {
    expect((await browser.json(`/auth/${path}`, body)).status, `POST ${path}`).toBe(404)
    expect((await browser.get(`/auth/${path}`)).status, `GET ${path}`).toBe(404)
  }
  for (const path of [
    'list-sessions',
    'list-accounts',
    'passkey/list-user-passkeys',
    'verify-email',
    'error',
    'get-access-token',
    'account-info',
  ]) {
    expect((await browser.get(`/auth/${path}`)).status, `GET ${path}`).toBe(404)
  }
  expect(await world.current.rows.invitees()).toHaveLength(1)
})
