import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyring, equalBytes, hmac, type KeyPurpose, sha256Hex, toHex } from './secrets.ts'

const secret = 'the secret of this house, 32 letters'
const purposes: KeyPurpose[] = [
  'code-tag',
  'code-hash',
  'recipient-proof',
  'sealing',
  'cookie',
  'session',
  'set-up',
  'unsubscribe',
]

test('The same secret gives the same keys, another secret gives others', async () => {
  const [one, again, other] = await Promise.all([
    createKeyring([secret]),
    createKeyring([secret]),
    createKeyring([`${secret}!`]),
  ])
  expect(again.current.id).toBe(one.current.id)
  expect(other.current.id).not.toBe(one.current.id)
  expect(await again.current.text('cookie')).toBe(await one.current.text('cookie'))
  expect(await other.current.text('cookie')).not.toBe(await one.current.text('cookie'))
})

test('No key can stand in for that of another purpose', async () => {
  const { current } = await createKeyring([secret])
  const macs = await Promise.all(
    purposes.map(async (purpose) => toHex(await hmac(await current.hmac(purpose), 'text'))),
  )
  const texts = await Promise.all(purposes.map((purpose) => current.text(purpose)))
  expect(new Set([...macs, ...texts]).size).toBe(purposes.length * 2)
})

test('The current key comes first, previous ones follow', async () => {
  const keys = await createKeyring([`${secret} 2`, `${secret} 1`])
  expect(keys.all[0]).toBe(keys.current)
  expect(keys.all).toHaveLength(2)
  expect(keys.all[1]?.id).toBe((await createKeyring([`${secret} 1`])).current.id)
})

test('No secret, or a short one, makes no keyring', async () => {
  await expect(createKeyring([])).rejects.toThrow(TypeError)
  await expect(createKeyring(['x'.repeat(31)])).rejects.toThrow(TypeError)
})

test('SHA-256 is as published', async () => {
  // FIPS 180-2, appendix B.1
  expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('Bytes are equal exactly when they are the same, of the same length', () => {
  const bytes = fc.uint8Array({ maxLength: 4, max: 3 })
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(equalBytes(a, b)).toBe(toHex(a) === toHex(b))
    }),
  )
  fc.assert(
    fc.property(bytes, (a) => {
      expect(equalBytes(a, Uint8Array.from(a))).toBe(true)
    }),
  )
  expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false)
})
