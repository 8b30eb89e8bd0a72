import { ensureBuiltInWorkflows, redeemInvitation, requestNewLink } from '@usher/services'
import { workOffJobs } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApiWorld } from '../../../testing/api-world.ts'

let world: Awaited<ReturnType<typeof createApiWorld>>
beforeEach(async () => {
  world = await createApiWorld()
  await ensureBuiltInWorkflows({ deps: world.deps })
})
afterEach(() => world.remove())

/** What a request must answer, or the test ends with what it did answer. */
async function must(status: number, ...[method, path, body, headers]: Parameters<typeof world.ask>) {
  const answer = await world.ask(method, path, body, headers)
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.body
}

async function redeem(code: string, email: string) {
  const user = await world.make.invitee({ email })
  const redeemer = { userId: user.id, name: 'Jane Doe', ipAddress: '203.0.113.7', userAgent: null }
  return redeemInvitation({ deps: world.deps, redeemer, input: { code } })
}

test('Contacts, accounts, websites, web roles and keys: created, listed, changed, deleted', async () => {
  const account = await must(201, 'POST', '/accounts', { name: 'Contoso' })
  const contact = await must(201, 'POST', '/contacts', {
    firstName: 'Jane',
    lastName: 'Doe',
    email: 'jane@contoso.example',
    accountId: account.id,
    locale: 'de-CH',
    timeZone: 'Europe/Zurich',
  })
  expect(contact).toMatchObject({
    email: 'jane@contoso.example',
    account: { id: account.id, name: 'Contoso' },
  })
  expect(new Date(contact.createdAt).toISOString()).toBe(contact.createdAt)
  const website = await must(201, 'POST', '/websites', {
    name: 'Shop',
    baseUrl: 'https://shop.example',
    timeZone: 'UTC',
  })
  const webRole = await must(201, 'POST', '/web-roles', { websiteId: website.id, name: 'Buyer' })
  const apiKey = await must(201, 'POST', '/api-keys', { name: 'CRM', role: 'viewer' })
  expect(apiKey.key).toMatch(/^usk_/)

  for (const [path, row, change] of [
    ['contacts', contact, { lastName: 'Roe' }],
    ['accounts', account, { name: 'Contoso Ltd' }],
    ['websites', website, { locale: 'de' }],
    ['web-roles', webRole, { name: 'Purchaser' }],
    ['api-keys', apiKey, { name: 'ERP' }],
  ] as const) {
    const { items, nextCursor } = await must(200, 'GET', `/${path}?limit=200`)
    expect(items.map((item: { id: string }) => item.id)).toContain(row.id)
    expect(nextCursor).toBeNull()
    expect(await must(200, 'PATCH', `/${path}/${row.id}`, change)).toMatchObject(change)
    expect(await must(200, 'GET', `/${path}/${row.id}`)).toMatchObject(change)
    expect(JSON.stringify([items, await must(200, 'GET', `/${path}/${row.id}`)])).not.toContain(apiKey.key)
  }
  expect(await must(409, 'DELETE', `/accounts/${account.id}`)).toMatchObject({ code: 'conflict' })
  for (const path of [
    `web-roles/${webRole.id}`,
    `websites/${website.id}`,
    `contacts/${contact.id}`,
    `accounts/${account.id}`,
  ]) {
    expect(await must(204, 'DELETE', `/${path}`)).toBeNull()
    await must(404, 'GET', `/${path}`)
  }
  await must(204, 'DELETE', `/api-keys/${apiKey.id}`)
  await must(401, 'GET', '/contacts', undefined, { authorization: `Bearer ${apiKey.key}` })
})

test('Contacts come from CSV, first as a dry run', async () => {
  const csv = 'firstName,lastName,email\nJane,Doe,jane@contoso.example\nJohn,Roe,nonsense\n'
  const expected = { created: 1, updated: 0, skipped: 0, errors: [{ row: 3 }] }
  expect(await must(200, 'POST', '/contacts/import?dryRun=true', csv)).toMatchObject(expected)
  expect((await must(200, 'GET', '/contacts')).totalCount).toBe(0)
  expect(await must(200, 'POST', '/contacts/import', csv, { 'idempotency-key': 'i' })).toMatchObject(expected)
  expect(await must(200, 'POST', '/contacts/import', csv)).toMatchObject({ created: 0, skipped: 1 })
})

test('An invitation is created, sent, mailed, redeemed and on record, and its code is told twice alone', async () => {
  const contact = await must(201, 'POST', '/contacts', { firstName: 'Jane', email: 'jane@contoso.example' })
  const account = await must(201, 'POST', '/accounts', { name: 'Contoso' })
  const webRole = await must(201, 'POST', '/web-roles', { websiteId: world.website.id, name: 'Partner' })
  const invitation = await must(201, 'POST', '/invitations', {
    name: 'Welcome',
    type: 'single',
    invitedContactIds: [contact.id],
    webRoleIds: [webRole.id],
    assignToAccountId: account.id,
    expiresAt: '2027-03-31',
  })
  expect(invitation).toMatchObject({
    status: 'new',
    redemptionCount: 0,
    expiresAt: '2027-03-31T22:00:00.000Z',
    redemptionUrl: `https://www.contoso.example/i/${invitation.code}`,
  })
  const { id } = invitation

  expect(await must(200, 'PATCH', `/invitations/${id}`, { message: 'Do come.' })).toMatchObject({
    message: 'Do come.',
  })
  expect(await must(200, 'POST', `/invitations/${id}/deactivate`)).toMatchObject({ status: 'inactive' })
  expect(await must(200, 'POST', `/invitations/${id}/activate`, {})).toMatchObject({ status: 'new' })
  expect(await must(200, 'POST', `/invitations/${id}/reveal-code`)).toEqual({
    code: invitation.code,
    redemptionUrl: invitation.redemptionUrl,
  })

  const send = await must(202, 'POST', '/sends', { invitationIds: [id] })
  expect(send).toMatchObject({ planned: 1, excluded: [] })
  expect(await must(200, 'POST', `/sends/${send.id}/pause`)).toMatchObject({ status: 'paused' })
  expect(await must(200, 'POST', `/sends/${send.id}/resume`)).toMatchObject({ planned: 1, queued: 1 })
  await workOffJobs(world.deps)
  expect(await must(200, 'GET', `/sends/${send.id}`)).toMatchObject({
    planned: 1,
    sent: 1,
    queued: 0,
    failed: 0,
  })
  expect((await must(200, 'GET', '/sends')).items).toMatchObject([{ id: send.id }])
  expect((await must(200, 'GET', `/sends/${send.id}/exclusions`)).items).toEqual([])
  expect(await must(409, 'POST', `/sends/${send.id}/cancel`)).toMatchObject({ code: 'conflict' })

  const emails = await must(
    200,
    'GET',
    `/emails?invitationId=${id}&contactId=${contact.id}&sendId=${send.id}`,
  )
  expect(emails.items).toMatchObject([{ toAddress: 'jane@contoso.example', kind: 'invitation' }])
  expect((await must(200, 'GET', `/emails/${emails.items[0].id}`)).text).toContain(invitation.code)

  expect(await redeem(invitation.code, 'jane@contoso.example')).toMatchObject({ ok: true })
  const detail = await must(200, 'GET', `/invitations/${id}`)
  expect(detail).toMatchObject({
    status: 'redeemed',
    redemptionCount: 1,
    seatsLeft: 0,
    recipients: [{ id: contact.id, status: 'redeemed' }],
    redeemedContacts: [{ id: contact.id }],
    webRoles: [{ id: webRole.id, addedBy: { id: world.owner.id } }],
    account: { id: account.id },
  })
  expect((await must(200, 'GET', `/invitations/${id}/recipients`)).items).toMatchObject([{ id: contact.id }])
  expect((await must(200, 'GET', '/invitations?view=completed&search=welcome')).items).toMatchObject([{ id }])
  expect((await must(200, 'GET', '/invitations?view=new')).counts).toMatchObject({
    all: 1,
    completed: 1,
    new: 0,
  })
  expect((await must(200, 'GET', `/redemptions?invitationId=${id}`)).items).toMatchObject([
    { contactId: contact.id, webRoles: [{ name: 'Partner' }], account: { name: 'Contoso' } },
  ])
  const timeline = (await must(200, 'GET', `/activities?invitationId=${id}`)).items
  expect(timeline.map((line: { type: string }) => line.type)).toEqual(
    expect.arrayContaining(['invitation_created', 'code_revealed', 'invite_redemption']),
  )
  expect((await must(200, 'GET', `/activities?contactId=${contact.id}`)).items).not.toHaveLength(0)
  const audit = (await must(200, 'GET', '/audit-events?limit=200')).items
  expect(audit.map((event: { action: string }) => event.action)).toEqual(
    expect.arrayContaining(['invitation.created', 'invitation.code_revealed', 'send.created']),
  )
  expect(await must(409, 'DELETE', `/invitations/${id}`)).toMatchObject({ code: 'conflict' })

  const reads = [
    '/invitations',
    `/invitations/${id}`,
    `/invitations/${id}/recipients`,
    '/activities',
    '/audit-events',
    '/redemptions',
    '/sends',
    '/emails',
    '/contacts',
  ]
  for (const path of reads) {
    const { text } = await world.ask('GET', path)
    for (const form of [invitation.code, invitation.code.replaceAll('-', '')])
      expect(text).not.toContain(form)
  }
})

test('Invitations in bulk are one a contact, and can be deleted while nobody has them', async () => {
  const contacts = [await world.make.contact(), await world.make.contact()]
  const { invitations } = await must(201, 'POST', '/invitations/bulk', {
    contactIds: contacts.map(({ id }) => id),
    template: { name: 'Spring' },
  })
  expect(invitations.map(({ contactId }: { contactId: string }) => contactId)).toEqual(
    contacts.map(({ id }) => id),
  )
  const page = await must(200, 'GET', `/invitations?contactId=${contacts[0]?.id}`)
  expect(page.items).toMatchObject([{ id: invitations[0].id, type: 'single' }])
  await must(204, 'DELETE', `/invitations/${invitations[0].id}`)
  await must(404, 'GET', `/invitations/${invitations[0].id}`)
})

test('Workflows are read, stopped and started; their runs are listed', async () => {
  const { items } = await must(200, 'GET', '/workflows')
  const sending = items.find((item: { trigger: string }) => item.trigger === 'send')
  expect(await must(200, 'GET', `/workflows/${sending.id}`)).toMatchObject({
    status: 'activated',
    trigger: 'send',
  })
  expect(await must(200, 'POST', `/workflows/${sending.id}/deactivate`)).toMatchObject({
    status: 'deactivated',
  })
  expect(await must(200, 'POST', `/workflows/${sending.id}/activate`)).toMatchObject({ status: 'activated' })
  const tag = { key: 'tag', kind: 'add_tag', tag: 'seen' }
  const made = await must(201, 'POST', '/workflows', {
    name: 'Mark',
    definition: { trigger: 'manual', steps: [tag] },
  })
  expect(made).toMatchObject({ status: 'draft', definition: null, draft: { steps: [tag] } })
  const changed = { definition: { trigger: 'manual', steps: [{ ...tag, tag: 'seen twice' }] } }
  expect(await must(200, 'PATCH', `/workflows/${made.id}`, changed)).toMatchObject({
    draft: { steps: [{ tag: 'seen twice' }] },
  })
  const realTime = { name: 'Now', definition: { trigger: 'manual', mode: 'real_time', steps: [tag] } }
  expect((await must(400, 'POST', '/workflows', realTime)).errors).toMatchObject([
    { path: 'definition.mode', message: expect.stringContaining('in the background alone') },
  ])
  const { id: contactId } = await must(201, 'POST', '/contacts', { firstName: 'Jane' })
  const dry = await must(200, 'POST', `/workflows/${made.id}/dry-run`, { contactId })
  expect(dry.steps).toMatchObject([{ says: 'Adds the tag seen twice.' }])
  await must(409, 'POST', `/workflows/${made.id}/start`, { contactIds: [contactId] })
  await must(204, 'DELETE', `/workflows/${made.id}`)

  const waiting = await world.make.workflow({
    trigger: 'manual',
    steps: [{ key: 'ask', kind: 'ask_approval', question: 'Well?', timeout: { amount: 1, unit: 'days' } }],
  })
  expect(await must(202, 'POST', `/workflows/${waiting.id}/start`, { contactIds: [contactId] })).toEqual({
    count: 1,
  })
  await workOffJobs(world.deps)
  const [asking] = (await must(200, 'GET', '/workflow-runs?waitingFor=approval')).items
  expect(await must(200, 'POST', `/workflow-runs/${asking.id}/decision`, { approved: true })).toMatchObject({
    steps: [{ stepKey: 'ask', status: 'waiting' }],
  })
  const workflowRunIds = [asking.id]
  await must(200, 'POST', '/workflow-runs/cancel', { workflowRunIds })
  await must(409, 'POST', '/workflow-runs/retry', { workflowRunIds })
  expect(await must(202, 'POST', '/workflow-runs/replay', { workflowRunIds })).toEqual({ count: 1 })
  expect(await must(200, 'GET', '/workflow-definition.schema.json')).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    required: ['trigger', 'steps'],
  })

  const { id: redemptionWorkflowId } = await world.make.workflow()
  const { code } = await must(201, 'POST', '/invitations', {
    name: 'Greet',
    type: 'group',
    redemptionWorkflowId,
  })
  await redeem(code, 'john@fabrikam.example')
  expect((await must(200, 'GET', `/workflow-runs?workflowId=${redemptionWorkflowId}`)).items).toMatchObject([
    { workflowId: redemptionWorkflowId, status: 'queued' },
  ])
})

test('Pages follow each other by their cursors', async () => {
  for (let index = 0; index < 5; index++) await world.make.contact()
  const first = await must(200, 'GET', '/contacts?limit=3&sort=-createdAt')
  const second = await must(200, 'GET', `/contacts?limit=3&sort=-createdAt&cursor=${first.nextCursor}`)
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null])
})

test('A new link that an invitee asks for: listed, given once, and closed', async () => {
  const contact = await world.make.contact()
  const ask = async () => {
    const invitation = await world.make.invitation({ contacts: [contact], expiresAt: new Date(1) })
    await requestNewLink({ deps: world.deps, input: { code: invitation.code } })
    return invitation
  }
  const invitation = await ask()
  const [request] = (await must(200, 'GET', `/invitation-requests?invitationId=${invitation.id}`)).items
  expect(request).toMatchObject({ kind: 'new_link', decision: null, contact: { id: contact.id } })
  const approved = await must(200, 'POST', `/invitation-requests/${request.id}/approve`)
  expect(approved).toMatchObject({ decision: 'approved' })
  expect(await must(200, 'GET', `/invitations/${approved.newInvitationId}`)).toMatchObject({ type: 'single' })
  await must(409, 'POST', `/invitation-requests/${request.id}/approve`)

  await ask()
  const [second] = (await must(200, 'GET', '/invitation-requests')).items
  expect(await must(200, 'POST', `/invitation-requests/${second.id}/close`)).toMatchObject({
    decision: 'refused',
  })
  expect((await must(200, 'GET', '/invitation-requests?view=decided')).items).toHaveLength(2)
})

test('A change to many invitations: begun, seen, undone', async () => {
  const invitation = await must(201, 'POST', '/invitations', {
    name: 'Bulk',
    type: 'group',
    invitedContactIds: [],
    webRoleIds: [],
  })
  const task = { kind: 'deactivate_invitations', rows: { invitationIds: [invitation.id] } }
  const { id } = await must(202, 'POST', '/tasks', { task })
  expect(await must(200, 'GET', `/tasks/${id}`)).toMatchObject({ status: 'queued', total: 1 })
  expect((await must(200, 'GET', '/tasks')).items).toHaveLength(1)
  expect(await must(200, 'POST', `/tasks/${id}/cancel`)).toMatchObject({ status: 'cancelled' })
  expect(await must(200, 'POST', `/tasks/${id}/undo`)).toMatchObject({ status: 'undoing' })
  expect(await must(409, 'POST', `/tasks/${id}/undo`)).toMatchObject({ code: 'conflict' })
})

test('A person is erased: their address is typed, and nothing of them is told any more', async () => {
  const contact = await must(201, 'POST', '/contacts', { firstName: 'Jane', email: 'jane@contoso.example' })
  const path = `/contacts/${contact.id}`
  await must(400, 'POST', `${path}/erase`, { confirmation: 'Jane' })
  await must(200, 'POST', `${path}/erase`, { confirmation: 'jane@contoso.example' })
  const erased = await must(200, 'GET', path)
  expect(erased).toMatchObject({ email: null, lastName: null, erasedAt: expect.any(String) })
  expect(JSON.stringify(erased)).not.toMatch(/jane/i)
})

test('Webhook endpoints tell their secret once, are tested, and their log is read', async () => {
  const input = { name: 'CRM', url: 'https://crm.example.com/', eventTypes: ['redemption.created'] }
  const made = await must(201, 'POST', '/webhook-endpoints', input)
  expect(made.secret).toMatch(/^whsec_/)
  expect(JSON.stringify(await must(200, 'GET', '/webhook-endpoints'))).not.toContain('whsec_')
  expect((await must(200, 'POST', `/webhook-endpoints/${made.id}/rotate-secret`)).secret).not.toBe(
    made.secret,
  )
  await must(400, 'POST', '/webhook-endpoints', { ...input, name: 'In', url: 'https://10.0.0.1/' })
  const { id } = await must(202, 'POST', `/webhook-endpoints/${made.id}/test`)
  expect((await must(200, 'GET', '/webhook-deliveries')).items).toMatchObject([{ id, type: 'usher.test' }])
  await must(409, 'POST', `/webhook-deliveries/${id}/replay`)
  await must(200, 'PATCH', `/webhook-endpoints/${made.id}`, { isDisabled: true })
  await must(204, 'DELETE', `/webhook-endpoints/${made.id}`)
})
