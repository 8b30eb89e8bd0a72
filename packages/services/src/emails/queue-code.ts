import type { Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { queueEmail } from './queue.ts'

/**
 * Mails a six-digit code: to sign in with, or to prove an address. Goes before all other mail.
 * The code is in the row sealed only, and gone from it once the mail has left.
 * Refuses `invalid_request` when the address is none. How often somebody may ask is for the caller to say.
 */
export const queueEmailCode = ({
  deps,
  input,
}: {
  deps: Deps
  input: { address: string; code: string; websiteId: string | null; locale: string | null }
}): Promise<Result<{ emailId: string }, 'invalid_request'>> =>
  queueEmail(deps, {
    kind: 'email_code',
    websiteId: input.websiteId,
    address: input.address,
    secret: { code: input.code, locale: input.locale },
  })
