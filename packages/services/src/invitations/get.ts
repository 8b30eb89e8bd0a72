import {
  findInvitation,
  findInvitationNames,
  findInvitationRecipients,
  findRedeemedContacts,
  type InvitationPerson,
  type InvitationRecipient,
} from '@usher/database'
import { type EmailStatus, type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { describeInvitation, type Invitation } from './describe.ts'
import { refuseUnknownInvitation } from './refuse-guarded.ts'

/** How far an invited contact has come. `new`: no mail was sent yet. */
export type RecipientStatus = 'new' | 'redeemed' | 'declined' | EmailStatus
export type DescribedRecipient = InvitationRecipient & { status: RecipientStatus }

export type InvitationDetail = Invitation & {
  website: { id: string; name: string; baseUrl: string; locale: string; timeZone: string }
  owner: { id: string; name: string; email: string }
  inviter: InvitationPerson | null
  account: { id: string; name: string } | null
  workflow: { id: string; name: string; status: string } | null
  webRoles: {
    id: string
    name: string
    description: string | null
    addedBy: { id: string; name: string }
    grantEndsAt: Date | null
    grantLastsDays: number | null
  }[]
  recipientCount: number
  /** The first 200 by name; `listInvitationRecipients` has them all. */
  recipients: DescribedRecipient[]
  /** The latest 200. */
  redeemedContacts: (InvitationPerson & { redemptionId: string; redeemedAt: Date })[]
}

const peopleShown = 200
const schema = v.strictObject({ id: idField })

/** An invitation with all that its page shows, but never its code. Input: `{ id }`. */
export async function getInvitation({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationDetail, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const { database } = deps
  const firstPage = { invitationId: id, limit: peopleShown, cursor: null, search: '', sort: 'name' }
  const [invitation, names, recipients, redeemedContacts] = await Promise.all([
    findInvitation(database, id),
    findInvitationNames(database, id),
    findInvitationRecipients(database, firstPage),
    findRedeemedContacts(database, id, peopleShown),
  ])
  if (!invitation || !names) return refuseUnknownInvitation()
  return ok({
    ...describeInvitation(invitation, deps.now()),
    ...names,
    recipients: (recipients?.items ?? []).map(describeRecipient),
    redeemedContacts,
  })
}

export function describeRecipient(recipient: InvitationRecipient): DescribedRecipient {
  if (recipient.redeemedAt) return { ...recipient, status: 'redeemed' }
  if (recipient.declinedAt) return { ...recipient, status: 'declined' }
  return { ...recipient, status: recipient.lastEmail?.status ?? 'new' }
}
