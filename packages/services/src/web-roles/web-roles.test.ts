import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { createWebRole } from './create.ts'
import { deleteWebRole } from './delete.ts'
import { getWebRole } from './get.ts'
import { listWebRoles } from './list.ts'
import { updateWebRole } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
let site: Awaited<ReturnType<typeof world.make.website>>
beforeEach(async () => {
  world = await createWorld()
  site = await world.make.website({ name: 'Partners' })
})
afterEach(() => world.remove())

const call = (input: unknown, actor = staffActor('admin')) => ({ deps: world.deps, actor, input })

test('a web role is created, changed, listed and deleted, each change with its audit row', async () => {
  const role = valued(
    await createWebRole(call({ websiteId: site.id, name: 'Partner', description: 'Reads\nprices' })),
  )
  expect(role).toMatchObject({ websiteName: 'Partners', description: 'Reads\nprices', contactCount: 0 })
  expect(
    valued(await updateWebRole(call({ id: role.id, websiteId: site.id, name: 'PARTNER' }))),
  ).toMatchObject({
    name: 'PARTNER',
  })
  const elsewhere = await world.make.website()
  await world.make.webRole(elsewhere.id, 'Partner')
  expect(valued(await listWebRoles(call({ websiteId: site.id })))).toMatchObject({
    totalCount: 1,
    items: [{ id: role.id }],
  })
  expect(valued(await listWebRoles(call({})))).toMatchObject({ totalCount: 2 })
  valued(await deleteWebRole(call({ id: role.id })))
  expect(await getWebRole(call({ id: role.id }))).toMatchObject({ refusal: 'not_found' })
  const events = await world.deps.database.query.select().from(schema.auditEvents)
  expect(events.map((event) => event.action)).toEqual([
    'web_role.created',
    'web_role.updated',
    'web_role.deleted',
  ])
})

test('a name is used once a website, in any case', async () => {
  await world.make.webRole(site.id, 'Partner')
  const other = await world.make.webRole(site.id, 'Customer')
  const elsewhere = await world.make.website()
  for (const refused of [
    await createWebRole(call({ websiteId: site.id, name: 'partner' })),
    await updateWebRole(call({ id: other.id, name: 'PARTNER' })),
  ]) {
    expect(refused).toMatchObject({ refusal: 'conflict', errors: [{ path: 'name' }] })
  }
  valued(await createWebRole(call({ websiteId: elsewhere.id, name: 'Partner' })))
})

test('an inviter cannot change the structure, even of roles they may grant', async () => {
  const role = await world.make.webRole(site.id)
  const inviter = staffActor('inviter', [role.id])
  for (const refused of [
    await createWebRole(call({ websiteId: site.id, name: 'Administrators' }, inviter)),
    await updateWebRole(call({ id: role.id, name: 'Administrators' }, inviter)),
    await deleteWebRole(call({ id: role.id }, inviter)),
  ]) {
    expect(refused).toMatchObject({ refusal: 'forbidden' })
  }
})

test('a web role stays on its website, and its website must be there', async () => {
  const role = await world.make.webRole(site.id)
  const elsewhere = await world.make.website()
  expect(await updateWebRole(call({ id: role.id, websiteId: elsewhere.id }))).toMatchObject({
    errors: [{ path: 'websiteId' }],
  })
  expect(await createWebRole(call({ websiteId: 'nowhere', name: 'x' }))).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'websiteId' }],
  })
  expect(await createWebRole(call({ websiteId: site.id, name: 'x', isAdministrator: true }))).toMatchObject({
    errors: [{ path: 'isAdministrator' }],
  })
})

test('a web role in use is kept, and the refusal says by what', async () => {
  const role = await world.make.webRole(site.id, 'Partner')
  await world.make.invitation({ websiteId: site.id, webRoles: [role] })
  expect(await deleteWebRole(call({ id: role.id }))).toMatchObject({
    refusal: 'conflict',
    detail: 'Partner cannot be deleted: 1 invitation grants it. Take it off these invitations first.',
  })
  const contact = await world.make.contact()
  const grant = {
    id: world.deps.newId(),
    contactId: contact.id,
    webRoleId: role.id,
    grantedAt: world.deps.now(),
  }
  await world.deps.database.write([world.deps.database.query.insert(schema.grants).values(grant)])
  expect(await deleteWebRole(call({ id: role.id }))).toMatchObject({
    detail:
      'Partner cannot be deleted: 1 contact has or had it and 1 invitation grants it. A web role with a history is kept.',
  })
  expect(valued(await getWebRole(call({ id: role.id })))).toMatchObject({ contactCount: 1 })
})
