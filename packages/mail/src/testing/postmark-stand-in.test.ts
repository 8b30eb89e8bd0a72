import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createMailer } from '../node.ts'
import { startPostmarkStandIn } from './index.ts'

let closing: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closing) await close()
  closing = []
})

/** A webhook that answers with these statuses, one after another, then 200. */
async function startWebhook(statuses: number[]) {
  const received: { authorization: string | undefined; body: { RecordType: string } }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ authorization: request.headers.authorization, body: JSON.parse(body) })
      response.writeHead(statuses.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => void server.close())
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function sendTo(to: string, statuses: number[]) {
  const { received, url } = await startWebhook(statuses)
  const webhook = { url, user: 'u', password: 'p', retryMilliseconds: [5, 5, 5] }
  const postmark = await startPostmarkStandIn({ webhook })
  closing.push(() => postmark.close())
  const mailer = createMailer({
    transport: 'postmark',
    from: 'invitations@contoso.example',
    serverToken: 'server-token-for-tests',
    messageStream: 'outbound',
    apiUrl: postmark.url,
  })
  const message = {
    from: mailer.from,
    replyTo: null,
    unsubscribeUrl: null,
    subject: 'Hi',
    html: 'Hi',
    text: 'Hi',
    tag: 'test',
  }
  const send = async (emailId: string) => (await mailer.sendBatch([{ ...message, emailId, to }]))[0]
  const first = await send('e1')
  await postmark.webhooksSettled()
  return { postmark, received, first, send }
}

test('a webhook is tried again until it says 200, with its user and password', async () => {
  const { received } = await sendTo('jane@fabrikam.example', [500, 401])
  expect(received.map(({ body }) => body.RecordType)).toEqual(['Delivery', 'Delivery', 'Delivery'])
  expect(received[0]?.authorization).toBe(`Basic ${btoa('u:p')}`)
})

test('403 stops the webhook for good', async () => {
  const { received, send, postmark } = await sendTo('jane@fabrikam.example', [403])
  await send('e2')
  await postmark.webhooksSettled()
  expect(received).toHaveLength(1)
})

test('an address that bounced is suppressed: the next mail to it is refused inside a batch that succeeds', async () => {
  const { received, first, send } = await sendTo('bounce@fabrikam.example', [])
  expect(first).toMatchObject({ outcome: 'accepted' })
  expect(received.map(({ body }) => body.RecordType)).toEqual(['Bounce'])
  expect(await send('e2')).toMatchObject({ outcome: 'recipient_refused', code: 406, isSuppressed: true })
})
