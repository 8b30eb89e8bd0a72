import { schema } from '@usher/database'
import { formatCode, hashOfCode, readRecipientProof } from '@usher/domain'
import { createMailer } from '@usher/mail/node'
import { type PostmarkStandIn, startPostmarkStandIn } from '@usher/mail/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import { claimJobs } from '../jobs/claim.ts'
import { listParkedJobs } from '../jobs/list-parked.ts'
import { retryJob } from '../jobs/retry.ts'
import { cancelSend } from '../sends/cancel.ts'
import { sendInvitations } from '../sends/create.ts'
import { getSend } from '../sends/get.ts'
import { pauseSend } from '../sends/pause.ts'
import { resumeSend } from '../sends/resume.ts'
import { createWorld, valued, workOffJobs } from '../testing/index.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import { deactivateWorkflow } from '../workflows/deactivate.ts'
import { deliverEmails } from './deliver.ts'
import { getEmail } from './get.ts'
import { listEmails } from './list.ts'
import { queueEmailCode } from './queue-code.ts'
import { queuePasswordReset } from './queue-password-reset.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let postmark: PostmarkStandIn
beforeEach(async () => {
  world = await createWorld()
  await ensureBuiltInWorkflows(world)
  postmark = await startPostmarkStandIn()
})
afterEach(async () => {
  await postmark.close()
  await world.remove()
})

const as = <T>(input: T) => ({ deps: world.deps, actor: world.operator, input })
const rows = {
  emails: () => world.deps.database.query.select().from(schema.emails),
  jobs: () => world.deps.database.query.select().from(schema.jobs),
  invitations: () => world.deps.database.query.select().from(schema.invitations),
  activities: () => world.deps.database.query.select().from(schema.activities),
}
const later = (milliseconds: number) => world.moveTo(new Date(world.deps.now().getTime() + milliseconds))

/** The same house with Postmark as its transport. */
const byPostmark = (serverToken = 'server-token-for-tests') => ({
  deps: { ...world.deps, mailTransport: 'postmark' } satisfies Deps,
  mailer: createMailer({
    transport: 'postmark',
    from: 'Contoso <invitations@contoso.example>',
    serverToken,
    messageStream: 'outbound',
    apiUrl: postmark.url,
  }),
})
const workOffByPostmark = (serverToken?: string) => {
  const { deps, mailer } = byPostmark(serverToken)
  return workOffJobs(deps, mailer)
}

async function invite(emails: (string | Parameters<typeof world.make.contact>[0])[]) {
  const contacts = []
  for (const email of emails) {
    contacts.push(await world.make.contact(typeof email === 'string' ? { email } : email))
  }
  const invitation = await world.make.invitation({ type: 'group', contacts })
  return { contacts, invitation }
}
async function send(emails: Parameters<typeof invite>[0]) {
  const invited = await invite(emails)
  return { ...invited, send: valued(await sendInvitations(as({ invitationIds: [invited.invitation.id] }))) }
}
const statusOf = async (sendId: string) => valued(await getSend(as({ sendId })))

test('invariant 8: mail goes to the primary e-mail alone; CC and BCC never leave the house', async () => {
  await send([
    {
      email: 'primary@fabrikam.example',
      email2: 'second@fabrikam.example',
      email3: 'third@fabrikam.example',
    },
    { email: null, email2: 'only-second@fabrikam.example' },
  ])
  await workOffByPostmark()
  expect(postmark.taken.map((mail) => mail.To)).toEqual(['primary@fabrikam.example'])
  expect(JSON.stringify(postmark.taken)).not.toMatch(/second@|third@|"Cc"|"Bcc"/i)
})

test('the mail has the link with the recipient’s proof and the code, both genuine; it becomes Sent when the mail left', async () => {
  const { contacts, invitation } = await send(['jane@fabrikam.example'])
  expect(await rows.invitations()).toMatchObject([{ status: 'new' }])
  await workOffByPostmark()

  const [mail] = postmark.taken
  const link = new URL(/http:\/\/localhost:3024\/i\/\S+/.exec(mail?.TextBody ?? '')?.[0] ?? '')
  const code = link.pathname.slice('/i/'.length)
  expect(await hashOfCode(world.deps.keys, code)).toBe(invitation.codeHash)
  expect(mail?.TextBody).toContain(formatCode(code))
  const proof = link.searchParams.get('r') ?? ''
  expect(await readRecipientProof(world.deps.keys, invitation.id, proof, contacts[0]?.email)).toBe(
    contacts[0]?.id,
  )

  expect(await rows.invitations()).toMatchObject([{ status: 'sent', sentAt: world.deps.now() }])
  expect(await rows.emails()).toMatchObject([
    {
      status: 'sent',
      toAddress: 'jane@fabrikam.example',
      transport: 'postmark',
      providerMessageId: mail?.MessageID,
      sentAt: world.deps.now(),
    },
  ])
  expect(await rows.activities()).toMatchObject([
    { type: 'invitation_sent', contactId: contacts[0]?.id, invitationId: invitation.id },
  ])
})

test('the owner is the sender, replies go to them, and the provider sees its own address', async () => {
  const owner = await world.make.staffUser({ name: 'Olivia "O" Owner', email: 'olivia@contoso.example' })
  const website = await world.make.website({ name: 'Contoso' })
  const contact = await world.make.contact()
  const invitation = await world.make.invitation({
    ownerId: owner.id,
    websiteId: website.id,
    contacts: [contact],
  })
  await sendInvitations(as({ invitationIds: [invitation.id] }))
  await workOffByPostmark()
  expect(postmark.taken[0]).toMatchObject({
    From: '"Olivia \\"O\\" Owner (Contoso)" <invitations@contoso.example>',
    ReplyTo: 'olivia@contoso.example',
    Subject: 'Olivia "O" Owner invites you to Contoso',
  })
})

test('what is kept of a mail that went out holds no code, no link and no proof, and is sealed besides', async () => {
  const { invitation } = await send(['jane@fabrikam.example'])
  valued(
    await queueEmailCode(
      as({ address: 'joe@fabrikam.example', code: '482913', websiteId: null, locale: 'en' }),
    ),
  )
  valued(
    await queuePasswordReset(
      as({
        address: 'ann@fabrikam.example',
        url: 'http://localhost:3024/reset/geheim-token',
        websiteId: null,
        locale: null,
      }),
    ),
  )
  await workOffByPostmark()
  expect(JSON.stringify(postmark.taken)).toContain('482913')
  expect(JSON.stringify(postmark.taken)).toContain('geheim-token')

  const deps = byPostmark().deps
  for (const { id, contentSealed, inputSealed } of await rows.emails()) {
    expect(inputSealed).toBeNull()
    expect(contentSealed).toMatch(/^v1\./)
    const email = valued(await getEmail({ deps, actor: world.operator, input: { emailId: id } }))
    expect(email.html).toContain('</html>')
    const kept = JSON.stringify(email)
    expect(kept).not.toContain(invitation.code)
    expect(kept).not.toContain(formatCode(invitation.code))
    expect(kept).not.toMatch(/482913|geheim-token|[?&]r=/)
    expect(kept).toContain('•')
  }
})

test('no table holds a code in clear, before and after the mails left', async () => {
  const { invitation } = await send(['jane@fabrikam.example'])
  valued(
    await queueEmailCode(
      as({ address: 'joe@fabrikam.example', code: '482913', websiteId: null, locale: 'en' }),
    ),
  )
  const dump = async () => {
    const { rows: tables } = await world.deps.database.client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table'",
    )
    const contents = await Promise.all(
      tables.map(({ name }) => world.deps.database.client.execute(`SELECT * FROM "${String(name)}"`)),
    )
    return JSON.stringify(contents.map(({ rows: content }) => content))
  }
  for (const prepare of [() => Promise.resolve([]), () => workOffJobs(world.deps)]) {
    await prepare()
    const everything = await dump()
    expect(everything).toContain('jane@fabrikam.example')
    expect(everything).not.toContain(invitation.code)
    expect(everything).not.toContain(formatCode(invitation.code))
    expect(everything).not.toMatch(/\b482913\b/)
  }
})

test('the outbox keeps the mail exactly as rendered, with its link', async () => {
  const { invitation } = await send(['jane@fabrikam.example'])
  await workOffJobs(world.deps)
  const listed = valued(await listEmails(as({ invitationId: invitation.id })))
  expect(listed).toMatchObject({ totalCount: 1, items: [{ status: 'sent', transport: 'outbox' }] })
  const email = valued(await getEmail(as({ emailId: listed.items[0]?.id ?? '' })))
  expect(email.html).toContain(`/i/${invitation.code}?r=`)
  expect(email.text).toContain(formatCode(invitation.code))
})

test('what became impossible while it was queued is not sent, and the timeline says why', async () => {
  const cases: [string, (invitationId: string, contactId: string) => { sql: string; args: unknown[] }][] = [
    [
      'the invitation is inactive',
      (id) => ({ sql: 'UPDATE invitations SET deactivated_at = 1 WHERE id = ?', args: [id] }),
    ],
    [
      'the invitation has expired',
      (id) => ({ sql: 'UPDATE invitations SET expires_at = 1 WHERE id = ?', args: [id] }),
    ],
    [
      'no seat is left',
      (id) => ({ sql: 'UPDATE invitations SET maximum_redemptions = 0 WHERE id = ?', args: [id] }),
    ],
    [
      'the contact has redeemed it already',
      (id, contactId) => ({
        sql: "INSERT INTO redemptions (id, invitation_id, contact_id, redeemed_at) VALUES ('r', ?, ?, 1)",
        args: [id, contactId],
      }),
    ],
    [
      'the contact has no e-mail address',
      (_, contactId) => ({ sql: 'UPDATE contacts SET email = NULL WHERE id = ?', args: [contactId] }),
    ],
    [
      'the contact is not invited any more',
      (id) => ({ sql: 'DELETE FROM invitation_recipients WHERE invitation_id = ?', args: [id] }),
    ],
  ]
  for (const [reason, change] of cases) {
    const {
      invitation,
      contacts,
      send: sent,
    } = await send([`jane${cases.findIndex(([each]) => each === reason)}@fabrikam.example`])
    await world.deps.database.write([change(invitation.id, contacts[0]?.id ?? '')])
    await workOffByPostmark()
    expect(valued(await listEmails(as({ sendId: sent.id }))).items).toMatchObject([
      { status: 'not_sent', error: reason },
    ])
    expect(await statusOf(sent.id)).toMatchObject({ status: 'completed', notSent: 1 })
    const activities = (await rows.activities()).filter((activity) => activity.invitationId === invitation.id)
    expect(activities).toMatchObject([
      { type: 'email_not_sent', subject: `Invitation mail not sent: ${reason}` },
    ])
  }
  expect(postmark.taken).toEqual([])
})

test('deactivating the Send Invitation workflow stops what is queued', async () => {
  const { send: sent } = await send(['jane@fabrikam.example'])
  const workflows = await world.deps.database.query.select().from(schema.workflows)
  const workflowId = workflows.find((workflow) => workflow.builtInKey === 'send_invitation')?.id ?? ''
  valued(await deactivateWorkflow(as({ workflowId })))
  await workOffByPostmark()
  expect(postmark.taken).toEqual([])
  expect(await statusOf(sent.id)).toMatchObject({ notSent: 1, status: 'completed' })
})

test.each([
  ['the invitation is deactivated', 'UPDATE invitations SET deactivated_at = 1'],
  ['the send is paused', "UPDATE sends SET status = 'paused'"],
  ['the send is cancelled', "UPDATE sends SET status = 'cancelled'"],
  ['the address changes', "UPDATE contacts SET email = 'new@fabrikam.example'"],
  ['the lease is lost', "UPDATE jobs SET lease_token = 'somebody else'"],
])('%s in the instant between reading and sending: the old mail does not leave', async (_, sql) => {
  await send(['jane@fabrikam.example'])
  const { deps, mailer } = byPostmark()
  const lease = await claimJobs({
    deps,
    input: { kinds: ['send_email'], maximumPriority: 1000, limit: 10, leaseMilliseconds: 30_000 },
  })
  if (!lease) throw new Error('nothing was claimed')
  // The first write of a delivery marks the attempt.
  let isFirst = true
  const racing: Deps = {
    ...deps,
    database: {
      ...deps.database,
      write: (async (statements) => {
        if (isFirst) await deps.database.write([{ sql, args: [] }])
        isFirst = false
        return deps.database.write(statements)
      }) as typeof deps.database.write,
    },
  }
  await deliverEmails({ deps: racing, mailer, lease })
  expect(postmark.taken).toEqual([])
  expect((await rows.emails())[0]?.attemptedAt).toBeNull()
})

test('a batch with mixed results: each mail its own status, the refused parked where staff can retry', async () => {
  postmark.refuse('gone@fabrikam.example', 406, 'Found inactive addresses.')
  postmark.refuse('wrong@fabrikam.example', 300, 'Illegal address.')
  const { send: sent, contacts } = await send([
    'gone@fabrikam.example',
    'jane@fabrikam.example',
    'wrong@fabrikam.example',
    'joe@fabrikam.example',
  ])
  expect(await workOffByPostmark()).toMatchObject([{ sent: 2, failed: 2, pauseReason: null }])
  expect(postmark.batchSizes).toEqual([4])
  expect(await statusOf(sent.id)).toMatchObject({ sent: 2, failed: 2, queued: 0, status: 'completed' })
  const emails = await rows.emails()
  const of = (index: number) => emails.find((email) => email.contactId === contacts[index]?.id)
  expect(of(0)).toMatchObject({ status: 'suppressed', providerErrorCode: 406 })
  expect(of(1)).toMatchObject({ status: 'sent', error: null })
  expect(of(2)).toMatchObject({ status: 'failed', providerErrorCode: 300 })

  const parked = valued(await listParkedJobs(as({}))).items
  expect(parked).toHaveLength(2)
  await world.deps.database.write([
    { sql: "UPDATE contacts SET email = 'right@fabrikam.example' WHERE id = ?", args: [contacts[2]?.id] },
  ])
  for (const job of parked) valued(await retryJob(as({ jobId: job.id })))
  expect(await statusOf(sent.id)).toMatchObject({ status: 'sending', queued: 2 })
  await workOffByPostmark()
  expect(postmark.taken.map((mail) => mail.To)).toContain('right@fabrikam.example')
  expect(await statusOf(sent.id)).toMatchObject({ sent: 3, notSent: 1, status: 'completed' })
})

test('401 in mid-send pauses the queue: nobody is marked failed, the reason is visible, and it goes on once put right', async () => {
  const { send: sent } = await send(['jane@fabrikam.example', 'joe@fabrikam.example'])
  expect(await workOffByPostmark('wrong token')).toMatchObject([
    { sent: 0, failed: 0, waiting: 2, pauseReason: expect.stringContaining('POSTMARK_SERVER_TOKEN') },
  ])
  expect(await statusOf(sent.id)).toMatchObject({
    status: 'sending',
    queued: 2,
    failed: 0,
    waitingReason: expect.stringContaining('POSTMARK_SERVER_TOKEN'),
  })
  expect(await rows.jobs()).toMatchObject([
    { attempts: 0, parkedAt: null },
    { attempts: 0, parkedAt: null },
  ])
  expect(await rows.activities()).toEqual([])

  later(60_000)
  await workOffByPostmark()
  expect(await statusOf(sent.id)).toMatchObject({ sent: 2, status: 'completed', waitingReason: null })
})

test('a crash after acceptance is reconciled: the mail is found at the provider and not sent again', async () => {
  const { send: sent } = await send(['jane@fabrikam.example', 'joe@fabrikam.example'])
  postmark.failNext({ kind: 'cut_after' })
  await workOffByPostmark()
  expect(postmark.taken).toHaveLength(2)
  expect((await rows.emails()).map(({ status }) => status)).toEqual(['sending', 'sending'])

  later(30_000)
  expect(await workOffByPostmark()).toEqual([])
  later(31_000)
  await workOffByPostmark()
  expect(postmark.taken).toHaveLength(2)
  expect(await statusOf(sent.id)).toMatchObject({ sent: 2, status: 'completed' })
  const messageIds = (await rows.emails()).map((email) => email.providerMessageId)
  expect(messageIds.sort()).toEqual(postmark.taken.map((mail) => mail.MessageID).sort())
})

test('a crash before acceptance is tried again: nothing is lost', async () => {
  const { send: sent } = await send(['jane@fabrikam.example'])
  postmark.failNext({ kind: 'cut_before' })
  await workOffByPostmark()
  expect(postmark.taken).toHaveLength(0)
  later(61_000)
  await workOffByPostmark()
  expect(postmark.taken).toHaveLength(1)
  expect(await statusOf(sent.id)).toMatchObject({ sent: 1, status: 'completed' })
})

test('while the provider cannot say what it has, an unclear mail is not sent again', async () => {
  await send(['jane@fabrikam.example'])
  postmark.failNext({ kind: 'cut_after' })
  await workOffByPostmark()
  later(61_000)
  const [delivery] = await workOffByPostmark('wrong token')
  expect(delivery).toMatchObject({
    sent: 0,
    waiting: 1,
    pauseReason: expect.stringContaining('cannot be asked'),
  })
  later(10_000)
  await workOffByPostmark()
  expect(postmark.taken).toHaveLength(1)
  expect(await rows.emails()).toMatchObject([{ status: 'sent' }])
})

test('a worker that lost its lease while it was sending records the truth, and its successor sends nothing twice', async () => {
  await send(['jane@fabrikam.example'])
  const { deps, mailer } = byPostmark()
  const claim = () =>
    claimJobs({
      deps,
      input: { kinds: ['send_email'], maximumPriority: 1000, limit: 10, leaseMilliseconds: 1000 },
    })
  const slow = await claim()
  if (!slow) throw new Error('nothing was claimed')
  const successor = Promise.withResolvers<void>()
  await deliverEmails({
    deps,
    lease: slow,
    mailer: {
      ...mailer,
      async sendBatch(messages) {
        const outcomes = await mailer.sendBatch(messages)
        later(2000)
        const lease = await claim()
        if (lease) await deliverEmails({ deps, mailer, lease })
        successor.resolve()
        return outcomes
      },
    },
  })
  await successor.promise
  later(61_000)
  await workOffByPostmark()
  expect(postmark.taken).toHaveLength(1)
  expect(await rows.emails()).toMatchObject([
    { status: 'sent', providerMessageId: postmark.taken[0]?.MessageID },
  ])
  expect((await rows.activities()).map(({ type }) => type)).toEqual(['invitation_sent'])
})

test('pausing holds back what a worker has in its hands already; resuming lets it go', async () => {
  const { send: sent } = await send(['jane@fabrikam.example'])
  const { deps, mailer } = byPostmark()
  const lease = await claimJobs({
    deps,
    input: { kinds: ['send_email'], maximumPriority: 1000, limit: 10, leaseMilliseconds: 30_000 },
  })
  if (!lease) throw new Error('nothing was claimed')
  valued(await pauseSend(as({ sendId: sent.id })))
  await deliverEmails({ deps, mailer, lease })
  expect(await workOffByPostmark()).toEqual([])
  expect(postmark.taken).toEqual([])
  valued(await resumeSend(as({ sendId: sent.id })))
  await workOffByPostmark()
  expect(postmark.taken).toHaveLength(1)
})

test('a cancelled send leaves truth about what was under way', async () => {
  const { send: sent } = await send(['jane@fabrikam.example'])
  postmark.failNext({ kind: 'cut_after' })
  await workOffByPostmark()
  valued(await cancelSend(as({ sendId: sent.id })))
  later(61_000)
  await workOffByPostmark()
  expect(await statusOf(sent.id)).toMatchObject({ status: 'cancelled', sent: 1, notSent: 0 })
})

test('a mail that cannot be written is parked with its reason, and the others go on', async () => {
  const { contacts } = await send(['jane@fabrikam.example', 'joe@fabrikam.example'])
  const single = await world.make.invitation({
    contacts: contacts.slice(0, 1),
    codeSealed: 'v1.00000000.x.y',
  })
  valued(await sendInvitations(as({ invitationIds: [single.id] })))
  expect(await workOffByPostmark()).toMatchObject([{ sent: 2, failed: 1 }])
  expect(valued(await listParkedJobs(as({}))).items).toMatchObject([
    { lastError: expect.stringContaining('USHER_PREVIOUS_SECRETS') },
  ])
})

test('an invitation sent again keeps the instant it was first sent', async () => {
  const { invitation } = await send(['jane@fabrikam.example'])
  const first = world.deps.now()
  await workOffByPostmark()
  later(60_000)
  valued(await sendInvitations(as({ invitationIds: [invitation.id] })))
  await workOffByPostmark()
  expect(await rows.invitations()).toMatchObject([{ sentAt: first }])
  expect(postmark.taken).toHaveLength(2)
})

test('a code mail goes out before a send that was queued earlier, to exactly the address given', async () => {
  await send(['jane@fabrikam.example'])
  later(1000)
  valued(
    await queueEmailCode(
      as({ address: 'joe@fabrikam.example', code: '482913', websiteId: null, locale: 'en' }),
    ),
  )
  await workOffByPostmark()
  expect(postmark.taken.map((mail) => mail.To)).toEqual(['joe@fabrikam.example', 'jane@fabrikam.example'])
  expect(postmark.taken[0]?.Subject).not.toContain('482913')
  expect(
    await queueEmailCode(
      as({ address: 'a@b.example, c@d.example', code: '482913', websiteId: null, locale: 'en' }),
    ),
  ).toMatchObject({ refusal: 'invalid_request' })
})
