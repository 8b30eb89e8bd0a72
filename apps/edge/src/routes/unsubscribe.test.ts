import { schema } from '@usher/database'
import { createUnsubscribeToken } from '@usher/domain'
import { beforeEach, describe, expect, test } from 'vitest'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

describe('the link "stop invitations" of a mail', () => {
  const world = useEdgeWorld()
  let path: string
  beforeEach(async () => {
    const { deps, make } = world.current
    const website = await make.website({ name: 'Contoso' })
    const contact = await make.contact({ email: 'jane@fabrikam.example' })
    const id = deps.newId()
    const email = {
      id,
      key: 'test',
      kind: 'invitation' as const,
      status: 'sent' as const,
      contactId: contact.id,
      websiteId: website.id,
      toAddress: 'jane@fabrikam.example',
      createdAt: deps.now(),
    }
    await deps.database.write([deps.database.query.insert(schema.emails).values(email)])
    path = `/unsubscribe/${await createUnsubscribeToken(deps.keys, id)}`
  })
  const stopped = async () =>
    (await world.current.deps.database.query.select().from(schema.suppressions)).filter(
      ({ liftedAt }) => liftedAt === null,
    )
  const ask = (method: string, at = path, headers: Record<string, string> = {}, body?: string) =>
    world.current.browser().request(at, { method, headers, ...(body === undefined ? {} : { body }) })

  test('invariant 5: opening it, fifty times, by whatever looks at mails, stops nothing', async () => {
    for (let time = 0; time < 50; time++) await ask(time % 2 ? 'GET' : 'HEAD')
    expect(await stopped()).toEqual([])
    const page = await ask('GET')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Stop invitations from Contoso?')
    expect(page.text).toContain('j•••@fabrikam.example')
    expect(page.text).not.toContain('jane@fabrikam.example')
  })

  test('the button stops them, another takes it back; twice is once', async () => {
    expect((await ask('POST')).text).toContain('No more invitations')
    await ask('POST')
    expect(await stopped()).toMatchObject([{ reason: 'unsubscribed', address: 'jane@fabrikam.example' }])
    await ask('POST', `${path}/undo`)
    await ask('POST', `${path}/undo`)
    expect(await stopped()).toEqual([])
    const lines = await world.current.deps.database.query.select().from(schema.activities)
    expect(lines.map(({ type }) => type)).toEqual(['unsubscribed', 'resubscribed'])
  })

  test('a mail program’s one click stops them', async () => {
    const answer = await ask(
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded' },
      'List-Unsubscribe=One-Click',
    )
    expect(answer.status).toBe(200)
    expect(await stopped()).toHaveLength(1)
  })

  test('it is answered in the reader’s language', async () => {
    expect((await ask('GET', path, { 'accept-language': 'de-CH' })).text).toContain('abbestellen?')
  })

  test('a link that is none of ours is 404 and stops nothing', async () => {
    for (const at of [`${path.slice(0, -2)}AA`, '/unsubscribe/x', `/unsubscribe/${'x'.repeat(5000)}`]) {
      expect((await ask('GET', at)).status).toBe(404)
      expect((await ask('POST', at)).status).toBe(404)
    }
    expect(await stopped()).toEqual([])
  })
})
