import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makePlace, type Place, runCommand, type RunningHouse, startHouse } from '../testing/house.ts'
import { isThere } from './package-manager.ts'

/** Real processes: what `start` starts, as it is built. */

type States = { status: string; apps: Record<string, string> }
async function health(house: RunningHouse): Promise<States> {
  const answer = await fetch(`${house.origin}/health`)
  return (await answer.json()) as States
}
describe('a running house', () => {
  let place: Place
  let house: RunningHouse
  beforeAll(async () => {
    place = await makePlace()
    house = await startHouse(place)
  }, 60_000)
  afterAll(async () => {
    await house.stop()
    await place.remove()
  })

  test('serves the edge and the admin on one origin, and says that all is well', async () => {
    expect(await (await fetch(`${house.origin}/redeem`)).text()).toContain('invitation code')
    const admin = await fetch(`${house.origin}/admin`, { headers: { accept: 'text/html' } })
    expect(admin.status).toBe(200)
    expect(admin.url).toMatch(/\/admin\//)
    expect(await health(house)).toEqual({
      status: 'ok',
      apps: { edge: 'running', admin: 'running', worker: 'running' },
    })
  })

  test('links to the set-up of the first owner, and the link leads there', async () => {
    const page = await fetch(house.setUpUrl ?? '')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<form')
  })

  test('is told in one line that it runs already when it is started on the same data directory', () => {
    const { status, stderr, stdout } = runCommand(['start'], { dataDir: place.dataDir, port: place.port + 1 })
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toBe(
      `Usher is already running on ${place.dataDir} at ${house.origin} (process ${house.process.pid}): stop it first, or give another USHER_DATA_DIR\n`,
    )
  })

  test.each(['edge', 'admin', 'worker'] as const)('starts the %s again when it is killed', async (name) => {
    const { [name]: pid } = house.children()
    process.kill(Number(pid), 'SIGKILL')
    await vi.waitUntil(() => ![undefined, pid].includes(house.children()[name]), {
      timeout: 10_000,
      interval: 50,
    })
    await vi.waitUntil(async () => (await health(house)).status === 'ok', { timeout: 15_000, interval: 50 })
    expect((await fetch(`${house.origin}/redeem`)).status).toBe(200)
    expect((await fetch(`${house.origin}/admin/sign-in`)).status).toBe(200)
  })

  test('a visitor who comes while the edge starts again waits a little and is answered', async () => {
    process.kill(Number(house.children()['edge']), 'SIGKILL')
    await vi.waitUntil(async () => (await health(house)).apps['edge'] !== 'running', {
      timeout: 5000,
      interval: 5,
    })
    expect((await fetch(`${house.origin}/redeem`)).status).toBe(200)
  })

  test('ends within five seconds of Ctrl-C and leaves no process, no lock and no port', async () => {
    const children = Object.values(house.children())
    expect(children.filter(isThere)).toHaveLength(3)
    expect(await house.stop()).toBeLessThan(5000)
    expect(house.process.exitCode).toBe(0)
    expect(children.some(isThere)).toBe(false)
    await expect(fetch(house.origin)).rejects.toThrow()

    house = await startHouse(place)
    expect((await health(house)).status).toBe('ok')
  })

  test('leaves no process when it is killed, and the next start takes over', async () => {
    const children = Object.values(house.children())
    house.process.kill('SIGKILL')
    await once(house.process, 'close')
    await vi.waitUntil(() => !children.some(isThere), { timeout: 15_000 })

    house = await startHouse(place)
    expect((await health(house)).status).toBe('ok')
  })
})

describe('a start that cannot be', () => {
  let place: Place
  beforeEach(async () => (place = await makePlace()))
  afterEach(() => place.remove())

  function refusal(variables: Record<string, string> = {}): string {
    const { status, stdout, stderr } = runCommand(['start'], place, { variables })
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    return stderr.trimEnd()
  }

  test('names the port that is taken', async () => {
    const other = createServer().listen(place.port, '127.0.0.1')
    await once(other, 'listening')
    expect(refusal()).toBe(`Port ${place.port} is taken: stop what listens there, or give another USHER_PORT`)
    other.close()
  })

  test.each([
    ['USHER_PORT', { USHER_PORT: 'eighty' }],
    ['USHER_HOST', { USHER_HOST: '203.0.113.77' }],
    ['USHER_ORIGIN', { USHER_ORIGIN: 'invite.example.com' }],
    ['USHER_SECRET', { DATABASE_URL: 'http://127.0.0.1:9' }],
    ['USHER_SECRET', { USHER_SECRET: 'too short' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://127.0.0.1' }],
    ['DATABASE_URL', { DATABASE_URL: 'http://127.0.0.1:9', USHER_SECRET: 'x'.repeat(32) }],
    ['MAIL_TRANSPORT', { MAIL_TRANSPORT: 'pigeon' }],
    ['POSTMARK_SERVER_TOKEN', { MAIL_TRANSPORT: 'postmark', MAIL_FROM: 'a@contoso.com' }],
    ['SMTP_URL', { MAIL_TRANSPORT: 'smtp', MAIL_FROM: 'a@contoso.com' }],
    ['USHER_TRUSTED_PROXIES', { USHER_TRUSTED_PROXIES: 'all' }],
    ['USHER_DATA_DIR', { USHER_DATA_DIR: '/dev/null/data' }],
  ])('names %s in one line', (name, variables) => {
    expect(refusal(variables)).toContain(name)
  })

  test('refuses a database that is newer than the release', () => {
    runCommand(['migrate'], place)
    const database = new DatabaseSync(join(place.dataDir, 'usher.db'))
    database.exec(`INSERT INTO migrations (name, applied_at) VALUES ('9999_from_the_future', 0)`)
    database.close()
    expect(refusal()).toContain('The database is newer than this release')
  })
})
