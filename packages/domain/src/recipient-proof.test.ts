import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecipientProof, readRecipientProof } from './recipient-proof.ts'
import { fromBase64Url, toBase64Url } from './sealing.ts'
import { createKeyring } from './secrets.ts'

const keys = await createKeyring(['the secret of this house, 32 letters'])
const rotated = await createKeyring([
  'the secret that came later, 32 letters',
  'the secret of this house, 32 letters',
])
const foreign = await createKeyring(['the secret of another house, 32 letters'])
const id = fc.uuid({ version: 7 })
const email = 'jane@contoso.example'

test('A proof names the contact it was made for, on its invitation, also after a rotation', async () => {
  await fc.assert(
    fc.asyncProperty(id, id, async (invitationId, contactId) => {
      const proof = await createRecipientProof(keys, invitationId, { id: contactId, email })
      expect(proof).toMatch(/^[A-Za-z0-9_-]{43}$/)
      expect(await readRecipientProof(keys, invitationId, proof, email)).toBe(contactId)
      expect(await readRecipientProof(rotated, invitationId, proof, email)).toBe(contactId)
      expect(await readRecipientProof(foreign, invitationId, proof, email)).toBeNull()
    }),
  )
})

test('A proof is worth nothing on another invitation', async () => {
  await fc.assert(
    fc.asyncProperty(id, id, id, async (one, other, contactId) => {
      fc.pre(one !== other)
      expect(
        await readRecipientProof(
          keys,
          other,
          await createRecipientProof(keys, one, { id: contactId, email }),
          email,
        ),
      ).toBeNull()
    }),
  )
})

test('One changed bit, of the contact or of the seal, makes it worthless', async () => {
  await fc.assert(
    fc.asyncProperty(id, id, fc.nat(255), async (invitationId, contactId, bit) => {
      const bytes = fromBase64Url(await createRecipientProof(keys, invitationId, { id: contactId, email }))
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await readRecipientProof(keys, invitationId, toBase64Url(bytes), email)).toBeNull()
    }),
  )
})

test('Any text is answered and never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      expect(await readRecipientProof(keys, 'an invitation', text, email)).toBeNull()
    }),
  )
})

test('A proof speaks for the address it was mailed to, in any spelling, and for no later one', async () => {
  const [invitationId, contactId] = [
    '01a20472-e548-7731-8201-226e43e10980',
    '01a20472-e546-70b4-a30f-00a0d743b01f',
  ]
  const proof = await createRecipientProof(keys, invitationId, { id: contactId, email })
  expect(await readRecipientProof(keys, invitationId, proof, 'Jane@CONTOSO.example')).toBe(contactId)
  expect(await readRecipientProof(keys, invitationId, proof, 'jane.right@contoso.example')).toBeNull()
  expect(await readRecipientProof(keys, invitationId, proof, null)).toBeNull()
})
