import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApiWorld } from '../../../testing/api-world.ts'

let world: Awaited<ReturnType<typeof createApiWorld>>
beforeEach(async () => {
  world = await createApiWorld()
})
afterEach(() => world.remove())

const provider = {
  preset: 'openid',
  name: 'Contoso login',
  issuer: 'https://login.contoso.example',
  clientId: 'usher',
  clientSecret: 'a well kept secret',
}

test('An identity provider is created, listed, changed and deleted; its secret is in no answer', async () => {
  const { id: websiteId } = await world.make.website()
  const created = await world.ask('POST', '/identity-providers', { websiteId, ...provider })
  expect([created.status, created.body]).toEqual([
    201,
    expect.objectContaining({ name: 'Contoso login', hasSecret: true, isEnabled: true }),
  ])
  const path = `/identity-providers/${created.body.id}`
  const answers = [
    created,
    await world.ask('GET', path),
    await world.ask('GET', `/identity-providers?websiteId=${websiteId}`),
    await world.ask('PATCH', path, { isEnabled: false, clientSecret: 'another secret' }),
    await world.ask('GET', `/websites/${websiteId}/sign-in-settings`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200])
  for (const { text } of answers) expect(text).not.toMatch(/a well kept secret|another secret|secretSealed/)
  expect((await world.ask('DELETE', path)).status).toBe(204)
  expect((await world.ask('GET', path)).status).toBe(404)
})

test('Sign-in settings are changed one by one; what is missing or unknown is named', async () => {
  const { id: websiteId } = await world.make.website()
  const path = `/websites/${websiteId}/sign-in-settings`
  const changed = await world.ask('PATCH', path, { settings: { twoFactorEnabled: true } })
  expect(changed.body.settings).toMatchObject({ twoFactorEnabled: true, localSignInEnabled: true })
  const unknown = await world.ask('PATCH', path, { settings: { magicLinks: true } })
  expect([unknown.status, unknown.body.errors[0].path]).toEqual([400, 'settings.magicLinks'])
  const { issuer: _, ...incomplete } = provider
  const refused = await world.ask('POST', '/identity-providers', { websiteId, ...incomplete })
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'issuer'])
})
