import { normaliseEmailAddress } from './email-address.ts'
import { hmac, type Keyring, toHex } from './secrets.ts'

/** Why an address is not mailed any more. */
export const suppressionReasons = [
  'unsubscribed',
  'hard_bounce',
  'spam_complaint',
  'provider',
  'manual',
] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/**
 * By what an address is known to the list once it is erased everywhere else: an HMAC under each key, the current one
 * first. Letter case makes no difference.
 */
export const hashesOfAddress = (keys: Keyring, address: string): Promise<string[]> =>
  Promise.all(
    keys.all.map(async (key) =>
      toHex(await hmac(await key.hmac('unsubscribe'), `address:${normaliseEmailAddress(address)}`)),
    ),
  )
