import { type Change, schema } from '@usher/database'
import type { ActivityType } from '@usher/domain'
import type { Actor } from './actor.ts'
import type { Deps } from './deps.ts'

/** What changed, for the audit. */
export type AuditedChange = {
  action: string
  entityType: string
  entityId: string
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
}

/** The audit row of a change: goes into the batch that makes the change. Never hand it a code or a secret. */
export const auditStatement = (deps: Deps, actor: Actor, change: AuditedChange): Change =>
  auditStatements(deps, actor, [change])

/** The audit rows of some hundred changes at once. */
export function auditStatements(deps: Deps, actor: Actor, changes: readonly AuditedChange[]): Change {
  return deps.database.query.insert(schema.auditEvents).values(
    changes.map((change) => ({
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
    })),
  )
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
