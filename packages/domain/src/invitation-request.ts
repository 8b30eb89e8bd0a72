/** What an invitee asks for or tells: a new link for one that no longer works, that they do not want it, that it is not for them. */
export const invitationRequestKinds = ['new_link', 'declined', 'not_me'] as const
export type InvitationRequestKind = (typeof invitationRequestKinds)[number]

/** What became of it: `approved` and `refused` answer a new link, `noted` whatever was only told. */
export const invitationRequestDecisions = ['approved', 'refused', 'noted'] as const
export type InvitationRequestDecision = (typeof invitationRequestDecisions)[number]

/** Who answers when invitees ask for a new link: staff, the house itself, or nobody, since it is not offered. */
export const newLinkPolicies = ['ask', 'automatic', 'off'] as const
export type NewLinkPolicy = (typeof newLinkPolicies)[number]
