import { schema } from '@usher/database'
import type { StaffRole } from '@usher/domain'
import { createWorld } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { load as loadList } from '../+page.server.ts'
import { actions, load } from './+page.server.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

async function localsOf(role: StaffRole) {
  const { id, name } = await world.make.staffUser({ role })
  const actor = { kind: 'staff', id, name, role, grantableWebRoleIds: [], ipAddress: null }
  return { deps: world.deps, actor } as unknown as App.Locals
}

async function save(locals: App.Locals, fields: Record<string, string>) {
  const request = new Request('http://localhost/admin/settings/api-keys/new', {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  type Event = Parameters<NonNullable<(typeof actions)['save']>>[0]
  return actions.save?.({ request, locals } as unknown as Event)
}

test('a key is in the answer to its creation, and nowhere else', async () => {
  const locals = await localsOf('owner')
  const answer = await save(locals, { name: 'Nightly import', role: 'inviter', expiresAt: '' })
  const key = JSON.stringify(answer).match(/usk_\w{40}/)?.[0]
  if (!key) throw new Error('No key in the answer')

  const listed = await loadList({
    locals,
    url: new URL('http://localhost/admin/settings/api-keys'),
  } as Parameters<typeof loadList>[0])
  expect(JSON.stringify(listed)).toContain('Nightly import')
  expect(JSON.stringify(listed)).not.toContain(key)
  const rows = await Promise.all(
    [schema.apiKeys, schema.auditEvents].map((table) => world.deps.database.query.select().from(table)),
  )
  expect(JSON.stringify(rows)).not.toContain(key)
})

test('without a name no key is made, and what was chosen stays chosen', async () => {
  const locals = await localsOf('admin')
  expect(await save(locals, { name: ' ', role: 'viewer', expiresAt: '' })).toMatchObject({
    status: 400,
    data: { errors: { name: expect.any(String) }, values: { role: 'viewer' } },
  })
  expect(await world.deps.database.query.select().from(schema.apiKeys)).toEqual([])
})

test.each(['inviter', 'viewer'] as const)('an %s neither sees the form nor makes a key', async (role) => {
  const locals = await localsOf(role)
  const seen = Promise.resolve().then(() => load({ locals } as Parameters<typeof load>[0]))
  await expect(seen).rejects.toMatchObject({ status: 403 })
  expect(await save(locals, { name: 'A key', role: 'viewer' })).toMatchObject({ status: 403 })
})
