import { describe, expect, test } from 'vitest'
import { dump } from '../testing/dump.ts'
import { inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()

test('abandoned sign-ups lose no seat: only a redemption takes one', async () => {
  const { invitation, link } = await inviteEverybody(world.current, { maximumRedemptions: 1 })
  for (let guest = 0; guest < 3; guest++) {
    const browser = world.current.browser({ 'x-forwarded-for': `203.0.113.${guest}` })
    const fields = {
      email: `guest${guest}@fabrikam.example`,
      name: 'Guest',
      password: 'correct horse battery',
    }
    const asked = await browser.submit(await browser.get(link), guest % 2 ? 'create' : 'email_code', fields)
    expect(asked).toMatchObject({ status: 303, location: '/redeem/check-email' })
  }
  await world.current.settle()
  expect((await world.current.rows.invitations()).map(({ redemptionCount }) => redemptionCount)).toEqual([0])

  const email = 'last@fabrikam.example'
  const browser = world.current.browser()
  const asked = await browser.submit(await browser.get(link), 'email_code', { email, name: 'Last' })
  const page = await browser.follow(asked)
  await world.current.settle()
  const [otp = ''] = await world.current.emailCodes(email)
  expect(await browser.submit(page, 'verify', { otp })).toMatchObject({ status: 303, location: '/' })
  expect(await world.current.rows.redemptions()).toMatchObject([{ invitationId: invitation.id }])
})

describe.each([
  [
    'a full disk',
    async (execute: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>) => {
      const { rows } = await execute('PRAGMA page_count')
      await execute(`PRAGMA max_page_count = ${Number(rows[0]?.['page_count'])}`)
    },
    'PRAGMA max_page_count = 1000000',
  ],
  [
    'a database that became read-only',
    async (execute: (sql: string) => Promise<unknown>) => void (await execute('PRAGMA query_only = ON')),
    'PRAGMA query_only = OFF',
  ],
])('%s', (_, breakIt, mend) => {
  test('is 503 with when to come back, nothing is partial, pages go on, and the same click works afterwards', async () => {
    const jane = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, jane.mailedLink)
    // So many web roles that their grants need pages of their own.
    const website = await world.current.make.website()
    const webRoles = []
    for (let role = 0; role < 120; role++) webRoles.push(await world.current.make.webRole(website.id))
    const { link } = await inviteEverybody(world.current, { websiteId: website.id, webRoles })
    const landing = await browser.get(link)
    const { client } = world.current.deps.database
    await breakIt((sql) => client.execute(sql))
    const before = await dump(world.current.deps.database)

    const refused = await browser.submit(landing, 'accept')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await dump(world.current.deps.database)).toEqual(before)
    expect((await world.current.browser().get(link)).status).toBe(200)

    await client.execute(mend)
    expect(await browser.submit(landing, 'accept')).toMatchObject({ status: 303, location: '/' })
    expect(await world.current.rows.redemptions()).toHaveLength(2)
  })
})

test('several windows of one person, at once: one redemption, one answer', async () => {
  const jane = await inviteJane(world.current)
  const browser = await letJaneIn(world.current, jane.mailedLink)
  const { invitation } = await inviteEverybody(world.current)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => browser.json('/api/redemptions', { code: invitation.code })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  const redeemed = (await world.current.rows.redemptions()).filter(
    (row) => row.invitationId === invitation.id,
  )
  expect(redeemed).toHaveLength(1)
})
