import type { EventType } from '@usher/domain'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { webhookEndpoints } from '../schema/index.ts'
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

export type WebhookEndpointRow = {
  id: string
  name: string
  url: string
  eventTypes: EventType[]
  previousSecretEndsAt: Date | null
  failingSince: Date | null
  disabledAt: Date | null
  disabledReason: string | null
  createdAt: Date
  updatedAt: Date
  /** How its messages of the last seven days went. */
  succeededCount: number
  failedCount: number
}

const recently = (status: 'succeeded' | 'failed', now: Date): SQL<number> => sql<number>`(
  select count(*) from webhook_deliveries
  where endpoint_id = ${webhookEndpoints.id} and status = ${status}
    and created_at > ${now.getTime() - 7 * 24 * 60 * 60 * 1000})`

const columns = (now: Date) => ({
  id: webhookEndpoints.id,
  name: webhookEndpoints.name,
  url: webhookEndpoints.url,
  eventTypes: webhookEndpoints.eventTypes,
  previousSecretEndsAt: webhookEndpoints.previousSecretEndsAt,
  failingSince: webhookEndpoints.failingSince,
  disabledAt: webhookEndpoints.disabledAt,
  disabledReason: webhookEndpoints.disabledReason,
  createdAt: webhookEndpoints.createdAt,
  updatedAt: webhookEndpoints.updatedAt,
  succeededCount: recently('succeeded', now),
  failedCount: recently('failed', now),
})

const sorts = {
  name: [sql`${webhookEndpoints.name} collate nocase`],
  createdAt: [webhookEndpoints.createdAt],
} satisfies Sorts
export const webhookEndpointSorts = sortNamesOf(sorts)

export async function findEndpoints(
  database: Database,
  request: PageRequest & { now: Date },
): Promise<Page<WebhookEndpointRow> | null> {
  const page = startPage(request, sorts, webhookEndpoints.id)
  if (!page) return null
  const filter = containsText(request.search, [webhookEndpoints.name, webhookEndpoints.url])
  const rows = await database.query
    .select({ ...columns(request.now), pageKey: page.key })
    .from(webhookEndpoints)
    .where(filter && page.after ? sql`${filter} and ${page.after}` : (filter ?? page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, webhookEndpoints, filter) }
}

export async function findEndpoint(
  database: Database,
  id: string,
  now: Date,
): Promise<(WebhookEndpointRow & { secretSealed: string }) | null> {
  const [row] = await database.query
    .select({ ...columns(now), secretSealed: webhookEndpoints.secretSealed })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.id, id))
  return row ?? null
}

export async function findEndpointIds(database: Database): Promise<string[]> {
  const rows = await database.query.select({ id: webhookEndpoints.id }).from(webhookEndpoints)
  return rows.map(({ id }) => id)
}

export const insertEndpoint = (database: Database, row: typeof webhookEndpoints.$inferInsert): Change =>
  database.query.insert(webhookEndpoints).values(row)

export const updateEndpointRow = (
  database: Database,
  id: string,
  values: Partial<typeof webhookEndpoints.$inferInsert>,
): Change => database.query.update(webhookEndpoints).set(values).where(eq(webhookEndpoints.id, id))

export const endpointNameIsFree = (name: string, exceptId = '') =>
  guard(
    'name_taken',
    sql`not exists (select 1 from webhook_endpoints where name = ${name} collate nocase and id <> ${exceptId})`,
  )

/** No activated workflow calls it. */
export const endpointIsUncalled = (id: string) =>
  guard(
    'in_use',
    sql`not exists (
      select 1 from workflows join workflow_versions on workflow_versions.id = workflows.active_version_id
      where workflows.status = 'activated' and instr(workflow_versions.definition, ${id}) > 0)`,
  )

/** The endpoint, its messages, and what was still to be sent to it. */
export const deleteEndpointRows = (database: Database, id: string): Change[] => [
  sql`
    delete from jobs where kind = 'deliver_webhook' and payload->>'deliveryId' in (
      select id from webhook_deliveries where endpoint_id = ${id} and status = 'queued')`,
  database.query.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id)),
]

/** Disabled while nothing gets through, with the reason; once. */
export const disableEndpoint = (id: string, reason: string, now: Date): Change => sql`
  update webhook_endpoints
  set disabled_at = ${now.getTime()}, disabled_reason = ${reason}, updated_at = ${now.getTime()}
  where id = ${id} and disabled_at is null`
