import { findInviteeByEmail, replacePasswordReset } from '@usher/database'
import { normaliseEmailAddress, sha256Hex, toBase64Url } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { queuePasswordReset } from '../emails/queue-password-reset.ts'

/** How long the link works. */
export const passwordResetMinutes = 30

/**
 * Mails a link under which a new password is chosen, to who signs in with this address; to nobody else. Earlier links
 * stop working. The database holds a hash of the token alone. How often somebody may ask is for the caller to say.
 */
export async function requestPasswordReset({
  deps,
  input: { email, websiteId, locale },
}: {
  deps: Deps
  input: { email: string; websiteId: string | null; locale: string | null }
}): Promise<void> {
  const user = await findInviteeByEmail(deps.database, normaliseEmailAddress(email))
  if (!user) return
  const token = toBase64Url(deps.randomBytes(32))
  const now = deps.now()
  await deps.database.write(
    replacePasswordReset(deps.database, {
      id: deps.newId(),
      userId: user.id,
      tokenHash: await sha256Hex(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + passwordResetMinutes * 60_000),
    }),
  )
  const url = `${deps.origin}/reset-password?token=${token}`
  await queuePasswordReset({ deps, input: { address: user.email, url, websiteId, locale } })
}
