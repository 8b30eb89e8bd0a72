import { normaliseEmailAddress } from './email-address.ts'
import { fromBase64Url, toBase64Url } from './sealing.ts'
import { equalBytes, hmac, type Keyring, type MasterKey } from './secrets.ts'

const proofBytes = 16

/**
 * What a mailed link carries besides the code: the contact's id (16 bytes) and an HMAC over (invitation, contact,
 * address), 16 bytes, together 43 base64url characters. Whoever presents it reads the mailbox it was mailed to.
 */
export async function createRecipientProof(
  keys: Keyring,
  invitationId: string,
  contact: { id: string; email: string },
): Promise<string> {
  const mac = await macOf(keys.current, invitationId, contact.id, contact.email)
  const proof = new Uint8Array(16 + proofBytes)
  proof.set(uuidBytes(contact.id))
  proof.set(mac, 16)
  return toBase64Url(proof)
}

/**
 * The contact whom the proof speaks for, or `null` when it does not belong to this invitation.
 * @param email the contact's address of today: what was mailed to an earlier one proves nothing about it
 */
export async function readRecipientProof(
  keys: Keyring,
  invitationId: string,
  proof: string,
  email: string | null | undefined,
): Promise<string | null> {
  const contactId = contactIdOfRecipientProof(proof)
  if (!contactId || !email) return null
  const bytes = fromBase64Url(proof)
  for (const key of keys.all) {
    if (equalBytes(bytes.subarray(16), await macOf(key, invitationId, contactId, email))) return contactId
  }
  return null
}

/** The contact that a proof names, not yet believed; `null` when the text has not the shape of a proof. */
export const contactIdOfRecipientProof = (proof: string): string | null =>
  /^[A-Za-z0-9_-]{43}$/.test(proof) ? uuidText(fromBase64Url(proof).subarray(0, 16)) : null

async function macOf(
  key: MasterKey,
  invitationId: string,
  contactId: string,
  email: string,
): Promise<Uint8Array> {
  const message = `${invitationId}:${contactId}:${normaliseEmailAddress(email)}`
  const mac = await hmac(await key.hmac('recipient-proof'), message)
  return mac.subarray(0, proofBytes)
}

/** The 16 bytes of a UUID. */
export const uuidBytes = (uuid: string) =>
  Uint8Array.from(uuid.replace(/-/g, '').match(/../g) ?? [], (pair) => parseInt(pair, 16))

/** The UUID of 16 bytes. */
export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
