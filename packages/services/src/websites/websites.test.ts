import { schema } from '@usher/database'
import { defaultWebsiteSettings } from '@usher/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createProcessDeps, createWorld, staffActor, valued } from '../testing/index.ts'
import { createWebsite } from './create.ts'
import { deleteWebsite } from './delete.ts'
import { ensureDefaultWebsite } from './ensure-default.ts'
import { getWebsite } from './get.ts'
import { listWebsites } from './list.ts'
import { updateWebsite } from './update.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const call = (input: unknown, actor = staffActor('admin')) => ({ deps: world.deps, actor, input })
const auditActions = async () =>
  (await world.deps.database.query.select().from(schema.auditEvents)).map((event) => event.action)

test('a website is created at the own origin with the defaults of all settings', async () => {
  expect(valued(await createWebsite(call({ name: 'Partners' })))).toMatchObject({
    name: 'Partners',
    baseUrl: world.deps.origin,
    edgeUrl: null,
    allowedReturnUrls: [],
    locale: 'en',
    timeZone: 'UTC',
    settings: defaultWebsiteSettings,
    webRoleCount: 0,
  })
  expect(await auditActions()).toEqual(['website.created'])
})

test('a change of one setting leaves the others as they were', async () => {
  const { id } = valued(
    await createWebsite(
      call({ name: 'Partners', settings: { invitationEnabled: false, termsText: 'Be kind.' } }),
    ),
  )
  const changed = valued(
    await updateWebsite(
      call({ id, settings: { passwordMinimumLength: 12 }, accentColor: '#2563EB', edgeUrl: '' }),
    ),
  )
  expect(changed.settings).toEqual({
    ...defaultWebsiteSettings,
    invitationEnabled: false,
    termsText: 'Be kind.',
    passwordMinimumLength: 12,
  })
  expect(changed.accentColor).toBe('#2563eb')
})

test.each([
  [{ baseUrl: 'javascript:alert(1)' }, 'baseUrl'],
  [{ baseUrl: 'ftp://contoso.example' }, 'baseUrl'],
  [{ baseUrl: '//contoso.example' }, 'baseUrl'],
  [{ baseUrl: 'https://user@contoso.example' }, 'baseUrl'],
  [{ baseUrl: 'https://contoso.example/?next=x' }, 'baseUrl'],
  [{ edgeUrl: 'https://invite.contoso.example/?path' }, 'edgeUrl'],
  [{ allowedReturnUrls: ['https://contoso.example', 'data:text/html,x'] }, 'allowedReturnUrls.1'],
  [{ accentColor: 'red;background:url(x)' }, 'accentColor'],
  [{ logoUrl: 'data:image/svg+xml,x' }, 'logoUrl'],
  [{ supportEmail: 'a@b.example,c@d.example' }, 'supportEmail'],
  [{ locale: '' }, 'locale'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ settings: { passwordMinimumLength: 4 } }, 'settings.passwordMinimumLength'],
  [{ settings: { passwordMinLength: 12 } }, 'settings.passwordMinLength'],
  [{ slug: 'x' }, 'slug'],
])('%j is refused, naming %s', async (input, path) => {
  expect(await createWebsite(call({ name: 'Partners', ...input }))).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path }],
  })
})

test('addresses are kept without a slash at the end', async () => {
  expect(
    valued(
      await createWebsite(
        call({
          name: 'Partners',
          baseUrl: 'https://Contoso.example/partners/',
          edgeUrl: 'https://invite.contoso.example/',
          allowedReturnUrls: ['https://shop.contoso.example/'],
        }),
      ),
    ),
  ).toMatchObject({
    baseUrl: 'https://contoso.example/partners',
    edgeUrl: 'https://invite.contoso.example',
    allowedReturnUrls: ['https://shop.contoso.example'],
  })
})

test('a name is used once, in any case', async () => {
  valued(await createWebsite(call({ name: 'Partners' })))
  const other = valued(await createWebsite(call({ name: 'Shop' })))
  expect(await createWebsite(call({ name: 'PARTNERS' }))).toMatchObject({
    refusal: 'conflict',
    errors: [{ path: 'name' }],
  })
  expect(await updateWebsite(call({ id: other.id, name: 'partners' }))).toMatchObject({ refusal: 'conflict' })
  expect(valued(await listWebsites(call({}))).items.map((website) => website.name)).toEqual([
    'Partners',
    'Shop',
  ])
})

test('an inviter cannot change websites', async () => {
  const { id } = await world.make.website()
  const inviter = staffActor('inviter')
  for (const refused of [
    await createWebsite(call({ name: 'Mine' }, inviter)),
    await updateWebsite(call({ id, baseUrl: 'https://evil.example' }, inviter)),
    await deleteWebsite(call({ id }, inviter)),
  ]) {
    expect(refused).toMatchObject({ refusal: 'forbidden' })
  }
  expect(valued(await getWebsite(call({ id }, inviter)))).toMatchObject({ id })
})

test('the only website is kept, and one in use, with the reason in words', async () => {
  const site = await world.make.website({ name: 'Partners' })
  expect(await deleteWebsite(call({ id: site.id }))).toMatchObject({
    refusal: 'conflict',
    detail: 'Partners is the only website. Create another one first.',
  })
  const other = await world.make.website()
  await world.make.webRole(site.id)
  expect(await deleteWebsite(call({ id: site.id }))).toMatchObject({
    refusal: 'conflict',
    detail: 'Partners cannot be deleted: 1 web role is on it. Delete its web roles first.',
  })
  expect(valued(await getWebsite(call({ id: site.id })))).toMatchObject({ webRoleCount: 1 })
  valued(await deleteWebsite(call({ id: other.id })))
  expect(await auditActions()).toEqual(['website.deleted'])
})

test('processes that start at once make one default website, and a later start makes none', async () => {
  const processes = await Promise.all(Array.from({ length: 4 }, () => createProcessDeps(world.url)))
  const made = await Promise.all(processes.map((deps) => ensureDefaultWebsite({ deps })))
  expect(made.filter(({ created }) => created)).toHaveLength(1)
  expect(await ensureDefaultWebsite({ deps: world.deps })).toEqual({ created: false })
  expect(valued(await listWebsites(call({}))).items).toMatchObject([
    { name: 'My website', baseUrl: world.deps.origin },
  ])
  expect(await auditActions()).toEqual(['website.created'])
  for (const deps of processes) deps.database.close()
})
