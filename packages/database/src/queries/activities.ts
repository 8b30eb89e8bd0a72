import type { ActivityType } from '@usher/domain'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { activities, contacts, invitations } from '../schema/index.ts'
import { countRows } from './count-rows.ts'
import {
  containsText,
  endPage,
  type Page,
  type PageRequest,
  type Sorts,
  sortNamesOf,
  startPage,
} from './page.ts'

export type NewActivity = {
  id: string
  type: ActivityType
  contactId: string | null
  invitationId: string | null
  subject: string
  data?: Record<string, unknown>
}

/** Any number of lines on timelines, in one statement. */
export const insertActivities = (activities: readonly NewActivity[], occurredAt: Date): SQL => sql`
  insert into activities (id, type, contact_id, invitation_id, subject, data, occurred_at)
  select value->>'id', value->>'type', value->>'contactId', value->>'invitationId', value->>'subject',
         coalesce(value->'data', '{}'), ${occurredAt.getTime()}
  from json_each(${JSON.stringify(activities)})`

export type ActivityListItem = {
  id: string
  type: ActivityType
  subject: string
  contactId: string | null
  contactName: string | null
  /** Also of a contact's own line about an invitation; null when the invitation is gone. */
  invitationId: string | null
  invitationName: string | null
  data: Record<string, unknown>
  occurredAt: Date
}

const sorts = { occurredAt: [activities.occurredAt] } satisfies Sorts
export const activitySorts = sortNamesOf(sorts)

const contactName = sql<
  string | null
>`coalesce(nullif(trim(coalesce(${contacts.firstName}, '') || ' ' || coalesce(${contacts.lastName}, '')), ''), ${contacts.email})`

/** `null`: the cursor is none of this list. */
export async function findActivities(
  database: Database,
  request: PageRequest & { contactId?: string | undefined; invitationId?: string | undefined },
): Promise<Page<ActivityListItem> | null> {
  const page = startPage(request, sorts, activities.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [activities.subject]),
    request.contactId === undefined ? undefined : eq(activities.contactId, request.contactId),
    request.invitationId === undefined ? undefined : eq(activities.invitationId, request.invitationId),
  )
  const rows = await database.query
    .select({
      id: activities.id,
      type: activities.type,
      subject: activities.subject,
      contactId: activities.contactId,
      contactName,
      invitationId: invitations.id,
      invitationName: invitations.name,
      data: activities.data,
      occurredAt: activities.occurredAt,
      pageKey: page.key,
    })
    .from(activities)
    .leftJoin(contacts, eq(contacts.id, activities.contactId))
    .leftJoin(
      invitations,
      eq(invitations.id, sql`coalesce(${activities.invitationId}, ${activities.data} ->> 'invitationId')`),
    )
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, activities, filter) }
}
