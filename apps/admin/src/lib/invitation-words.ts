import { fullName, type InvitationType, type InvitationView, type PersonName } from '@usher/domain'
import { formatCount } from './format.ts'

type Person = PersonName & { email: string | null }

/** `Jane Doe`, `Jane Doe and Joe Bloggs`, `Jane Doe, Joe Bloggs and 8 others`; `Nobody in particular` for none. */
export function inviteesInWords(recipients: readonly Person[], count: number): string {
  const names = recipients.slice(0, 2).map((person) => fullName(person))
  const [first, second] = names
  if (!first) return 'Nobody in particular'
  const others = count - names.length
  if (others > 0) return `${names.join(', ')} and ${formatCount(others)} ${others === 1 ? 'other' : 'others'}`
  return second ? `${first} and ${second}` : first
}

/** `3 of 50`, `3` without a limit. */
export const redemptionsInWords = (invitation: {
  redemptionCount: number
  maximumRedemptions: number | null
}): string =>
  invitation.maximumRedemptions === null
    ? formatCount(invitation.redemptionCount)
    : `${formatCount(invitation.redemptionCount)} of ${formatCount(invitation.maximumRedemptions)}`

export const invitationTypeWords = {
  single: { label: 'Single', means: 'For one person. It can be redeemed once.' },
  group: { label: 'Group', means: 'For several people, who share one code.' },
} as const satisfies Record<InvitationType, { label: string; means: string }>

/** The views in the order of their tabs, and what is said of an empty one. */
export const invitationViewWords = {
  all: { label: 'All', none: 'There is no invitation yet.' },
  new: { label: 'New', none: 'No invitation waits to be sent.' },
  open: { label: 'Open', none: 'No sent invitation waits to be redeemed.' },
  completed: { label: 'Completed', none: 'No invitation is fully redeemed yet.' },
  inactive: { label: 'Inactive', none: 'No invitation is deactivated.' },
  expired: { label: 'Expired', none: 'No invitation has run out of time.' },
} as const satisfies Record<InvitationView, { label: string; none: string }>
