import { uuidBytes, uuidText } from './recipient-proof.ts'
import { fromBase64Url, toBase64Url } from './sealing.ts'
import { equalBytes, hmac, type Keyring, type MasterKey } from './secrets.ts'

const macBytes = 16

/** What the link "stop invitations" of one mail carries: the mail's id and an HMAC over it, 43 base64url characters. */
export async function createUnsubscribeToken(keys: Keyring, emailId: string): Promise<string> {
  const token = new Uint8Array(16 + macBytes)
  token.set(uuidBytes(emailId))
  token.set(await macOf(keys.current, emailId), 16)
  return toBase64Url(token)
}

/** The mail whose link it is, or `null` when we never made it. */
export async function readUnsubscribeToken(keys: Keyring, token: string): Promise<string | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const bytes = fromBase64Url(token)
  const emailId = uuidText(bytes.subarray(0, 16))
  for (const key of keys.all) {
    if (equalBytes(bytes.subarray(16), await macOf(key, emailId))) return emailId
  }
  return null
}

/** Where a mail's link "stop invitations" leads. */
export const unsubscribeUrl = (website: { baseUrl: string; edgeUrl: string | null }, token: string): string =>
  new URL(`/unsubscribe/${token}`, website.edgeUrl ?? website.baseUrl).href

const macOf = async (key: MasterKey, emailId: string) =>
  (await hmac(await key.hmac('unsubscribe'), `email:${emailId}`)).subarray(0, macBytes)
