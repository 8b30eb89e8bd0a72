import { isUnavailable } from '@usher/database'
import { describe, expect, test } from 'vitest'
import { createEdgeWorld } from '../testing/edge-world.ts'
import { inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

test('health says alive; ready says whether the database is', async () => {
  const browser = world.current.browser()
  expect(await browser.get('/health')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  expect(await browser.get('/ready')).toMatchObject({ status: 200, text: '{"status":"ready"}' })
  const broken = await createEdgeWorld({ isReady: async () => false })
  const answer = await broken.browser().get('/ready')
  expect([answer.status, JSON.parse(answer.text).code]).toEqual([503, 'unavailable'])
  await broken.remove()
})

describe('a database that is gone', () => {
  const breakDatabase = () => {
    const fail = () => {
      const error = new Error('disk I/O error: SELECT … params: jane@contoso.example')
      error.name = 'DatabaseUnavailableError'
      return Promise.reject(error)
    }
    Object.assign(world.current.deps.database.client, { execute: fail, batch: fail })
  }

  test('is answered 503 with when to come back, kindly, to people and machines', async () => {
    const { mailedLink, invitation } = await inviteJane(world.current)
    breakDatabase()
    const page = await world.current.browser().get(mailedLink)
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBe('5')
    expect(page.words).toContain('Nothing you did is lost')
    const answer = await world.current.browser().json('/api/invitations/preview', { code: invitation.code })
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([503, 'unavailable'])
  })

  test('is 503 to who is signed in, and to who signs in, too: nobody is signed out or told a wrong password', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    browser.cookies.delete('usher-invitee.cache')
    const session = browser.cookies.get('usher-invitee.session')
    breakDatabase()
    expect((await browser.get('/')).status).toBe(503)
    expect((await browser.get('/api/me')).status).toBe(503)
    expect((await browser.json('/api/redemptions', { code: 'SPRING-PARTNERS-2027' })).status).toBe(503)
    expect((await browser.post('/sign-in', { email: 'jane@contoso.example', password: 'x' })).status).toBe(
      503,
    )
    expect((await browser.post('/redeem', { intent: 'open', code: 'SPRING-PARTNERS-2027' })).status).toBe(503)
    expect(browser.cookies.get('usher-invitee.session')).toBe(session)
  })

  test('does not get into the log with what it was asked', async () => {
    const { mailedLink } = await inviteJane(world.current)
    breakDatabase()
    await world.current.browser().get(mailedLink)
    expect(JSON.stringify(world.current.log)).not.toContain('jane@contoso.example')
  })

  test('is told apart from a defect of ours', () => {
    expect(isUnavailable(new Error('a defect'))).toBe(false)
  })
})

test('a defect is answered with an opaque 500 and a number, and logged without what it was about', async () => {
  const { mailedLink, invitation } = await inviteJane(world.current)
  Object.assign(world.current.deps, {
    newId: world.current.deps.newId,
    now: () => {
      throw new Error(`now() broke for ${'jane@contoso.example'}, params: x`)
    },
  })
  const page = await world.current.browser().get(mailedLink)
  expect(page.status).toBe(500)
  expect(page.words).toContain(page.headers.get('x-request-id'))
  expect(page.words).not.toContain('jane')
  const machine = await world.current.browser().json('/api/invitations/preview', { code: invitation.code })
  expect([machine.status, JSON.parse(machine.text).code]).toEqual([500, 'internal'])
  expect(world.current.log.some(({ event }) => event === 'request_failed')).toBe(true)
  expect(JSON.stringify(world.current.log)).not.toContain('jane@contoso.example')
})
