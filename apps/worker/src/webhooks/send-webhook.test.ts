import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createWebhookSender } from './send-webhook.ts'

let closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})

async function startReceiver(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  let calls = 0
  const server: Server = createServer((request, response) => {
    calls++
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  const { port } = server.address() as AddressInfo
  return { port, host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}/hook`, calls: () => calls }
}

function sender(options: Parameters<typeof createWebhookSender>[0] = {}) {
  const made = createWebhookSender(options)
  closing.push(() => made.close())
  return made
}
const message = (url: string) => ({ url, headers: { 'webhook-id': 'id' }, body: '{}' })
/** A name service in which every name leads there. */
const leadingTo =
  (...addresses: string[]): LookupFunction =>
  (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

test.each([
  ['loopback', 'http://127.0.0.1/'],
  ['loopback in hex', 'https://0x7f000001/'],
  ['loopback as one number', 'https://2130706433/'],
  ['IPv6 loopback', 'https://[::1]/'],
  ['IPv4-mapped', 'https://[::ffff:127.0.0.1]/'],
  ['private', 'https://10.0.0.8/'],
  ['link-local', 'https://[fe80::1]/'],
  ['metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['NAT64', 'https://[64:ff9b::a00:1]/'],
  ['6to4', 'https://[2002:a00:1::]/'],
  ['localhost by name', 'https://localhost/'],
  ['plain http', 'http://crm.example.com/'],
  ['another scheme', 'file:///etc/passwd'],
  ['with a password', 'https://user:secret@crm.example.com/'],
])('a target at %s is blocked', async (_, url) => {
  expect(await sender().send(message(url))).toMatchObject({ outcome: 'blocked' })
})

test.each([
  ['loopback', ['127.0.0.1']],
  ['private', ['192.168.1.10']],
  ['metadata', ['169.254.169.254']],
  ['NAT64', ['64:ff9b::7f00:1']],
  ['6to4', ['2002:7f00:1::1']],
  ['IPv4-mapped', ['::ffff:10.0.0.1']],
  ['a public and a private one', ['93.184.216.34', '10.0.0.1']],
  ['nowhere', []],
])('a name that leads to %s addresses is blocked at connect', async (_, addresses) => {
  expect(
    await sender({ lookup: leadingTo(...addresses) }).send(message('https://crm.example.com/')),
  ).toMatchObject({
    outcome: 'blocked',
    reason: expect.stringContaining('crm.example.com'),
  })
})

test('a name that was public when it was looked up first, and leads inside when it is connected to, is blocked', async () => {
  const receiver = await startReceiver((_, response) => response.end('ok'))
  let lookups = 0
  const rebinding: LookupFunction = (hostname, options, callback) =>
    leadingTo(lookups++ === 0 ? '192.0.0.8' : '127.0.0.1')(hostname, options, callback)
  const sending = sender({ lookup: rebinding })
  for (let time = 0; time < 2; time++)
    expect(await sending.send(message(`https://rebind.example.com:${receiver.port}/`))).toMatchObject({
      outcome: 'blocked',
    })
  expect(receiver.calls()).toBe(0)
})

test('the allow-list opens a host, a host with its port, or a network, and nothing beside', async () => {
  const receiver = await startReceiver((_, response) => response.end('ok'))
  for (const allowedTargets of [['127.0.0.1'], [receiver.host], ['127.0.0.0/8']])
    expect(await sender({ allowedTargets }).send(message(receiver.url))).toMatchObject({
      outcome: 'answered',
      status: 200,
    })
  for (const allowedTargets of [['127.0.0.1:1'], ['127.0.0.2'], ['10.0.0.0/8']])
    expect(await sender({ allowedTargets }).send(message(receiver.url))).toMatchObject({ outcome: 'blocked' })
  const named = { allowedTargets: [`crm.internal:${receiver.port}`], lookup: leadingTo('127.0.0.1') }
  expect(await sender(named).send(message(`http://crm.internal:${receiver.port}/`))).toMatchObject({
    status: 200,
  })
})

test('a redirect is told, not followed', async () => {
  const inside = await startReceiver((_, response) => response.end('secret'))
  const receiver = await startReceiver((_, response) =>
    response.writeHead(307, { location: inside.url }).end(),
  )
  const answer = await sender({ allowedTargets: [receiver.host, inside.host] }).send(message(receiver.url))
  expect(answer).toMatchObject({ outcome: 'answered', status: 307 })
  expect(inside.calls()).toBe(0)
})

test('of an answer without end only the beginning is read', async () => {
  const receiver = await startReceiver((_, response) => {
    response.writeHead(200)
    const chunk = 'x'.repeat(8192)
    const pour = () => {
      if (!response.destroyed) response.write(chunk, () => setImmediate(pour))
    }
    pour()
  })
  const answer = await sender({ allowedTargets: [receiver.host] }).send(message(receiver.url))
  expect(answer).toMatchObject({ outcome: 'answered', status: 200 })
  expect(answer.outcome === 'answered' && answer.body.length).toBe(16 * 1024)
})

test('who does not answer in time, or at all, is told so', async () => {
  const silent = await startReceiver(() => undefined)
  const slow = sender({ allowedTargets: [silent.host], timeout: 100 })
  expect(await slow.send(message(silent.url))).toEqual({
    outcome: 'unreachable',
    reason: expect.stringContaining('longer'),
  })
  const none = sender({ allowedTargets: ['127.0.0.1:9'] })
  expect(await none.send(message('http://127.0.0.1:9/'))).toMatchObject({ outcome: 'unreachable' })
})
