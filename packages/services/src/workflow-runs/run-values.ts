import type { RunState } from '@usher/database'
import { fullName, type RunValues } from '@usher/domain'

/** What the steps of a run can speak of. */
export function runValuesOf(
  run: Pick<RunState, 'contact' | 'account' | 'invitation' | 'website'> & Partial<RunState>,
): RunValues {
  const { contact, account, invitation, redemption, website } = run
  return {
    contact: contact && {
      ...contact,
      fullName: contact.firstName || contact.lastName ? fullName(contact) : null,
      accountName: account?.name ?? null,
      createdAt: new Date(contact.createdAt),
    },
    account,
    invitation: invitation && {
      ...invitation,
      expiresAt: instant(invitation.expiresAt),
      sentAt: instant(invitation.sentAt),
      createdAt: new Date(invitation.createdAt),
    },
    redemption: redemption ? { ...redemption, redeemedAt: new Date(redemption.redeemedAt) } : null,
    website,
    run: { id: run.id ?? null, beganBy: run.beganBy ?? null, startedAt: instant(run.startedAt ?? null) },
  }
}

const instant = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds))
