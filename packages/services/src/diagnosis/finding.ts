/** What staff can do about a finding; the admin has a button for each. */
export type Fix =
  | { kind: 'create_contact'; email: string }
  | { kind: 'edit_contact'; contactId: string }
  | { kind: 'create_invitation'; contactId: string }
  | { kind: 'invite'; invitationId: string; contactId: string }
  | { kind: 'activate'; invitationId: string }
  | { kind: 'extend'; invitationId: string }
  | { kind: 'add_seat'; invitationId: string }
  | { kind: 'send'; invitationId: string }
  | { kind: 'edit_invitation'; invitationId: string }
  | { kind: 'show_invitation'; invitationId: string }
  | { kind: 'show_redemption'; redemptionId: string }
  | { kind: 'show_email'; emailId: string }
  | { kind: 'show_send'; sendId: string }
  | { kind: 'show_requests' }
  | { kind: 'lift_suppression' }
  | { kind: 'unlock_sign_in'; contactId: string }
  | { kind: 'edit_website'; websiteId: string }

/** One thing that was looked at. `problem` keeps them out, `caution` may, `fine` does not. */
export type Finding = { severity: 'problem' | 'caution' | 'fine'; text: string; fix: Fix | null }

export const problem = (text: string, fix: Fix | null = null): Finding => ({ severity: 'problem', text, fix })
export const caution = (text: string, fix: Fix | null = null): Finding => ({ severity: 'caution', text, fix })
export const fine = (text: string, fix: Fix | null = null): Finding => ({ severity: 'fine', text, fix })
