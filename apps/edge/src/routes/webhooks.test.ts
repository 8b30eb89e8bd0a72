import { schema } from '@usher/database'
import { outboxWebhookAccess } from '@usher/domain'
import { describe, expect, test } from 'vitest'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const delivery = { RecordType: 'Delivery', MessageID: 'message-1', DeliveredAt: '2027-01-15T10:00:05Z' }
const authorization = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`

describe('configured', () => {
  const world = useEdgeWorld({ postmarkWebhook: { user: 'postmark', password: 'sésame' } })
  const post = (body: string, headers: Record<string, string> = {}) =>
    world.current.browser().request('/webhooks/postmark', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })

  test('a genuine event is recorded', async () => {
    const { deps } = world.current
    const email = {
      id: deps.newId(),
      key: 'test',
      kind: 'invitation' as const,
      status: 'sent' as const,
      providerMessageId: 'message-1',
      createdAt: deps.now(),
    }
    await deps.database.write([deps.database.query.insert(schema.emails).values(email)])
    const answer = await post(JSON.stringify(delivery), { authorization: authorization('postmark:sésame') })
    expect([answer.status, answer.text]).toEqual([200, '{"isRecorded":true}'])
    expect(await world.current.rows.emails()).toMatchObject([{ status: 'delivered' }])
  })

  test('a forged one is 401, never 403, and changes nothing', async () => {
    for (const credentials of [
      '',
      'postmark:',
      'postmark:sesame',
      'postmark:sésam',
      ':',
      'x:y',
      `postmark:${'s'.repeat(5000)}`,
    ]) {
      const answer = await post(
        JSON.stringify(delivery),
        credentials ? { authorization: authorization(credentials) } : {},
      )
      expect(answer.status, credentials.slice(0, 20)).toBe(401)
    }
  })

  test('what is no event is 400; a kind that comes up one day is 200', async () => {
    const headers = { authorization: authorization('postmark:sésame') }
    for (const body of ['{', '[]', '{}', '"x"', JSON.stringify({ ...delivery, DeliveredAt: 'x' })]) {
      expect((await post(body, headers)).status, body).toBe(400)
    }
    expect((await post('{"RecordType":"Reaction"}', headers)).status).toBe(200)
    expect((await post(`{"x":"${'x'.repeat(300_000)}"}`, headers)).status).toBe(400)
  })
})

describe('not configured', () => {
  const world = useEdgeWorld()
  test('there is no webhook', async () => {
    const answer = await world.current.browser().request('/webhooks/postmark', { method: 'POST', body: '{}' })
    expect(answer.status).toBe(404)
  })

  test('but for the outbox, which tells of its simulated mailboxes', async () => {
    const { user, password } = await outboxWebhookAccess(world.current.deps.keys)
    const post = (credentials: string) =>
      world.current.browser().request('/webhooks/postmark', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: authorization(credentials) },
        body: JSON.stringify(delivery),
      })
    expect((await post(`${user}:${password}`)).status).toBe(200)
    expect((await post(`${user}:wrong`)).status).toBe(404)
  })
})
