import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { auditEvents } from '../schema/index.ts'
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

export type AuditEventRow = typeof auditEvents.$inferSelect & {
  /** What the changed thing is called now; null for what has no name, or is gone. */
  entityName: string | null
}

const entityName = sql<string | null>`case ${auditEvents.entityType}
  when 'contact' then (
    select coalesce(nullif(trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ''), email)
    from contacts where id = ${auditEvents.entityId})
  when 'account' then (select name from accounts where id = ${auditEvents.entityId})
  when 'website' then (select name from websites where id = ${auditEvents.entityId})
  when 'web_role' then (select name from web_roles where id = ${auditEvents.entityId})
  when 'invitation' then (select name from invitations where id = ${auditEvents.entityId})
  when 'workflow' then (select name from workflows where id = ${auditEvents.entityId})
  when 'email' then (select subject from emails where id = ${auditEvents.entityId})
  when 'api_key' then (select name from api_keys where id = ${auditEvents.entityId})
  when 'staff_user' then (select name from staff_users where id = ${auditEvents.entityId})
  when 'invitation_template' then (select name from invitation_templates where id = ${auditEvents.entityId})
  when 'redemption' then (
    select invitations.name from redemptions join invitations on invitations.id = redemptions.invitation_id
    where redemptions.id = ${auditEvents.entityId})
  when 'grant' then (
    select web_roles.name from grants join web_roles on web_roles.id = grants.web_role_id
    where grants.id = ${auditEvents.entityId})
end`

const sorts = { occurredAt: [auditEvents.occurredAt] } satisfies Sorts
export const auditEventSorts = sortNamesOf(sorts)

/** `null`: the cursor is none of this list. */
export async function findAuditEvents(
  database: Database,
  request: PageRequest & {
    entityType?: string | undefined
    entityId?: string | undefined
    actorId?: string | undefined
    action?: string | undefined
    /** From this instant on, and before that one. */
    from?: Date | undefined
    until?: Date | undefined
  },
): Promise<Page<AuditEventRow> | null> {
  const page = startPage(request, sorts, auditEvents.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [
      auditEvents.action,
      auditEvents.actorName,
      auditEvents.entityId,
      auditEvents.ipAddress,
      entityName,
    ]),
    request.entityType === undefined ? undefined : eq(auditEvents.entityType, request.entityType),
    request.entityId === undefined ? undefined : eq(auditEvents.entityId, request.entityId),
    request.actorId === undefined ? undefined : eq(auditEvents.actorId, request.actorId),
    request.action === undefined ? undefined : eq(auditEvents.action, request.action),
    request.from === undefined ? undefined : gte(auditEvents.occurredAt, request.from),
    request.until === undefined ? undefined : lt(auditEvents.occurredAt, request.until),
  )
  const rows = await database.query
    .select({
      id: auditEvents.id,
      actorKind: auditEvents.actorKind,
      actorId: auditEvents.actorId,
      actorName: auditEvents.actorName,
      action: auditEvents.action,
      entityType: auditEvents.entityType,
      entityId: auditEvents.entityId,
      entityName,
      before: auditEvents.before,
      after: auditEvents.after,
      ipAddress: auditEvents.ipAddress,
      occurredAt: auditEvents.occurredAt,
      pageKey: page.key,
    })
    .from(auditEvents)
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, auditEvents, filter) }
}

/** Whether this actor has this on record since then. */
export async function hasAuditEvent(
  database: Database,
  event: { actorId: string; action: string; entityType: string; entityId: string; since: Date },
): Promise<boolean> {
  const rows = await database.query
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.entityType, event.entityType),
        eq(auditEvents.entityId, event.entityId),
        eq(auditEvents.actorId, event.actorId),
        eq(auditEvents.action, event.action),
        gte(auditEvents.occurredAt, event.since),
      ),
    )
    .limit(1)
  return rows.length > 0
}
