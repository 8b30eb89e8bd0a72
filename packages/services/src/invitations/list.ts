import { findInvitationPage, type InvitationListItem, invitationSorts, type Page } from '@usher/database'
import {
  type InvitationView,
  invitationViews,
  isExpired,
  type ManagementRefusal,
  ok,
  type Result,
  seatsLeft,
} from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export type ListedInvitation = InvitationListItem & { isExpired: boolean; seatsLeft: number | null }
export type InvitationPage = Page<ListedInvitation> & {
  /** How many of the search and filters are in each view, as `totalCount` counts; null for a search of too many. */
  counts: Record<InvitationView, number> | null
}

export const listInvitationsSchema = v.strictObject({
  ...pageEntries(invitationSorts, '-createdAt'),
  sort: v.optional(v.picklist(invitationSorts)),
  view: v.optional(v.picklist(invitationViews), 'all'),
  contactId: v.optional(idField),
  websiteId: v.optional(idField),
  ownerId: v.optional(idField),
})
export type ListInvitationsInput = v.InferInput<typeof listInvitationsSchema>

/** The latest first: the latest made, or the latest to expire. */
const defaultSortOf = (view: InvitationView) => (view === 'expired' ? '-expiresAt' : '-createdAt')

/**
 * Invitations of a view, by `name`, `createdAt`, `updatedAt`, `expiresAt`, `sentAt` or `redemptionCount`
 * (`-` descends; unless told `-createdAt`, of those expired `-expiresAt`). `contactId`: those that invite the contact or were redeemed by them. Input: `ListInvitationsInput`.
 */
export async function listInvitations({
  deps,
  actor,
  input,
}: Call): Promise<Result<InvitationPage, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listInvitationsSchema, input)
  if (!parsed.ok) return parsed
  const now = deps.now()
  const { view, sort = defaultSortOf(view) } = parsed.value
  const page = answerPage(await findInvitationPage(deps.database, { ...parsed.value, sort, now }))
  if (!page.ok) return page
  return ok({
    ...page.value,
    items: page.value.items.map((item) => ({
      ...item,
      isExpired: isExpired(item, now),
      seatsLeft: seatsLeft(item),
    })),
  })
}
