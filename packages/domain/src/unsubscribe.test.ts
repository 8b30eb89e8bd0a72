import { expect, test } from 'vitest'
import { createRecipientProof } from './recipient-proof.ts'
import { createKeyring } from './secrets.ts'
import { hashesOfAddress } from './suppression.ts'
import { createUnsubscribeToken, readUnsubscribeToken } from './unsubscribe.ts'

const emailId = '019a0000-0000-7000-8000-000000000001'
const old = 'an old secret of at least 32 characters'
const present = 'a new secret of at least 32 characters'

test('a link of ours names its mail, also after the key was changed', async () => {
  const token = await createUnsubscribeToken(await createKeyring([old]), emailId)
  expect(await readUnsubscribeToken(await createKeyring([present, old]), token)).toBe(emailId)
  expect(await readUnsubscribeToken(await createKeyring([present]), token)).toBeNull()
})

test('a changed link, and a token of another kind, are nobody’s', async () => {
  const keys = await createKeyring([old])
  const token = await createUnsubscribeToken(keys, emailId)
  const proof = await createRecipientProof(keys, emailId, { id: emailId, email: 'jane@contoso.example' })
  for (const other of [`B${token.slice(1)}`, `${token.slice(0, -2)}AA`, proof, '', 'x'.repeat(10_000)]) {
    expect(await readUnsubscribeToken(keys, other), other.slice(0, 50)).toBeNull()
  }
})

test('an address is known by its hash in any letter case, under each key', async () => {
  const [before] = await hashesOfAddress(await createKeyring([old]), 'Jane@Contoso.example')
  const after = await hashesOfAddress(await createKeyring([present, old]), 'jane@contoso.EXAMPLE')
  expect(after).toHaveLength(2)
  expect(after[1]).toBe(before)
  expect(after[0]).not.toBe(before)
})
