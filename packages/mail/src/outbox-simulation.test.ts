import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createOutboxMailer } from './outbox.ts'
import { simulateMailboxes } from './outbox-simulation.ts'

let close: (() => void) | undefined
afterEach(() => close?.())

/** Ourselves: a webhook that is too early once, and a page behind a link. */
async function startSelf() {
  const events: { RecordType: string; MessageID: string; UserAgent?: string }[] = []
  const opened: string[] = []
  let isEarly = true
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      opened.push(request.url ?? '')
      return void response.end('page')
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const isRefused = isEarly || request.headers.authorization !== `Basic ${btoa('outbox:secret')}`
      isEarly = false
      if (!isRefused) events.push(JSON.parse(body))
      response.writeHead(isRefused ? 503 : 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => void server.close()
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const mailer = simulateMailboxes(createOutboxMailer({ from: 'Usher <invitations@usher.example>' }), {
    webhookUrl: `${origin}/webhooks/postmark`,
    user: 'outbox',
    password: 'secret',
    origin,
    slowMilliseconds: 5,
    retryMilliseconds: [5, 5],
  })
  const send = (to: string) =>
    mailer.sendBatch([
      {
        emailId: 'e1',
        from: mailer.from,
        to,
        replyTo: null,
        subject: 'Hi',
        html: `<a href="${origin}/i/CODE?r=1">a</a><a href="http://192.0.2.1/metadata">b</a>`,
        text: 'Hi',
        unsubscribeUrl: null,
        tag: 'test',
      },
    ])
  return { events, opened, send }
}

test.each([
  ['bounce@x.example', ['Bounce']],
  ['complaint+jane@x.example', ['Delivery', 'SpamComplaint']],
  ['slow@x.example', ['Delivery']],
  ['scanner@x.example', ['Delivery', 'Open']],
])('%s is told to our own webhook, again until it is taken', async (to, expected) => {
  const self = await startSelf()
  expect(await self.send(to)).toEqual([{ outcome: 'accepted', messageId: 'e1' }])
  await vi.waitUntil(() => self.events.length === expected.length, { timeout: 5000 })
  expect(self.events.map(({ RecordType }) => RecordType)).toEqual(expected)
  expect(self.events[0]?.MessageID).toBe('e1')
  // Every link of ours, and no other: the outbox is no way into the network.
  expect(self.opened).toEqual(to.startsWith('scanner') ? ['/i/CODE?r=1'] : [])
})

test('every other address stays as silent as ever', async () => {
  const self = await startSelf()
  await self.send('jane.bounce@x.example')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(self.events).toEqual([])
})
