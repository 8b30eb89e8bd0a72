import { schema } from '@usher/database'
import { defaultWebsiteSettings, unseal } from '@usher/domain'
import { afterEach, expect, test, vi } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { dump } from '../testing/dump.ts'
import { goodPassword, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
afterEach(() => vi.useRealTimers())

const newPassword = 'a completely new password'
const signIn = (browser: Browser, password: string, email = 'jane@contoso.example') =>
  browser.post('/sign-in', { intent: 'sign_in', email, password })

/** Asks for a link and answers with the path that was mailed, or null when nothing was. */
async function askForLink(email = 'jane@contoso.example'): Promise<string | null> {
  const browser = world.current.browser()
  const asked = await browser.submit(await browser.get('/forgot-password'), 'reset', { email })
  expect(asked).toMatchObject({ status: 303, location: '/forgot-password/sent' })
  await world.current.settle()
  const { deps } = world.current
  const mails = (await world.current.rows.emails()).filter(({ kind }) => kind === 'password_reset')
  const mail = mails.at(-1)
  if (!mail?.inputSealed) return null
  const input = await unseal(deps.keys, mail.inputSealed, { context: `email-input:${mail.id}` })
  const url = new URL((JSON.parse(input ?? '{}') as { url: string }).url)
  expect(url.origin).toBe(deps.origin)
  return url.pathname + url.search
}

async function withJane() {
  const { mailedLink } = await inviteJane(world.current)
  return letJaneIn(world.current, mailedLink)
}

test('a forgotten password is replaced by a mailed link; whoever was signed in as them is out', async () => {
  const elsewhere = await withJane()
  const path = (await askForLink()) ?? ''
  const browser = world.current.browser()
  const page = await browser.get(path)
  expect(page.words).toContain('jane@contoso.example')
  const saved = await browser.submit(page, 'choose', { password: newPassword })
  expect(saved).toMatchObject({ status: 303, location: '/sign-in?password=saved' })
  expect((await browser.get('/sign-in?password=saved')).words).toContain('Your new password is saved')
  expect(await world.current.rows.sessions()).toEqual([])
  const code = await elsewhere.json('/api/redemptions', { code: 'SPRING-PARTNERS-2027' })
  expect(code.status).toBe(401)
  expect((await signIn(world.current.browser(), goodPassword)).status).toBe(401)
  expect((await signIn(world.current.browser(), newPassword)).status).toBe(303)
})

test('the link works once, for half an hour, and only the newest; opening it uses nothing up', async () => {
  await withJane()
  const older = (await askForLink()) ?? ''
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3000 })
  const newest = (await askForLink()) ?? ''
  const browser = world.current.browser()
  expect((await browser.get(older)).status).toBe(410)
  const before = await dump(world.current.deps.database)
  for (let time = 0; time < 3; time++) expect((await browser.get(newest)).status).toBe(200)
  expect(await dump(world.current.deps.database)).toEqual(before)
  const page = await browser.get(newest)
  const mailedAt = Date.now()
  vi.setSystemTime(mailedAt + 30 * 60_000 + 1)
  expect((await browser.submit(page, 'choose', { password: 'chosen too late' })).status).toBe(410)
  vi.setSystemTime(mailedAt + 60_000)
  expect((await browser.submit(page, 'choose', { password: newPassword })).status).toBe(303)
  expect((await browser.submit(page, 'choose', { password: 'yet another password' })).status).toBe(410)
  expect((await browser.get(newest)).status).toBe(410)
})

test('at once in two browsers it works in one', async () => {
  await withJane()
  const path = (await askForLink()) ?? ''
  const [first, second] = [world.current.browser(), world.current.browser()]
  const pages = [await first.get(path), await second.get(path)] as const
  const answers = await Promise.all([
    first.submit(pages[0], 'choose', { password: 'chosen by the first' }),
    second.submit(pages[1], 'choose', { password: 'chosen by the second' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
})

test('a stranger’s address gets the same answer and no mail', async () => {
  await withJane()
  expect(await askForLink('stranger@fabrikam.example')).toBeNull()
})

test('the database holds no token that works', async () => {
  await withJane()
  const token = new URLSearchParams(((await askForLink()) ?? '').split('?')[1]).get('token') ?? ''
  expect(token).toHaveLength(43)
  expect(JSON.stringify(await dump(world.current.deps.database))).not.toContain(token)
  const [row] = await world.current.deps.database.query.select().from(schema.passwordResets)
  expect((await world.current.browser().get(`/reset-password?token=${row?.tokenHash}`)).status).toBe(410)
})

test('a short password is told at the field and the link goes on working', async () => {
  await withJane()
  const browser = world.current.browser()
  const page = await browser.get((await askForLink()) ?? '')
  const short = await browser.submit(page, 'choose', { password: 'short' })
  expect([short.status, short.words.includes('too short')]).toEqual([400, true])
  expect((await browser.submit(short, 'choose', { password: newPassword })).status).toBe(303)
})

test('whoever asks too often waits', async () => {
  await withJane()
  const ask = () =>
    world.current.browser().post('/forgot-password', { intent: 'reset', email: 'jane@contoso.example' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  for (let time = 0; time < 5; time++) {
    expect((await ask()).status).toBe(303)
    vi.setSystemTime(Date.now() + 3000)
  }
  const refused = await ask()
  expect(refused.status).toBe(429)
})

test('where no website offers it there is no such page', async () => {
  await world.current.make.website({ settings: { ...defaultWebsiteSettings, resetPasswordEnabled: false } })
  const browser = world.current.browser()
  for (const path of ['/forgot-password', '/reset-password?token=x'])
    expect((await browser.get(path)).status).toBe(404)
  expect((await browser.post('/forgot-password', { intent: 'reset', email: 'a@b.example' })).status).toBe(404)
  expect((await browser.get('/sign-in')).words).not.toContain('Forgotten')
})

test('from an invitation the way back is kept', async () => {
  const { mailedLink } = await inviteJane(world.current)
  const browser = world.current.browser()
  const page = await browser.get(mailedLink)
  const asked = await browser.submit(page, 'sign_in', { email: '', password: '', forgotten: 'yes' })
  expect(asked.location).toBe('/forgot-password')
  expect((await browser.get('/redeem/offer')).status).toBe(200)
})
