import process from 'node:process'
import { schema } from '@usher/database'
import { createFactories } from '@usher/services/testing'
import { hashPassword } from 'better-auth/crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type House, openHouse, readSettings } from '../deps.ts'
import { environmentFor, makePlace, type Place, type RunningHouse, startHouse } from '../testing/house.ts'

const kills = 20
const people = 8
const seats = 6
const password = 'a password for everybody'

let place: Place
let running: RunningHouse
let house: House
beforeEach(async () => {
  place = await makePlace()
  running = await startHouse(place)
  house = await openHouse(readSettings(environmentFor(place)))
})
afterEach(async () => {
  house.close()
  await running.stop()
  await place.remove()
})

/** People with one password, hashed once, and a bearer token each. */
async function makePeople(): Promise<string[]> {
  const make = createFactories(house.deps)
  const { database, now, newId } = house.deps
  const hash = await hashPassword(password)
  const tokens: string[] = []
  for (let index = 0; index < people; index++) {
    const user = await make.invitee()
    const stamps = { createdAt: now(), updatedAt: now() }
    const identity = {
      id: newId(),
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    }
    await database.write([database.query.insert(schema.identities).values({ ...identity, ...stamps })])
    const answer = await post('/auth/sign-in/email', { email: user.email, password })
    tokens.push(answer?.headers.get('set-auth-token') ?? '')
  }
  return tokens
}

/** Groups with fewer seats than people, each with a web role and a workflow. */
async function makeGroups(count: number): Promise<{ id: string; code: string }[]> {
  const make = createFactories(house.deps)
  const website = await make.website({ name: 'Chaos', baseUrl: running.origin })
  const owner = await make.staffUser()
  const webRoles = [await make.webRole(website.id)]
  const workflow = await make.workflow()
  const groups = []
  for (let index = 0; index < count; index++) {
    groups.push(
      await make.invitation({
        type: 'group',
        maximumRedemptions: seats,
        websiteId: website.id,
        ownerId: owner.id,
        webRoles,
        redemptionWorkflowId: workflow.id,
      }),
    )
  }
  return groups
}

/** `null` when nobody answered: the edge was just killed. */
const post = (path: string, body: unknown, token?: string): Promise<Response | null> =>
  fetch(`${running.origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: running.origin,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null)

type Answer = { redemptionId: string } | { refusal: string }

/** Asks until the house gives an answer of its own, as a patient person does. */
async function redeem(code: string, token: string): Promise<Answer> {
  for (let attempt = 1; attempt <= 100; attempt++) {
    const response = await post('/api/redemptions', { code }, token)
    const body = (await response?.json().catch(() => null)) as { id?: string; code?: string } | null
    if (response && body?.id && response.status < 300) return { redemptionId: body.id }
    if (response && body?.code && body.code !== 'unavailable' && response.status < 500)
      return { refusal: body.code }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Nobody answered a hundred times')
}

/** Kills an app and waits for the one that the supervisor starts in its place. */
async function kill(name: 'edge' | 'worker') {
  const pid = running.children()[name]
  if (pid) process.kill(pid, 'SIGKILL')
  await vi.waitUntil(() => ![undefined, pid].includes(running.children()[name]), {
    timeout: 30_000,
    interval: 50,
  })
}

test('invariant 4: edge and worker killed 20 times under load: nothing acknowledged is lost, no invitation over-redeemed, no mail made twice', async () => {
  const tokens = await makePeople()
  const groups = await makeGroups(300)
  const acknowledged: string[] = []
  const refusals = new Set<string>()
  let isOver = false

  // All people at one invitation at once, so that they race for its seats; invitation after invitation.
  let used = 0
  const load = (async () => {
    while (!isOver) {
      const group = groups[used++]
      if (!group) throw new Error('There are not enough invitations for so much chaos')
      for (const answer of await Promise.all(tokens.map((token) => redeem(group.code, token)))) {
        if ('redemptionId' in answer) acknowledged.push(answer.redemptionId)
        else refusals.add(answer.refusal)
      }
    }
  })()
  for (let killed = 0; killed < kills; killed += 2) {
    const before = acknowledged.length
    await vi.waitUntil(() => acknowledged.length >= before + seats, { timeout: 60_000, interval: 5 })
    await Promise.all([kill('edge'), kill('worker')])
  }
  isOver = true
  await load
  const expected = used * seats

  const { query } = house.deps.database
  const redemptions = await query.select().from(schema.redemptions)
  const invitations = await query.select().from(schema.invitations)
  const kept = new Set(redemptions.map(({ id }) => id))
  expect([...refusals]).toEqual(['invitation_full'])
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect(acknowledged).toHaveLength(expected)
  expect(invitations.filter(({ redemptionCount }) => redemptionCount === seats)).toHaveLength(used)
  expect(invitations.filter(({ redemptionCount }) => redemptionCount === 0)).toHaveLength(
    groups.length - used,
  )
  expect(redemptions).toHaveLength(expected)
  expect(await query.select().from(schema.grants)).toHaveLength(expected)

  // Every run ends, and each has made its one mail, once.
  await expect
    .poll(
      async () =>
        (await query.select().from(schema.workflowRuns)).filter(({ status }) => status === 'completed')
          .length,
      {
        timeout: 60_000,
      },
    )
    .toBe(expected)
  await expect
    .poll(
      async () => (await query.select().from(schema.emails)).filter(({ status }) => status === 'sent').length,
      {
        timeout: 60_000,
      },
    )
    .toBe(expected)
  const sendings = (await query.select().from(schema.activities)).filter(({ type }) => type === 'email_sent')
  expect(sendings.length).toBeLessThanOrEqual(expected)
}, 240_000)
