import { type EmailRow, findEmail, findWebRoleIdsOfInvitations } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { type Actor, refuseGranting, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { unsealContent } from './content.ts'

export type Email = Omit<EmailRow, 'contentSealed'> & {
  /** The mail as it was rendered, codes and links masked unless it went to the outbox. `null` before it left. */
  html: string | null
  text: string | null
  /** Why a mail that was rendered is not shown. */
  hiddenReason: string | null
}

/** One e-mail with its text. Refuses `forbidden`, `not_found`. */
export async function getEmail({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: { emailId: string }
}): Promise<Result<Email, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const row = await findEmail(deps.database, input.emailId)
  if (!row) return refuse('not_found', { detail: 'There is no such e-mail. It may have been erased.' })
  const { contentSealed, ...email } = row
  const hiddenReason = await hiddenReasonOf(deps, actor, email)
  const content =
    contentSealed === null || hiddenReason !== null ? null : await unsealContent(deps, row.id, contentSealed)
  return ok({ ...email, html: content?.html ?? null, text: content?.text ?? null, hiddenReason })
}

/** Mails in the outbox hold live codes and links; all others were masked when they were kept. */
async function hiddenReasonOf(
  deps: Deps,
  actor: Actor,
  email: Pick<EmailRow, 'transport' | 'kind' | 'invitationId'>,
): Promise<string | null> {
  if (email.transport !== 'outbox') return null
  if (deps.mailTransport !== 'outbox') {
    return 'This mail was kept in the outbox, with its code. It is shown only while mails go to the outbox.'
  }
  if (refuseUnless(actor, 'codes.reveal')) return 'This mail holds a code. Your role may not see codes.'
  // A sign-in code opens somebody else's account: only for who looks after the whole house.
  const isSignIn = email.kind === 'email_code' || email.kind === 'password_reset'
  if (isSignIn && refuseUnless(actor, 'settings.write')) {
    return 'This mail signs somebody in. Only owners and admins may see it.'
  }
  const gives = email.invitationId
    ? await findWebRoleIdsOfInvitations(deps.database, [email.invitationId])
    : []
  return refuseGranting(actor, gives)
    ? 'This mail holds the code of an invitation that gives more than you may grant.'
    : null
}
