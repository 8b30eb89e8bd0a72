import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import type { AppProcess } from './app-process.ts'
import { createGateway } from './gateway.ts'
import { freePorts } from './ports.ts'

const closing: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A gateway in front of a server that answers as given. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  options: { trustedProxies?: number; origin?: string; isRunning?: boolean } = {},
) {
  const app = createServer(answer)
  app.listen(0, '127.0.0.1')
  await once(app, 'listening')
  closing.push(() => closeServer(app))
  const { port: appPort } = app.address() as AddressInfo
  const isRunning = options.isRunning ?? true
  const running: AppProcess = {
    app: { name: 'app', command: '', args: [], environment: {}, port: appPort },
    state: isRunning ? 'running' : 'restarting',
    pid: undefined,
    whenRunning: async () => isRunning,
    stop: async () => undefined,
  }
  const [port = 0] = await freePorts(1)
  const gateway = createGateway({
    origin: options.origin ?? `http://localhost:${port}`,
    trustedProxies: options.trustedProxies ?? 0,
    apps: [running],
    appOf: () => running,
  })
  await gateway.listen(port, ['127.0.0.1'])
  closing.push(() => gateway.close(100))
  return { url: `http://127.0.0.1:${port}`, app, gateway, port }
}

const closeServer = (server: Server) => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
}

const echoHeaders = (incoming: IncomingMessage, response: ServerResponse) =>
  response.end(JSON.stringify(incoming.headers))

test('an app is told who asks by the gateway, whatever the visitor claims', async () => {
  const { url, port } = await serve(echoHeaders, { origin: 'https://invite.example.com' })
  const headers: Record<string, string> = await (
    await fetch(url, {
      headers: {
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
        'x-forwarded-prefix': '/evil',
        'x-real-ip': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
      },
    })
  )
    .json()
    .then(Object)
  expect(headers).toMatchObject({
    host: `127.0.0.1:${port}`,
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': `127.0.0.1:${port}`,
  })
  expect(Object.keys(headers)).not.toContain('x-real-ip')
  expect(Object.keys(headers)).not.toContain('forwarded')
  expect(Object.keys(headers)).not.toContain('x-forwarded-prefix')
})

test.each([
  [0, '127.0.0.1'],
  [1, '198.51.100.7'],
  [2, '203.0.113.9'],
  [9, '203.0.113.9'],
])('behind %i trusted proxies the visitor is %s', async (trustedProxies, visitor) => {
  const { url } = await serve(echoHeaders, { trustedProxies })
  const answer = await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } })
  expect(await answer.json()).toHaveProperty('x-forwarded-for', visitor)
})

test('bodies flow both ways while they are being written', async () => {
  const { port } = await serve((incoming, response) => incoming.pipe(response))
  const upload = request({ port, host: '127.0.0.1', method: 'POST' })
  upload.write('first,')
  const [answer] = (await once(upload, 'response')) as [IncomingMessage]
  const [chunk] = await once(answer, 'data')
  expect(String(chunk)).toBe('first,')
  upload.end('second')
  expect(await text(answer)).toBe('second')
})

test('status, cookies and redirects arrive as the app sent them', async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(303, { location: '/elsewhere', 'set-cookie': ['a=1; Path=/', 'b=2; Path=/admin'] })
    response.end()
  })
  const answer = await fetch(`${url}/redeem?x=1`, { method: 'POST', redirect: 'manual' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/elsewhere')
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/admin'])
})

test('while an app restarts, a page says so kindly and a program reads a problem', async () => {
  const { url } = await serve(echoHeaders, { isRunning: false })
  const page = await fetch(url, { headers: { accept: 'text/html,*/*' } })
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('2')
  expect(await page.text()).toContain('One moment, please')

  const problem = await fetch(url, { method: 'POST' })
  expect(problem.headers.get('content-type')).toBe('application/problem+json')
  expect(await problem.json()).toMatchObject({ status: 503, code: 'unavailable' })

  const health = await fetch(`${url}/health`)
  expect(health.status).toBe(503)
  expect(await health.json()).toEqual({ status: 'restarting', apps: { app: 'restarting' } })
})

test('an app that dies before it answers is a 503; one that dies in mid-answer cuts the answer off', async () => {
  const { url } = await serve((incoming, response) => {
    if (incoming.url === '/half') response.write('half of it', () => response.destroy())
    else incoming.socket.destroy()
  })
  expect((await fetch(url)).status).toBe(503)
  const half = await fetch(`${url}/half`)
  await expect(half.text()).rejects.toThrow()
})

test('a taken port is said in one line', async () => {
  const { port, gateway } = await serve(echoHeaders)
  await expect(gateway.listen(port, ['127.0.0.1'])).rejects.toThrow(
    `Port ${port} is taken: stop what listens there, or give another USHER_PORT`,
  )
})

test('closing answers what is under way and takes nothing new', async () => {
  const asked = Promise.withResolvers<ServerResponse>()
  const { url, gateway } = await serve((_request, response) => asked.resolve(response))
  const underWay = fetch(url)
  const response = await asked.promise
  const closed = gateway.close(5000)
  await expect(fetch(url)).rejects.toThrow()
  response.end('answered')
  expect(await (await underWay).text()).toBe('answered')
  const answeredAt = performance.now()
  await closed
  expect(performance.now() - answeredAt).toBeLessThan(1000)
})
