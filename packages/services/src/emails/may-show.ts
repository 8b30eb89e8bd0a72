import { type EmailRow, findWebRoleIdsOfInvitations } from '@usher/database'
import { type Actor, refuseGranting, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'

export type ShowableEmail = Pick<EmailRow, 'transport' | 'kind' | 'invitationId'>

/** Why this actor may not see the codes and links that a mail in the outbox holds; `null` when they may. */
export async function reasonNotToShow(
  deps: Deps,
  actor: Actor,
  email: ShowableEmail,
): Promise<string | null> {
  if (deps.mailTransport !== 'outbox') {
    return 'This mail was kept in the outbox, with its code. It is shown only while mails go to the outbox.'
  }
  if (refuseUnless(actor, 'codes.reveal')) return 'This mail holds a code. Your role may not see codes.'
  // A sign-in code opens somebody else's account: only for who looks after the whole house.
  const isSignIn = email.kind === 'email_code' || email.kind === 'password_reset'
  if (isSignIn && refuseUnless(actor, 'settings.write')) {
    return 'This mail signs somebody in. Only owners and admins may see it.'
  }
  if (email.kind === 'staff_link' && refuseUnless(actor, 'staff.write')) {
    return 'This mail lets somebody in as a staff user. Only owners may see it.'
  }
  const gives = email.invitationId
    ? await findWebRoleIdsOfInvitations(deps.database, [email.invitationId])
    : []
  return refuseGranting(actor, gives)
    ? 'This mail holds the code of an invitation that gives more than you may grant.'
    : null
}
