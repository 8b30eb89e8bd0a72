/** Every "no" an invitee can meet. The edge has one answer for each. */
export const redemptionRefusals = [
  'invitation_unknown',
  'invitation_expired',
  'invitation_inactive',
  'invitation_full',
  'wrong_recipient',
  'email_unverified',
  'other_sign_in_needed',
  'not_signed_in',
  'too_many_attempts',
  'invalid_request',
  'unavailable',
] as const
export type RedemptionRefusal = (typeof redemptionRefusals)[number]

/** Every "no" staff or an API key can meet. The admin and the management API have one answer for each. */
export const managementRefusals = [
  'not_signed_in',
  'forbidden',
  'not_found',
  'conflict',
  'invalid_request',
  'too_many_attempts',
  'unavailable',
] as const
export type ManagementRefusal = (typeof managementRefusals)[number]

export type Refusal = RedemptionRefusal | ManagementRefusal
