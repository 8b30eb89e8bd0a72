import type { InvitationRecord } from '@usher/database'
import { isExpired, seatsLeft } from '@usher/domain'

/** An invitation as staff see it: its attributes and what the clock says. Never its code. */
export type Invitation = InvitationRecord & {
  isExpired: boolean
  /** null: no limit. */
  seatsLeft: number | null
}

export const describeInvitation = <T extends InvitationRecord>(record: T, now: Date): T & Invitation => ({
  ...record,
  isExpired: isExpired(record, now),
  seatsLeft: seatsLeft(record),
})
