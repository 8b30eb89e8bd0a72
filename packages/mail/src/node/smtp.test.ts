import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { MailMessage } from '../mailer.ts'
import { createMailer } from '../node.ts'

let closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing) close()
  closing = []
})

type Delivered = { raw: string; recipients: string[] }

/** A real SMTP server on a free port; what it takes is kept. */
async function startServer(options: SMTPServerOptions = {}) {
  const delivered: Delivered[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        delivered.push({
          raw: Buffer.concat(chunks).toString('utf8'),
          recipients: session.envelope.rcptTo.map(({ address }) => address),
        })
        done()
      })
    },
    ...options,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  closing.push(() => server.close())
  return { delivered, port }
}

function mailerFor(port: number, userInfo = '') {
  const mailer = createMailer({
    transport: 'smtp',
    from: 'Contoso <invitations@contoso.example>',
    url: `smtp://${userInfo}127.0.0.1:${port}`,
  })
  closing.push(() => mailer.close())
  return mailer
}

const message = (change: Partial<MailMessage> = {}): MailMessage => ({
  emailId: '019a0000-0000-7000-8000-000000000001',
  from: { name: 'Olivia Owner', address: 'invitations@contoso.example' },
  to: 'jane@fabrikam.example',
  replyTo: 'olivia@contoso.example',
  subject: 'Grüße',
  html: '<p>Hello</p>',
  text: 'Hello',
  unsubscribeUrl: null,
  tag: 'invitation',
  ...change,
})

test('a mail arrives with both parts, one recipient, and a Message-ID that is the same at every attempt', async () => {
  const { delivered, port } = await startServer()
  const [outcome] = await mailerFor(port).sendBatch([message()])
  expect(outcome).toEqual({
    outcome: 'accepted',
    messageId: '<019a0000-0000-7000-8000-000000000001@contoso.example>',
  })
  expect(delivered).toHaveLength(1)
  expect(delivered[0]?.recipients).toEqual(['jane@fabrikam.example'])
  const mail = await simpleParser(delivered[0]?.raw ?? '')
  expect(mail).toMatchObject({
    subject: 'Grüße',
    messageId: '<019a0000-0000-7000-8000-000000000001@contoso.example>',
    html: '<p>Hello</p>',
  })
  expect(mail.text?.trim()).toBe('Hello')
  expect(mail.cc).toBeUndefined()
  expect(mail.bcc).toBeUndefined()
})

test('a line break in a subject or a sender’s name adds no header', async () => {
  const { delivered, port } = await startServer()
  await mailerFor(port).sendBatch([
    message({
      subject: 'Hi\r\nBcc: evil@example.com',
      from: { name: 'O\r\nBcc: evil@example.com', address: 'invitations@contoso.example' },
    }),
  ])
  expect(delivered[0]?.recipients).toEqual(['jane@fabrikam.example'])
  expect(delivered[0]?.raw).not.toMatch(/^Bcc:/im)
})

test('a recipient that the server refuses fails alone', async () => {
  const { port } = await startServer({
    onRcptTo: (address, _session, done) =>
      address.address.startsWith('gone')
        ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
        : done(),
  })
  const outcomes = await mailerFor(port).sendBatch([message({ to: 'gone@fabrikam.example' }), message()])
  expect(outcomes).toMatchObject([{ outcome: 'recipient_refused', code: 550 }, { outcome: 'accepted' }])
})

test('a server that is busy is tried again, nothing was taken', async () => {
  const { port } = await startServer({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('Greylisted'), { responseCode: 451 })),
  })
  expect(await mailerFor(port).sendBatch([message()])).toMatchObject([
    { outcome: 'try_again', mayHaveBeenAccepted: false },
  ])
})

test('a password that is refused pauses the queue', async () => {
  const { port } = await startServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('Wrong password')),
  })
  expect(await mailerFor(port, 'user:wrong@').sendBatch([message()])).toMatchObject([
    { outcome: 'pause_queue' },
  ])
})

test('when nobody listens, a mail is tried again', async () => {
  const { port } = await startServer()
  for (const close of closing) close()
  expect(await mailerFor(port).sendBatch([message()])).toMatchObject([
    { outcome: 'try_again', mayHaveBeenAccepted: false },
  ])
})
