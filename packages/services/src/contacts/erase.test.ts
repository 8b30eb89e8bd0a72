import { schema } from '@usher/database'
import { unseal } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as services from '../index.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { eraseContact } from './erase.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await services.ensureBuiltInWorkflows({ deps: world.deps })
})
afterEach(() => world.remove())

const erase = (id: string, confirmation: string) =>
  eraseContact({ deps: world.deps, actor: world.operator, input: { id, confirmation } })

/** Jane was invited, mailed, redeemed, declined and changed; she invited others, and has a sign-in of her own. */
async function makeJane() {
  const { deps, operator: actor, make } = world
  const website = await make.website()
  const webRole = await make.webRole(website.id)
  const jane = valued(
    await services.createContact({
      deps,
      actor,
      input: {
        firstName: 'Jane',
        lastName: 'Doe',
        email: 'Jane@Contoso.example',
        email2: 'jdoe@home.example',
      },
    }),
  )
  await make.staffUser()
  const common = { websiteId: website.id, webRoleIds: [webRole.id], invitedContactIds: [jane.id] }
  const redeemed = valued(
    await services.createInvitation({
      deps,
      actor,
      input: { ...common, name: 'For Jane Doe', type: 'single', message: 'Dear Jane,' },
    }),
  )
  const open = valued(
    await services.createInvitation({
      deps,
      actor,
      input: { ...common, name: 'Jane again', type: 'single' },
    }),
  )
  valued(await services.sendInvitations({ deps, actor, input: { invitationIds: [redeemed.id, open.id] } }))
  const user = await make.invitee({ email: 'jane@contoso.example', name: 'Jane Doe' })
  const redeemer = { userId: user.id, name: user.name, ipAddress: '203.0.113.9', userAgent: 'Janes browser' }
  valued(await services.redeemInvitation({ deps, redeemer, input: { code: redeemed.code } }))
  await services.declineInvitation({ deps, input: { code: open.code, kind: 'declined' } })
  await services.queueEmailCode({
    deps,
    input: { address: 'jane@contoso.example', code: '123456', websiteId: website.id, locale: 'en' },
  })
  valued(await services.updateContact({ deps, actor, input: { id: jane.id, lastName: 'Doe-Miller' } }))
  await tellOthers(jane.id)
  return { jane, redeemed, open, webRole }
}

/** What a workflow has noted of Jane, and what a webhook was told and answered. */
async function tellOthers(contactId: string) {
  const { client, query } = world.deps.database
  const workflow = await world.make.workflow()
  const [endpointId, runId] = [world.deps.newId(), world.deps.newId()]
  const at = world.deps.now()
  await world.deps.database.write([
    query.insert(schema.webhookEndpoints).values({
      id: endpointId,
      name: 'CRM',
      url: 'https://crm.example/hook',
      eventTypes: [],
      secretSealed: '-',
      createdAt: at,
      updatedAt: at,
    }),
  ])
  await client.batch([
    {
      sql: `INSERT INTO webhook_deliveries (id, key, endpoint_id, contact_id, type, payload, status, response_body, created_at)
        VALUES (?, 'key', ?, ?, 'contact.created', '{"name":"Jane"}', 'queued', 'Hello Jane', 1)`,
      args: [world.deps.newId(), endpointId, contactId],
    },
    {
      sql: `INSERT INTO events (id, type, key, batch, contact_id, data, occurred_at, created_at)
        VALUES (?, 'contact.created', 'key', 'batch', ?, '{"name":"Jane"}', 1, 1)`,
      args: [world.deps.newId(), contactId],
    },
    {
      sql: `INSERT INTO workflow_runs (id, workflow_id, workflow_version_id, contact_id, status, created_at)
        VALUES (?, ?, ?, ?, 'queued', 1)`,
      args: [runId, workflow.id, workflow.versionId, contactId],
    },
    {
      sql: `INSERT INTO workflow_run_steps (id, run_id, position, step_key, kind, status, attempts, started_at, output)
        VALUES (?, ?, 1, 'welcome', 'send_email', 'completed', 1, 1, '{"to":"Jane"}')`,
      args: [world.deps.newId(), runId],
    },
  ])
}

/** Every value of every table as text; what is sealed is opened. */
async function everything(): Promise<string> {
  const { client } = world.deps.database
  const { rows: tables } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%' ORDER BY name",
  )
  const found: string[] = []
  for (const { name } of tables) {
    for (const row of (await client.execute(`SELECT * FROM "${String(name)}"`)).rows) {
      found.push(`${String(name)}: ${JSON.stringify(row)}`)
      if (name === 'emails' && typeof row.input_sealed === 'string') {
        const context = `email-input:${String(row.id)}`
        found.push(String(await unseal(world.deps.keys, row.input_sealed, { context })))
      }
    }
  }
  return found.join('\n')
}
const telling = /jane|doe|jdoe|203\.0\.113\.9|123456/i

test('an erased person is gone from contacts, outbox, sign-ins, timelines, audit and payloads; a hash stays', async () => {
  const { jane } = await makeJane()
  expect(await everything()).toMatch(telling)
  valued(await erase(jane.id, 'jane@contoso.example'))
  expect((await everything()).split('\n').filter((line) => telling.test(line))).toEqual([])

  const suppressions = await world.deps.database.query.select().from(schema.suppressions)
  expect(suppressions).toMatchObject([{ address: null, websiteId: null }])
  expect(suppressions[0]?.addressHash).toMatch(/^[0-9a-f]{64}$/)
  const searched = await services.listContacts({
    deps: world.deps,
    actor: world.operator,
    input: { search: 'jane' },
  })
  expect(searched).toMatchObject({ value: { items: [] } })
})

test('what counts for others stays: the seat is used, the redemption is on record, the access has ended', async () => {
  const { jane, redeemed, open } = await makeJane()
  valued(await erase(jane.id, 'jane@contoso.example'))
  const { query } = world.deps.database
  const invitations = await query.select().from(schema.invitations)
  expect(invitations.find(({ id }) => id === redeemed.id)).toMatchObject({ redemptionCount: 1 })
  expect(invitations.find(({ id }) => id === open.id)?.status).toBe('inactive')
  expect(await query.select().from(schema.redemptions)).toMatchObject([{ contactId: jane.id, userId: null }])
  expect((await query.select().from(schema.grants)).every(({ revokedAt }) => revokedAt)).toBe(true)
  expect((await query.select().from(schema.emails)).map(({ status }) => status)).not.toContain('queued')
})

test('the same address, added again, is not mailed', async () => {
  const { jane, webRole } = await makeJane()
  valued(await erase(jane.id, 'jane@contoso.example'))
  const { deps, operator: actor } = world
  const again = valued(
    await services.createContact({ deps, actor, input: { email: 'jane@contoso.example' } }),
  )
  const invitation = valued(
    await services.createInvitation({
      deps,
      actor,
      input: {
        name: 'Again',
        type: 'single',
        websiteId: webRole.websiteId,
        invitedContactIds: [again.id],
      },
    }),
  )
  const sent = valued(
    await services.sendInvitations({ deps, actor, input: { invitationIds: [invitation.id] } }),
  )
  expect(sent).toMatchObject({ planned: 0, excluded: [{ contactId: again.id, reason: 'unsubscribed' }] })
})

test('nobody is erased by a slip: the address is typed, inviters may not, and once is enough', async () => {
  const { jane } = await makeJane()
  expect(await erase(jane.id, 'Jane Doe')).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'confirmation' }],
  })
  const input = { id: jane.id, confirmation: 'jane@contoso.example' }
  expect(await eraseContact({ deps: world.deps, actor: staffActor('inviter'), input })).toMatchObject({
    refusal: 'forbidden',
  })
  const answers = await Promise.all([1, 2].map(() => erase(jane.id, 'jane@contoso.example')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.refusal === 'conflict')).toHaveLength(1)
})
