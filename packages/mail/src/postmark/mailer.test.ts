import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MailMessage } from '../mailer.ts'
import { createMailer } from '../node.ts'
import { type PostmarkStandIn, startPostmarkStandIn } from '../testing/index.ts'

let postmark: PostmarkStandIn
beforeEach(async () => {
  postmark = await startPostmarkStandIn()
})
afterEach(() => postmark.close())

const mailerFor = (change: { serverToken?: string; messageStream?: string; apiUrl?: string } = {}) =>
  createMailer({
    transport: 'postmark',
    from: 'Contoso <invitations@contoso.example>',
    serverToken: 'server-token-for-tests',
    messageStream: 'outbound',
    apiUrl: postmark.url,
    ...change,
  })

const message = (change: Partial<MailMessage> = {}): MailMessage => ({
  emailId: crypto.randomUUID(),
  from: { name: 'Olivia "O" Owner', address: 'invitations@contoso.example' },
  to: 'jane@fabrikam.example',
  replyTo: null,
  subject: 'You are invited',
  html: '<p>Hello</p>',
  text: 'Hello',
  unsubscribeUrl: null,
  tag: 'invitation',
  ...change,
})

test('a mail asks for no tracking, names nobody but its one recipient, and carries our id', async () => {
  const mail = message({ replyTo: 'olivia@contoso.example' })
  expect(await mailerFor().sendBatch([mail])).toEqual([
    { outcome: 'accepted', messageId: postmark.taken[0]?.MessageID },
  ])
  expect(postmark.taken[0]).toMatchObject({
    From: '"Olivia \\"O\\" Owner" <invitations@contoso.example>',
    To: 'jane@fabrikam.example',
    ReplyTo: 'olivia@contoso.example',
    TrackOpens: false,
    TrackLinks: 'None',
    Metadata: { 'usher-email-id': mail.emailId },
  })
  expect(postmark.taken[0]).not.toHaveProperty('Cc')
  expect(postmark.taken[0]).not.toHaveProperty('Bcc')
})

test('a batch that succeeds with mixed results gives each mail its own outcome, in order', async () => {
  postmark.refuse(
    'gone@fabrikam.example',
    406,
    'You tried to send to a recipient that has been marked as inactive.',
  )
  postmark.refuse('poor@fabrikam.example', 405, 'Not allowed to send.')
  postmark.refuse('busy@fabrikam.example', 100, 'Maintenance.')
  const outcomes = await mailerFor().sendBatch([
    message({ to: 'gone@fabrikam.example' }),
    message(),
    message({ to: 'a@b.example, c@d.example' }),
    message({ to: 'poor@fabrikam.example' }),
    message({ to: 'busy@fabrikam.example' }),
  ])
  expect(outcomes).toMatchObject([
    { outcome: 'recipient_refused', code: 406, isSuppressed: true },
    { outcome: 'accepted' },
    { outcome: 'recipient_refused', code: 300, isSuppressed: false },
    { outcome: 'pause_queue' },
    { outcome: 'try_again', mayHaveBeenAccepted: false },
  ])
})

test('a token that is refused pauses the queue and says what to do', async () => {
  const [outcome] = await mailerFor({ serverToken: 'wrong' }).sendBatch([message()])
  expect(outcome).toMatchObject({
    outcome: 'pause_queue',
    reason: expect.stringContaining('POSTMARK_SERVER_TOKEN'),
  })
  const states = async (mailer = mailerFor()) =>
    (await mailer.check()).map(({ about, state }) => `${about} ${state}`)
  expect(await states(mailerFor({ serverToken: 'wrong' }))).toEqual(['access failed'])
  expect(await states()).toEqual(['access ok', 'tracking ok', 'stream ok'])
  expect(await states(mailerFor({ messageStream: 'broadcast' }))).toContain('stream failed')
  await postmark.close()
  postmark = await startPostmarkStandIn({
    server: { TrackOpens: true, TrackLinks: 'HtmlOnly', DeliveryType: 'Sandbox' },
  })
  expect(await states()).toEqual([
    'access ok',
    'access warning',
    'tracking warning',
    'tracking warning',
    'stream ok',
  ])
})

test('a stream that does not exist pauses the queue', async () => {
  expect(await mailerFor({ messageStream: 'broadcast' }).sendBatch([message()])).toMatchObject([
    { outcome: 'pause_queue', reason: expect.stringContaining('POSTMARK_MESSAGE_STREAM') },
  ])
})

test.each([
  ['429', { kind: 'answer', status: 429 } as const, false],
  ['500', { kind: 'answer', status: 500 } as const, true],
  ['503', { kind: 'answer', status: 503 } as const, true],
  ['a cut before it was taken', { kind: 'cut_before' } as const, true],
  ['a cut after it was taken', { kind: 'cut_after' } as const, true],
])(
  'after %s a mail is tried again; whether it may have been taken is told',
  async (_, fault, mayHaveBeenAccepted) => {
    postmark.failNext(fault)
    expect(await mailerFor().sendBatch([message()])).toMatchObject([
      { outcome: 'try_again', mayHaveBeenAccepted },
    ])
  },
)

test('when nobody listens, nothing can have been taken', async () => {
  const gone = await startPostmarkStandIn()
  await gone.close()
  const [outcome] = await mailerFor({ apiUrl: gone.url }).sendBatch([message()])
  expect(outcome).toMatchObject({ outcome: 'try_again', mayHaveBeenAccepted: false })
})

test('one mail that makes Postmark refuse the whole batch does not keep the others back', async () => {
  postmark.failNext(
    { kind: 'answer', status: 422, errorCode: 403, message: 'Invalid JSON.' },
    { kind: 'answer', status: 422, errorCode: 403, message: 'Invalid JSON.' },
    { kind: 'answer', status: 422, errorCode: 403, message: 'Invalid JSON.' },
  )
  const outcomes = await mailerFor().sendBatch([message(), message(), message(), message()])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['defect', 'accepted', 'accepted', 'accepted'])
})

test('what was taken before the connection broke is found again by our id, once the search knows it', async () => {
  const [lost, never] = [message(), message()]
  postmark.failNext({ kind: 'cut_after' })
  await mailerFor().sendBatch([lost])
  expect(await mailerFor().findAccepted?.([lost.emailId, never.emailId])).toEqual(
    new Map([[lost.emailId, { messageId: postmark.taken[0]?.MessageID, count: 1 }]]),
  )
})

test('a search that fails is no proof that nothing was taken: it throws', async () => {
  await expect(mailerFor({ serverToken: 'wrong' }).findAccepted?.(['an id'])).rejects.toThrow()
})

test('500 mails are one request', async () => {
  const outcomes = await mailerFor().sendBatch(Array.from({ length: 500 }, () => message()))
  expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true)
  expect(postmark.batchSizes).toEqual([500])
})
