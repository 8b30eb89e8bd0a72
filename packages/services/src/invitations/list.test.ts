import { isExpired, type InvitationView, statusOf } from '@usher/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWorld } from '../testing/index.ts'
import { getInvitation } from './get.ts'
import { type InvitationPage, listInvitations } from './list.ts'
import { listInvitationRecipients } from './list-recipients.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let website: { id: string }
let owner: { id: string }
const now = new Date('2027-01-15T10:00:00Z')
beforeEach(async () => {
  world = await createWorld({ now })
  website = await world.make.website()
  owner = await world.make.staffUser()
})
afterEach(() => world.remove())

const make = (row: Parameters<typeof world.make.invitation>[0]) =>
  world.make.invitation({ type: 'group', websiteId: website.id, ownerId: owner.id, ...row })

async function list(input: Record<string, unknown> = {}): Promise<InvitationPage> {
  const result = await listInvitations({ deps: world.deps, actor: world.operator, input })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}
const names = async (input: Record<string, unknown>) => (await list(input)).items.map(({ name }) => name)

describe('views', () => {
  test('every invitation is in exactly one view besides All, as the domain has it, for any state', async () => {
    const instant = fc.option(
      fc.integer({ min: -2, max: 2 }).map((hours) => new Date(now.getTime() + hours * 3_600_000)),
    )
    const state = fc
      .record({
        sentAt: instant,
        deactivatedAt: instant,
        expiresAt: instant,
        maximumRedemptions: fc.option(fc.integer({ min: 1, max: 3 })),
        redemptionCount: fc.integer({ min: 0, max: 3 }),
      })
      .filter(
        ({ maximumRedemptions: maximum, redemptionCount }) => maximum === null || redemptionCount <= maximum,
      )
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 8 }), async (states) => {
        await world.deps.database.client.execute('delete from invitations')
        for (const row of states) await make(row)
        const everything = await list()
        expect(everything.counts?.all).toBe(states.length)
        for (const item of everything.items) expect(item.status).toBe(statusOf(item))
        const views: InvitationView[] = ['new', 'open', 'completed', 'inactive', 'expired']
        for (const view of views) {
          const page = await list({ view, sort: '-createdAt' })
          const expected = everything.items.filter((item) => viewOf(item) === view).map(({ id }) => id)
          expect(page.items.map(({ id }) => id)).toEqual(expected)
          expect(page.totalCount).toBe(expected.length)
          expect(everything.counts?.[view]).toBe(expected.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  const viewOf = (item: InvitationPage['items'][number]): InvitationView => {
    const status = statusOf(item)
    if (status === 'inactive') return 'inactive'
    if (status === 'redeemed') return 'completed'
    if (isExpired(item, now)) return 'expired'
    return status === 'sent' ? 'open' : 'new'
  }
})

describe('search and filters', () => {
  test('words are found in the name, and in name and address of those invited or redeemed', async () => {
    const jane = await world.make.contact({
      firstName: 'Jane',
      lastName: 'Winter',
      email: 'jane@contoso.example',
    })
    await make({ name: 'Spring partners', contacts: [jane] })
    await make({ name: 'Autumn partners' })
    expect(await names({ search: 'partners', sort: 'name' })).toEqual(['Autumn partners', 'Spring partners'])
    expect(await names({ search: 'winter' })).toEqual(['Spring partners'])
    expect(await names({ search: 'spring jane@contoso' })).toEqual(['Spring partners'])
    expect(await names({ search: 'autumn jane' })).toEqual([])
    expect(await names({ search: '%' })).toEqual([])
    expect((await list({ search: 'spring' })).counts).toMatchObject({ all: 1, new: 1 })
  })

  test('a contact has the invitations that invite them', async () => {
    const [jane, john] = [await world.make.contact(), await world.make.contact()]
    await make({ name: 'Both', contacts: [jane, john] })
    await make({ name: 'John', contacts: [john] })
    expect(await names({ contactId: jane.id })).toEqual(['Both'])
    expect((await names({ contactId: john.id })).sort()).toEqual(['Both', 'John'])
  })
})

test('Pages follow each other without gap or repetition in every order, and a foreign cursor is refused', async () => {
  for (let index = 0; index < 7; index++) {
    world.moveTo(new Date(now.getTime() + (index % 3) * 1000))
    await make({ name: `Group ${index % 4}`, expiresAt: index % 2 ? new Date(now.getTime() + index) : null })
  }
  for (const sort of [
    'name',
    '-name',
    'createdAt',
    '-createdAt',
    'expiresAt',
    '-expiresAt',
    'sentAt',
    'redemptionCount',
  ]) {
    const all = (await list({ sort })).items.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const page: InvitationPage = await list({ sort, limit: 2, cursor })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(all)
    expect(new Set(paged).size).toBe(7)
  }
  const { nextCursor } = await list({ sort: 'name', limit: 2 })
  const call = { deps: world.deps, actor: world.operator }
  expect(await listInvitations({ ...call, input: { sort: '-name', cursor: nextCursor } })).toMatchObject({
    refusal: 'invalid_request',
  })
  expect(await listInvitations({ ...call, input: { sort: 'code_sealed' } })).toMatchObject({
    errors: [{ path: 'sort' }],
  })
})

test('A list shows who is invited, what is given and by whom, and no code in any form', async () => {
  const role = await world.make.webRole(website.id, 'Partner')
  const contacts = [
    await world.make.contact(),
    await world.make.contact(),
    await world.make.contact(),
    await world.make.contact(),
  ]
  const invitation = await make({ contacts, webRoles: [role], maximumRedemptions: 9 })
  const page = await list()
  expect(page.items).toMatchObject([
    {
      id: invitation.id,
      website: { id: website.id },
      owner: { id: owner.id },
      recipientCount: 4,
      recipients: contacts.slice(0, 3).map(({ id }) => ({ id })),
      webRoles: [{ id: role.id, name: 'Partner' }],
      seatsLeft: 9,
      isExpired: false,
    },
  ])
  for (const secret of [invitation.code, invitation.codeHash, invitation.codeSealed]) {
    expect(JSON.stringify(page)).not.toContain(secret)
  }
})

test('The page of an invitation has all it names, how far each recipient is, and no code in any form', async () => {
  const role = await world.make.webRole(website.id, 'Partner')
  const [account, workflow] = [await world.make.account('Contoso'), await world.make.workflow()]
  const [anna, bert, inviter] = [
    await world.make.contact({ lastName: 'Anna' }),
    await world.make.contact({ lastName: 'Bert' }),
    await world.make.contact({ lastName: 'Inviter' }),
  ]
  const invitation = await make({
    contacts: [bert, anna],
    webRoles: [role],
    assignToAccountId: account.id,
    redemptionWorkflowId: workflow.id,
    inviterContactId: inviter.id,
    redemptionCount: 1,
  })
  await world.deps.database.client.batch(
    [
      `insert into emails (id, key, kind, invitation_id, contact_id, status, created_at) values
        ('m1', 'm1', 'invitation', '${invitation.id}', '${bert.id}', 'bounced', 1),
        ('m2', 'm2', 'invitation', '${invitation.id}', '${bert.id}', 'delivered', 2)`,
      `insert into redemptions (id, invitation_id, contact_id, redeemed_at) values ('r1', '${invitation.id}', '${anna.id}', ${now.getTime()})`,
    ],
    'write',
  )
  const result = await getInvitation({
    deps: world.deps,
    actor: world.operator,
    input: { id: invitation.id },
  })
  expect(result).toMatchObject({
    ok: true,
    value: {
      status: 'new',
      redemptionCount: 1,
      website: { id: website.id, timeZone: 'Europe/Berlin' },
      owner: { id: owner.id },
      inviter: { id: inviter.id },
      account: { id: account.id, name: 'Contoso' },
      workflow: { id: workflow.id },
      webRoles: [{ id: role.id, name: 'Partner', addedBy: { id: owner.id } }],
      recipientCount: 2,
      recipients: [
        { id: anna.id, status: 'redeemed', redeemedAt: now },
        { id: bert.id, status: 'delivered', lastEmail: { id: 'm2' } },
      ],
      redeemedContacts: [{ id: anna.id, redemptionId: 'r1', redeemedAt: now }],
    },
  })
  for (const secret of [invitation.code, invitation.codeHash, invitation.codeSealed]) {
    expect(JSON.stringify(result)).not.toContain(secret)
  }

  const recipients = await listInvitationRecipients({
    deps: world.deps,
    actor: world.operator,
    input: { invitationId: invitation.id, limit: 1, search: 'bert' },
  })
  expect(recipients).toMatchObject({
    value: { totalCount: 1, items: [{ id: bert.id, status: 'delivered' }] },
  })
})

test('An invitation without inviter, account and workflow says so', async () => {
  const { id } = await make({})
  expect(await getInvitation({ deps: world.deps, actor: world.operator, input: { id } })).toMatchObject({
    value: {
      inviter: null,
      account: null,
      workflow: null,
      webRoles: [],
      recipients: [],
      redeemedContacts: [],
    },
  })
  expect(await getInvitation({ deps: world.deps, actor: world.operator, input: { id: 'x' } })).toMatchObject({
    refusal: 'not_found',
  })
})
