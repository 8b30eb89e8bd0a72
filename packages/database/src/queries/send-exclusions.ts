import type { ExclusionReason } from '@usher/domain'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { contacts, invitations, sendExclusions } from '../schema/index.ts'
import { containsText, endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

/** Somebody who was left out of a send, by name. What has been deleted since has none. */
export type SendExclusionListItem = {
  id: string
  reason: ExclusionReason
  invitationId: string
  invitationName: string | null
  /** null: the invitation had nobody to be mailed to. */
  contactId: string | null
  contactFirstName: string | null
  contactLastName: string | null
  contactEmail: string | null
}

export const sendExclusionSorts = {
  name: [sql`coalesce(${contacts.lastName}, ${contacts.firstName}, ${contacts.email}, '') collate nocase`],
}

/** `null`: the cursor is none of this list. */
export async function findSendExclusionPage(
  database: Database,
  request: PageRequest<SortName<typeof sendExclusionSorts>> & {
    sendId: string
    reason?: ExclusionReason | undefined
  },
): Promise<Page<SendExclusionListItem> | null> {
  const page = startPage(request, sendExclusionSorts, sendExclusions.id)
  if (!page) return null
  const filter = and(
    eq(sendExclusions.sendId, request.sendId),
    request.reason === undefined ? undefined : eq(sendExclusions.reason, request.reason),
    containsText(request.search, [contacts.firstName, contacts.lastName, contacts.email, invitations.name]),
  )
  const rows = await database.query
    .select({
      id: sendExclusions.id,
      reason: sendExclusions.reason,
      invitationId: sendExclusions.invitationId,
      invitationName: invitations.name,
      contactId: sendExclusions.contactId,
      contactFirstName: contacts.firstName,
      contactLastName: contacts.lastName,
      contactEmail: contacts.email,
      pageKey: page.key,
    })
    .from(sendExclusions)
    .leftJoin(contacts, eq(contacts.id, sendExclusions.contactId))
    .leftJoin(invitations, eq(invitations.id, sendExclusions.invitationId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const [total] = await database.query
    .select({ count: sql<number>`count(*)` })
    .from(sendExclusions)
    .leftJoin(contacts, eq(contacts.id, sendExclusions.contactId))
    .leftJoin(invitations, eq(invitations.id, sendExclusions.invitationId))
    .where(filter)
  return { ...endPage(page, rows), totalCount: total?.count ?? 0 }
}
