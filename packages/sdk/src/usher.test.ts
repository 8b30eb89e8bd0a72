import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { clientId, createIssuer, issuer } from './testing/issuer.ts'
import { createUsher } from './usher.ts'

async function begin() {
  const usherItself = await createIssuer()
  return { usherItself, usher: createUsher({ issuer, clientId, fetch: usherItself.fetch }) }
}

test('a good token says who it is about, their web roles, account, contact and language', async () => {
  const { usherItself, usher } = await begin()
  const token = await usherItself.sign({
    account: { id: 'a', name: 'Contoso' },
    contact_id: 'c',
    locale: 'de-DE',
    name: 'Jane Doe',
  })
  const person = await usher.verify(token)
  expect(person).toMatchObject({
    id: 'jane',
    webRoles: ['Partner'],
    account: { id: 'a', name: 'Contoso' },
    contactId: 'c',
    locale: 'de-DE',
    name: 'Jane Doe',
    email: null,
  })
  expect([person?.hasWebRole('Partner'), person?.hasWebRole('partner')]).toEqual([true, false])
})

test('nobody is let in by a token that is altered, old, for others, unsigned, of another issuer, or none', async () => {
  const { usherItself, usher } = await begin()
  const good = await usherItself.sign()
  const [header, payload, signature] = good.split('.')
  const forged = Buffer.from(JSON.stringify({ sub: 'jane', web_roles: ['Owner'] })).toString('base64url')
  const stranger = await generateKeyPair('RS256')
  const secret = new TextEncoder().encode('a secret that everybody knows, 32+')
  const bad: (string | null | undefined)[] = [
    `${header}.${forged}.${signature}`,
    `${header}.${payload}.`,
    await usherItself.sign({}, { expiresIn: '-2m' }),
    await usherItself.sign({ aud: 'another application' }),
    await usherItself.sign({ iss: 'https://evil.example' }),
    new UnsecuredJWT({ sub: 'jane', web_roles: ['Partner'], aud: clientId, iss: issuer }).encode(),
    await new SignJWT({ web_roles: ['Partner'] })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-0' })
      .sign(stranger.privateKey),
    await new SignJWT({ web_roles: ['Partner'] }).setProtectedHeader({ alg: 'HS256' }).sign(secret),
    'junk',
    '',
    null,
    undefined,
  ]
  for (const token of bad) expect(await usher.verify(token)).toBeNull()
  expect(await usher.verify(good)).not.toBeNull()
})

test('a token without web roles in a list is nobody’s', async () => {
  const { usherItself, usher } = await begin()
  for (const web_roles of [undefined, 'Partner', [1], { 0: 'Partner' }])
    expect(await usher.verify(await usherItself.sign({ web_roles }))).toBeNull()
})

test('keys are read once, however many tokens come', async () => {
  const { usherItself, usher } = await begin()
  const tokens = await Promise.all(Array.from({ length: 20 }, () => usherItself.sign()))
  await Promise.all(tokens.map((token) => usher.verify(token)))
  expect(usherItself.asked()).toBe(1)
})

test('an issuer that cannot be reached is an error, not a stranger', async () => {
  const { usherItself, usher } = await begin()
  usherItself.breakDown()
  await expect(usher.verify(await usherItself.sign())).rejects.toThrow()
})
