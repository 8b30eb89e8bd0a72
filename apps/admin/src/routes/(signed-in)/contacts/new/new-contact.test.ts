import { isRedirect } from '@sveltejs/kit'
import { schema } from '@usher/database'
import type { StaffRole } from '@usher/domain'
import { createWorld } from '@usher/services/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actions } from './+page.server.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

type Event = Parameters<NonNullable<(typeof actions)['save']>>[0]

/** Posts the form as a staff user of this role. */
async function save(role: StaffRole, fields: Record<string, string>) {
  const event = {
    request: new Request('http://localhost/admin/contacts/new', {
      method: 'POST',
      body: new URLSearchParams(fields),
    }),
    cookies: { set: () => undefined },
    locals: {
      deps: world.deps,
      actor: { kind: 'staff', id: 'a', name: 'Somebody', role, grantableWebRoleIds: [], ipAddress: null },
    },
  } as unknown as Event
  try {
    return await actions.save?.(event)
  } catch (thrown) {
    if (isRedirect(thrown)) return thrown
    throw thrown
  }
}
const contacts = () => world.deps.database.query.select().from(schema.contacts)

test('a viewer cannot add a contact, whatever their page shows', async () => {
  expect(await save('viewer', { firstName: 'Jane', email: 'jane@contoso.example' })).toMatchObject({
    status: 403,
  })
  expect(await contacts()).toEqual([])
})

test('a wrong address comes back on its field, with everything as it was typed', async () => {
  expect(await save('inviter', { firstName: 'Jane', email: 'jane at contoso' })).toMatchObject({
    status: 400,
    data: {
      errors: { email: expect.stringContaining('address') },
      values: { firstName: 'Jane', email: 'jane at contoso' },
    },
  })
  expect(await contacts()).toEqual([])
})

test('a contact that was added has a page', async () => {
  const answer = await save('inviter', { firstName: 'Jane', lastName: '', email: 'jane@contoso.example' })
  const [contact] = await contacts()
  expect(contact).toMatchObject({ firstName: 'Jane', lastName: null, email: 'jane@contoso.example' })
  expect(answer).toMatchObject({ status: 303, location: `/admin/contacts/${contact?.id}` })
})
