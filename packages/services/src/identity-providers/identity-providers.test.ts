import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as services from '../index.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { findUsableIdentityProvider } from './find-usable.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const call = (input: unknown) => ({ deps: world.deps, actor: world.operator, input })

async function addProvider(fields: Record<string, unknown> = {}) {
  const websiteId = (fields['websiteId'] as string | undefined) ?? (await world.make.website()).id
  const input = {
    websiteId,
    preset: 'openid',
    name: 'Contoso',
    issuer: 'https://login.contoso.example',
    clientId: 'usher',
    clientSecret: 'a well kept secret',
    ...fields,
  }
  return valued(await services.createIdentityProvider(call(input)))
}

test('the secret of a provider is sealed in the database, and in no answer and no audit row', async () => {
  const provider = await addProvider()
  const changed = valued(
    await services.updateIdentityProvider(call({ id: provider.id, clientSecret: 'another secret' })),
  )
  const listed = valued(await services.listIdentityProviders(call({})))
  const { query, client } = world.deps.database
  const audited = await query.select().from(schema.auditEvents)
  expect(audited.at(-1)?.after).toEqual({ secretChanged: true })
  const rows = await client.execute('SELECT * FROM identity_providers')
  for (const seen of [provider, changed, listed, audited, rows.rows]) {
    expect(JSON.stringify(seen)).not.toMatch(/a well kept secret|another secret/)
  }
  expect(changed.hasSecret).toBe(true)
  const usable = await findUsableIdentityProvider({ deps: world.deps, input: { id: provider.id } })
  expect(usable?.clientSecret).toBe('another secret')
})

test('a change without a secret, as a form leaves it empty, keeps the old one', async () => {
  const { id } = await addProvider()
  valued(await services.updateIdentityProvider(call({ id, name: 'Contoso login', clientSecret: '' })))
  expect(await findUsableIdentityProvider({ deps: world.deps, input: { id } })).toMatchObject({
    name: 'Contoso login',
    clientSecret: 'a well kept secret',
  })
})

test.each([
  [{ preset: 'openid', issuer: null }, 'issuer'],
  [{ preset: 'microsoft', issuer: null }, 'issuer'],
  [{ issuer: 'http://login.contoso.example' }, 'issuer'],
  [{ issuer: 'javascript:alert(1)' }, 'issuer'],
  [{ preset: 'google', clientSecret: null }, 'clientSecret'],
  [{ preset: 'apple', keyId: 'K' }, 'teamId'],
  [{ name: ' ' }, 'name'],
  [{ clientId: '' }, 'clientId'],
  [{ preset: 'facebook' }, 'preset'],
] as const)('%j: what is missing is named as %s', async (fields, path) => {
  const { id: websiteId } = await world.make.website()
  const input = {
    websiteId,
    preset: 'openid',
    name: 'Contoso',
    issuer: 'https://login.contoso.example',
    clientId: 'usher',
    clientSecret: 'secret',
    ...fields,
  }
  const refused = await services.createIdentityProvider(call(input))
  expect(refused).toMatchObject({ ok: false, refusal: 'invalid_request', errors: [{ path }] })
})

test('Google, GitHub, Apple and LinkedIn have the issuer that is theirs, whatever is sent', async () => {
  const provider = await addProvider({ preset: 'google', issuer: 'https://evil.example' })
  expect(provider.issuer).toBe('https://accounts.google.com')
  expect(provider.callbackUrl).toBe(`${world.deps.origin}/auth/callback/${provider.id}`)
})

test('a provider that is switched off is there for staff, and for nobody to sign in with', async () => {
  const { id } = await addProvider()
  const off = valued(await services.updateIdentityProvider(call({ id, isEnabled: false })))
  expect(off.isEnabled).toBe(false)
  expect(await findUsableIdentityProvider({ deps: world.deps, input: { id } })).toBeNull()
  expect(await services.listUsableIdentityProviders({ deps: world.deps })).toEqual([])
})

test('a provider that an invitation asks for cannot be deleted, one that none asks for can', async () => {
  const { id, websiteId } = await addProvider()
  const { id: invitationId } = await world.make.invitation({ websiteId, identityProviderId: id })
  expect(await services.deleteIdentityProvider(call({ id }))).toMatchObject({ refusal: 'conflict' })
  valued(await services.deleteInvitation(call({ id: invitationId })))
  valued(await services.deleteIdentityProvider(call({ id })))
  expect(await services.getIdentityProvider(call({ id }))).toMatchObject({ refusal: 'not_found' })
})

test('names are told apart on a website, in any case', async () => {
  const { websiteId } = await addProvider()
  const other = await addProvider({ websiteId, name: 'Fabrikam' })
  const taken = await services.updateIdentityProvider(call({ id: other.id, name: 'CONTOSO' }))
  expect(taken).toMatchObject({ refusal: 'conflict', errors: [{ path: 'name' }] })
  expect((await addProvider()).name).toBe('Contoso')
})

test('sign-in settings tell what a website offers; a change of one leaves the others', async () => {
  const { websiteId } = await addProvider()
  const updated = valued(
    await services.updateSignInSettings(call({ websiteId, settings: { usernameEnabled: true } })),
  )
  expect(updated.settings).toMatchObject({
    usernameEnabled: true,
    emailCodeEnabled: true,
    lockoutAfterFailures: 5,
  })
  expect(updated.identityProviders.map(({ name }) => name)).toEqual(['Contoso'])
  const refused = await services.updateSignInSettings(
    call({ websiteId, settings: { passwordMinimumLength: 4 } }),
  )
  expect(refused).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'settings.passwordMinimumLength' }],
  })
})

test('who only invites neither adds, changes nor deletes a provider', async () => {
  const provider = await addProvider()
  const actor = staffActor('inviter')
  const { deps } = world
  const { id, websiteId } = provider
  const refusals = [
    await services.createIdentityProvider({ deps, actor, input: { websiteId } }),
    await services.updateIdentityProvider({ deps, actor, input: { id, name: 'Mine' } }),
    await services.deleteIdentityProvider({ deps, actor, input: { id } }),
    await services.updateSignInSettings({ deps, actor, input: { websiteId, settings: {} } }),
  ]
  expect(refusals.map((refused) => !refused.ok && refused.refusal)).toEqual(Array(4).fill('forbidden'))
})

test('an invitation may ask for a provider of its own website, and no other', async () => {
  const [own, foreign] = [await addProvider(), await addProvider()]
  await world.make.staffUser()
  const input = {
    name: 'Partners',
    type: 'group',
    websiteId: own.websiteId,
    identityProviderId: own.id,
  } as const
  const { deps, operator: actor } = world
  const invitation = valued(await services.createInvitation({ deps, actor, input }))
  expect(invitation.identityProviderId).toBe(own.id)
  const refused = [
    await services.createInvitation({ deps, actor, input: { ...input, identityProviderId: foreign.id } }),
    await services.updateInvitation(call({ id: invitation.id, identityProviderId: foreign.id })),
  ]
  for (const one of refused) {
    expect(one).toMatchObject({ refusal: 'invalid_request', errors: [{ path: 'identityProviderId' }] })
  }
  const free = valued(await services.updateInvitation(call({ id: invitation.id, identityProviderId: null })))
  expect(free.identityProviderId).toBeNull()
})
