import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createWebhookEndpoint } from '@usher/services'
import { valued } from '@usher/services/testing'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { createTestHouse, until } from '../testing/house.ts'
import { startWorker } from '../worker.ts'

let closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})

test('a receiver that checks signatures with the standardwebhooks library takes events and workflow steps; a forged one it refuses', async () => {
  const verified: unknown[] = []
  let refused = 0
  let secret = ''
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      try {
        verified.push(new Webhook(secret).verify(body, request.headers as Record<string, string>))
        response.writeHead(204).end()
      } catch {
        refused++
        response.writeHead(400).end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const house = await createTestHouse()
  const webhookAllowedTargets = [`127.0.0.1:${port}`]
  const deps = { ...house.deps, webhookAllowedTargets }
  const url = `http://127.0.0.1:${port}/hook`
  const input = { name: 'CRM', url, eventTypes: ['contact.created'] }
  const endpoint = valued(await createWebhookEndpoint({ deps, actor: house.operator, input }))
  secret = endpoint.secret
  const worker = startWorker(
    { ...house.house, deps: { ...house.house.deps, webhookAllowedTargets } },
    { fallbackMilliseconds: 60_000 },
  )
  closing.push(
    () => server.close(),
    () => house.remove(),
    () => worker.stop(),
  )
  const committedAt = performance.now()
  await house.make.contact({ email: 'jane@fabrikam.example' })
  await until(() => verified.length === 1, 10_000, 2)
  // Woken by the commit, not by the clock.
  expect(performance.now() - committedAt).toBeLessThan(5000)
  expect(verified).toMatchObject([
    { type: 'contact.created', data: { contact: { email: 'jane@fabrikam.example' } } },
  ])

  const forged = await fetch(url, {
    method: 'POST',
    body: '{}',
    headers: { 'webhook-id': 'x', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' },
  })
  expect([forged.status, refused]).toEqual([400, 1])
})
