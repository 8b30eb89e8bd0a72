import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64Url, seal, toBase64Url, unseal } from './sealing.ts'
import { createKeyring } from './secrets.ts'

const keys = await createKeyring(['the secret of this house, 32 letters'])
const rotated = await createKeyring([
  'the secret that came later, 32 letters',
  'the secret of this house, 32 letters',
])
const foreign = await createKeyring(['the secret of another house, 32 letters'])
const text = fc.string({ unit: 'grapheme' })
const iv = () => crypto.getRandomValues(new Uint8Array(12))

test('What was sealed opens in its own place, also after a rotation, and nowhere else', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.string(), fc.string(), async (secret, context, elsewhere) => {
      fc.pre(context !== elsewhere)
      const sealed = await seal(keys, secret, { iv: iv(), context })
      expect(await unseal(keys, sealed, { context })).toBe(secret)
      expect(await unseal(rotated, sealed, { context })).toBe(secret)
      expect(await unseal(keys, sealed, { context: elsewhere })).toBeNull()
      expect(await unseal(foreign, sealed, { context })).toBeNull()
      expect(await unseal(keys, sealed, { context, purpose: 'session' })).toBeNull()
    }),
  )
})

test('What is sealed anew is sealed under the current key', async () => {
  const sealed = await seal(rotated, 'secret', { iv: iv(), context: 'c' })
  expect(sealed.split('.')[1]).toBe(rotated.current.id)
  expect(await unseal(keys, sealed, { context: 'c' })).toBeNull()
})

test('One changed bit of the ciphertext, or of what it was mixed with, and it does not open', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(2, 3), fc.nat(), async (secret, part, at) => {
      const parts = (await seal(keys, secret, { iv: iv(), context: 'c' })).split('.')
      const bytes = fromBase64Url(parts[part] ?? '')
      const bit = at % (bytes.length * 8)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      parts[part] = toBase64Url(bytes)
      expect(await unseal(keys, parts.join('.'), { context: 'c' })).toBeNull()
    }),
  )
})

test('Any text is answered and never thrown at', async () => {
  const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom('v1', keys.current.id, '=', 'AAAA')), {
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      expect(await unseal(keys, parts.join('.'), { context: 'c' })).toBeNull()
    }),
  )
})

test('Base64url writes bytes without +, / and =, and reads them back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const written = toBase64Url(bytes)
      expect(written).toMatch(/^[A-Za-z0-9_-]*$/)
      expect(fromBase64Url(written)).toEqual(bytes)
    }),
  )
})
