import {
  countOpenInvitationRequests,
  findInvitationRequests,
  type InvitationRequestListItem,
  invitationRequestSorts,
  type Page,
} from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listInvitationRequestsSchema = v.strictObject({
  ...pageEntries(invitationRequestSorts, '-requestedAt'),
  view: v.optional(v.picklist(['mine', 'open', 'decided', 'all']), 'open'),
  invitationId: v.optional(idField),
  contactId: v.optional(idField),
})
export type ListInvitationRequestsInput = v.InferInput<typeof listInvitationRequestsSchema>

/**
 * What invitees ask for or tell, newest first. Views: `open` (unanswered), `mine` (unanswered, of the actor's own
 * invitations), `decided`, `all`. Input: `ListInvitationRequestsInput`.
 */
export async function listInvitationRequests({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<InvitationRequestListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listInvitationRequestsSchema, input)
  if (!parsed.ok) return parsed
  const { view, ...request } = parsed.value
  return answerPage(
    await findInvitationRequests(deps.database, {
      ...request,
      ...(view === 'all' ? {} : { isOpen: view !== 'decided' }),
      ...(view === 'mine' ? { ownerId: staffUserIdOf(actor) ?? '' } : {}),
    }),
  )
}

/** How many wait: of the actor's own invitations, and of all. */
export async function countInvitationRequests({
  deps,
  actor,
}: {
  deps: Deps
  actor: Actor
}): Promise<Result<{ mine: number; open: number }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const [mine, open] = await Promise.all([
    countOpenInvitationRequests(deps.database, staffUserIdOf(actor) ?? ''),
    countOpenInvitationRequests(deps.database, null),
  ])
  return ok({ mine, open })
}
