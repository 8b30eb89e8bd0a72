import { type Change, schema } from '@usher/database'
import type { ActivityType } from '@usher/domain'
import type { Actor } from './actor.ts'
import type { Deps } from './deps.ts'

/** The audit row of a change: goes into the batch that makes the change. Never hand it a code or a secret. */
export function auditStatement(
  deps: Deps,
  actor: Actor,
  change: {
    action: string
    entityType: string
    entityId: string
    before?: Record<string, unknown> | null
    after?: Record<string, unknown> | null
  },
): Change {
  return deps.database.query.insert(schema.auditEvents).values({
    id: deps.newId(),
    actorKind: actor.kind,
    actorId: 'id' in actor ? actor.id : null,
    actorName: actor.name,
    action: change.action,
    entityType: change.entityType,
    entityId: change.entityId,
    before: change.before ?? null,
    after: change.after ?? null,
    ipAddress: 'ipAddress' in actor ? actor.ipAddress : null,
    occurredAt: deps.now(),
  })
}

/** A line on the timelines of the contact and the invitation it names. */
export function activityStatement(
  deps: Deps,
  activity: {
    type: ActivityType
    subject: string
    contactId?: string | null
    invitationId?: string | null
    data?: Record<string, unknown>
  },
): Change {
  return deps.database.query.insert(schema.activities).values({
    id: deps.newId(),
    type: activity.type,
    contactId: activity.contactId ?? null,
    invitationId: activity.invitationId ?? null,
    subject: activity.subject,
    data: activity.data ?? {},
    occurredAt: deps.now(),
  })
}
