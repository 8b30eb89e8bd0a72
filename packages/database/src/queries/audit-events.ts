import { and, eq } from 'drizzle-orm'
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

export type AuditEventRow = typeof auditEvents.$inferSelect

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
  },
): Promise<Page<AuditEventRow> | null> {
  const page = startPage(request, sorts, auditEvents.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [auditEvents.action, auditEvents.actorName, auditEvents.entityId]),
    request.entityType === undefined ? undefined : eq(auditEvents.entityType, request.entityType),
    request.entityId === undefined ? undefined : eq(auditEvents.entityId, request.entityId),
    request.actorId === undefined ? undefined : eq(auditEvents.actorId, request.actorId),
    request.action === undefined ? undefined : eq(auditEvents.action, request.action),
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
