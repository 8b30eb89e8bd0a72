import type { Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { queueEmail } from './queue.ts'

/** Mails the link under which a new password is chosen. Refuses `invalid_request` when the address is none. */
export const queuePasswordReset = ({
  deps,
  input,
}: {
  deps: Deps
  input: { address: string; url: string; websiteId: string | null; locale: string | null }
}): Promise<Result<{ emailId: string }, 'invalid_request'>> =>
  queueEmail(deps, {
    kind: 'password_reset',
    websiteId: input.websiteId,
    address: input.address,
    secret: { url: input.url, locale: input.locale },
  })
