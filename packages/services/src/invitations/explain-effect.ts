import { findContact, findInvitationFacts, findPersonFacts, type InvitationFacts } from '@usher/database'
import { fullName, type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Finding } from '../diagnosis/finding.ts'
import { findingsOfInvitation } from '../diagnosis/invitation-findings.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { refuseUnknownInvitation } from './refuse-guarded.ts'

type Named = { id: string; name: string }

/** What redeeming an invitation would do for one contact, as things are now. */
export type InvitationEffect = {
  contact: { id: string; name: string; email: string | null }
  webRoles: (Named & {
    /** `new`: they do not have it yet; `again`: they have it from elsewhere too; `never`: it would not be given. */
    effect: 'new' | 'again' | 'never'
    endsAt: Date | null
  })[]
  /** The account they would leave and join; `null`: theirs stays. */
  account: { left: Named | null; joined: Named } | null
  /** What stands in the way, and how the mail fared. */
  findings: Finding[]
}

const schema = v.strictObject({ invitationId: idField, contactId: idField })

/** Answers “What will this do for this contact?”; changes nothing. Input: `{ invitationId, contactId }`. */
export async function explainEffect({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationEffect, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { invitationId, contactId } = parsed.value
  const now = deps.now()
  const [[invitation], person, contact] = await Promise.all([
    findInvitationFacts(deps.database, { id: invitationId }, contactId, now),
    findPersonFacts(deps.database, contactId),
    findContact(deps.database, contactId),
  ])
  if (!invitation) return refuseUnknownInvitation()
  if (!person || !contact) return refuse('not_found', { detail: 'There is no such contact.' })
  const name = fullName(person)
  const asker = { contactId, name, email: person.email, hasSignIn: Boolean(person.signIn ?? person.namesake) }
  const joins = invitation.account && invitation.account.id !== contact.accountId
  return ok({
    contact: { id: contactId, name, email: person.email },
    webRoles: invitation.webRoles.map((role) => ({
      id: role.id,
      name: role.name,
      effect: isGiven(role, now) ? (role.isHeld ? 'again' : 'new') : 'never',
      endsAt: endOf(role, now),
    })),
    account:
      invitation.account && joins
        ? {
            left:
              contact.accountId === null ? null : { id: contact.accountId, name: contact.accountName ?? '' },
            joined: invitation.account,
          }
        : null,
    findings: findingsOfInvitation(invitation, asker, now),
  })
}

type OfferedRole = InvitationFacts['webRoles'][number]

const isGiven = (role: OfferedRole, now: Date) =>
  role.isGrantable && (role.grantEndsAt === null || role.grantEndsAt > now)

const endOf = ({ grantEndsAt, grantLastsDays }: OfferedRole, now: Date): Date | null =>
  grantEndsAt ?? (grantLastsDays === null ? null : new Date(now.getTime() + grantLastsDays * 86_400_000))
