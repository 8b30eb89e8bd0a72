import type { InvitationRequestDecision, InvitationRequestKind, NewLinkPolicy } from '@usher/domain'

/** What an invitee asks for or tells, as staff read it. */
export const requestKindWords = {
  new_link: { label: 'New link', sentence: 'asks for a new link: the old one has expired or is used up.' },
  declined: { label: 'Declined', sentence: 'does not want to accept the invitation.' },
  not_me: {
    label: 'Not me',
    sentence: 'was not who opened the invitation: somebody says it is not for them.',
  },
} as const satisfies Record<InvitationRequestKind, { label: string; sentence: string }>

export const requestDecisionWords = {
  approved: 'New link given',
  refused: 'No new link',
  noted: 'Noted',
} as const satisfies Record<InvitationRequestDecision, string>

export const newLinkPolicyWords = {
  ask: 'Staff decide, under Requests',
  automatic: 'Send one at once, when the old one has expired and its owner may still grant it',
  off: 'Do not offer it',
} as const satisfies Record<NewLinkPolicy, string>
