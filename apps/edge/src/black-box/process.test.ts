import { once } from 'node:events'
import { schema } from '@usher/database'
import { createWorld } from '@usher/services/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildEdge, removeBuild } from '../testing/build.ts'
import { fileRuntimes, spawnEdge, startEdge } from '../testing/edge-process.ts'
import { createSessionCookie } from '../testing/session-cookie.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeAll(async () => {
  world = await createWorld({ now: new Date() })
  await buildEdge()
}, 60_000)
afterAll(async () => {
  await world.remove()
  removeBuild()
})

const built = ['Deno', 'Node'] as const

describe.each(fileRuntimes)('under %s', (runtime) => {
  test('a port that is taken is said in one line', async () => {
    const first = await startEdge('Node', { url: world.url, port: 4222 })
    const environment = { DATABASE_URL: world.url, USHER_SECRET: 'x'.repeat(32), PORT: '4222' }
    const child = spawnEdge(runtime, { url: world.url, environment })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)))
    await once(child, 'close')
    await first.stop()
    expect(child.exitCode).toBe(1)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(output).toMatch(/in use|EADDRINUSE/)
  })

  test('asked to end, it does so at once and cleanly', async () => {
    const edge = await startEdge(runtime, { url: world.url, port: 4220 })
    expect((await edge.browser().get('/ready')).status).toBe(200)
    const askedAt = Date.now()
    expect(await edge.stop()).toBe(0)
    expect(Date.now() - askedAt).toBeLessThan(3000)
  })

  test('a wrong or missing value stops the start with one line that names it', async () => {
    const environments = [
      [{ DATABASE_URL: world.url }, 'USHER_SECRET is missing'],
      [{ DATABASE_URL: world.url, USHER_SECRET: 'short' }, 'USHER_SECRET is too short'],
      [{ DATABASE_URL: 'ftp://x', USHER_SECRET: 'x'.repeat(32) }, 'DATABASE_URL must start with'],
      [{ DATABASE_URL: world.url, USHER_SECRET: 'x'.repeat(32), PORT: 'high' }, 'PORT is'],
    ] as const
    for (const [environment, words] of environments) {
      const child = spawnEdge(runtime, { url: world.url, environment })
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (text) => (output += String(text)))
      await once(child, 'close')
      expect(child.exitCode).toBe(1)
      expect(output.trim().split('\n')).toHaveLength(1)
      expect(output).toContain(words)
    }
  })
})

test('invariant 4: killed twenty times under load, nothing acknowledged is lost and nobody is redeemed twice', async () => {
  const website = await world.make.website()
  const webRole = await world.make.webRole(website.id)
  const invitation = await world.make.invitation({
    type: 'group',
    websiteId: website.id,
    webRoles: [webRole],
    redemptionWorkflowId: (await world.make.workflow()).id,
  })
  const guests: string[] = []
  for (let guest = 0; guest < 400; guest++) {
    guests.push(await createSessionCookie(world, (await world.make.invitee()).id))
  }
  const acknowledged = new Map<string, string>()
  const contradictions: string[] = []

  for (let round = 0; round < 20; round++) {
    const edge = await startEdge(built[round % 2] ?? 'Node', { url: world.url, port: 4221 })
    const redeem = async (cookie: string) => {
      const answer = await fetch(`${edge.origin}/api/redemptions`, {
        method: 'POST',
        headers: { cookie, origin: edge.origin, 'content-type': 'application/json' },
        body: JSON.stringify({ code: invitation.code }),
      })
      const { id } = (await answer.json()) as { id?: string }
      if (!id) return
      // Asked again, it is the same redemption.
      if ((acknowledged.get(cookie) ?? id) !== id) contradictions.push(cookie)
      acknowledged.set(cookie, id)
      if (++answers >= round * 2) enough.resolve()
    }
    // Killed after a number of answers that differs from round to round: before, among and after the commits.
    const enough = Promise.withResolvers<void>()
    let answers = 0
    const asked = guests.slice(round * 18, round * 18 + 40)
    // Whoever comes first waits for Better Auth to be loaded; the load is to meet a process that works.
    await fetch(`${edge.origin}/api/me`, { headers: { cookie: asked[0] ?? '' } })
    const answered = asked.map((cookie) => redeem(cookie).catch(() => undefined))
    if (round > 0) await Promise.race([Promise.all(answered), enough.promise])
    await edge.kill()
    await Promise.all(answered)
  }

  const { query } = world.deps.database
  const kept = await query.select().from(schema.redemptions)
  const keptIds = new Set(kept.map(({ id }) => id))
  const lost = [...acknowledged.values()].filter((id) => !keptIds.has(id))
  expect(acknowledged.size).toBeGreaterThan(100)
  expect(lost).toEqual([])
  expect(contradictions).toEqual([])
  expect(new Set(kept.map(({ contactId }) => contactId)).size).toBe(kept.length)
  const [counted] = await query.select().from(schema.invitations)
  expect({
    counter: counted?.redemptionCount,
    grants: (await query.select().from(schema.grants)).length,
    activities: (await query.select().from(schema.activities)).length,
    jobs: (await query.select().from(schema.jobs)).length,
  }).toEqual({ counter: kept.length, grants: kept.length, activities: kept.length, jobs: kept.length })
}, 180_000)
