import type { ActivityType } from '@usher/domain'
import { type SQL, sql } from 'drizzle-orm'

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
