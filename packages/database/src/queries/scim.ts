import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import {
  contacts,
  grants,
  scimDeliveries,
  scimLinks,
  scimTargets,
  webRoles,
  websites,
} from '../schema/index.ts'
import { isActiveGrant } from './contacts.ts'

export type ScimTargetRow = typeof scimTargets.$inferSelect
export type ScimLinkRow = typeof scimLinks.$inferSelect
export type ScimDelivery = typeof scimDeliveries.$inferSelect

/** The target of a website, never with its token. */
export type ScimTarget = Omit<ScimTargetRow, 'tokenSealed' | 'nextSyncAt'> & { websiteName: string }

export async function findScimTarget(database: Database, websiteId: string): Promise<ScimTarget | null> {
  const { id, baseUrl, failedAttempts, lastError, syncedAt, createdAt, updatedAt } = scimTargets
  const [target] = await database.query
    .select({
      ...{ id, websiteId: scimTargets.websiteId, websiteName: websites.name, baseUrl },
      ...{ failedAttempts, lastError, syncedAt, createdAt, updatedAt },
    })
    .from(scimTargets)
    .innerJoin(websites, eq(websites.id, scimTargets.websiteId))
    .where(eq(scimTargets.websiteId, websiteId))
  return target ?? null
}

/** The newest first. */
export const findScimDeliveries = (
  database: Database,
  targetId: string,
  limit: number,
): Promise<ScimDelivery[]> =>
  database.query
    .select()
    .from(scimDeliveries)
    .where(eq(scimDeliveries.targetId, targetId))
    .orderBy(desc(scimDeliveries.occurredAt), desc(scimDeliveries.id))
    .limit(limit)

/** Takes the one that has waited longest, for as long as `heldUntil`; nobody else takes it before. A look comes first. */
export async function claimScimTarget(
  database: Database,
  { now, heldUntil }: { now: Date; heldUntil: Date },
): Promise<ScimTargetRow | null> {
  const [due] = await database.query
    .select()
    .from(scimTargets)
    .where(lte(scimTargets.nextSyncAt, now))
    .orderBy(scimTargets.nextSyncAt)
    .limit(1)
  if (!due) return null
  const written = await database.write([
    sql`update ${scimTargets} set next_sync_at = ${heldUntil.getTime()}
      where ${eq(scimTargets.id, due.id)} and ${eq(scimTargets.nextSyncAt, due.nextSyncAt)} returning id`,
  ])
  return written.ok && written.results[0]?.rows.length === 1 ? due : null
}

export const updateScimTarget = (database: Database, id: string, values: Partial<ScimTargetRow>): Change =>
  database.query.update(scimTargets).set(values).where(eq(scimTargets.id, id))

export const deleteScimTargetRow = (database: Database, id: string): Change =>
  database.query.delete(scimTargets).where(eq(scimTargets.id, id))

export const websiteHasNoScimTarget = (websiteId: string) =>
  guard(
    'target_exists',
    sql`not exists (select 1 from ${scimTargets} where ${eq(scimTargets.websiteId, websiteId)})`,
  )

export const findScimLinks = (database: Database, targetId: string): Promise<ScimLinkRow[]> =>
  database.query.select().from(scimLinks).where(eq(scimLinks.targetId, targetId))

export const putScimLink = (link: ScimLinkRow): Change => sql`
  insert into scim_links (target_id, kind, local_id, remote_id, hash)
  select ${link.targetId}, ${link.kind}, ${link.localId}, ${link.remoteId}, ${link.hash}
  where exists (select 1 from scim_targets where id = ${link.targetId})
  on conflict (target_id, kind, local_id) do update set remote_id = excluded.remote_id, hash = excluded.hash`

export const deleteScimLink = (
  database: Database,
  { targetId, kind, localId }: Pick<ScimLinkRow, 'targetId' | 'kind' | 'localId'>,
): Change =>
  database.query
    .delete(scimLinks)
    .where(and(eq(scimLinks.targetId, targetId), eq(scimLinks.kind, kind), eq(scimLinks.localId, localId)))

/** Kept while its target is. */
export const insertScimDelivery = (delivery: ScimDelivery): Change => sql`
  insert into scim_deliveries (id, target_id, method, kind, local_id, name, status, error, occurred_at)
  select ${delivery.id}, ${delivery.targetId}, ${delivery.method}, ${delivery.kind}, ${delivery.localId},
    ${delivery.name}, ${delivery.status}, ${delivery.error}, ${delivery.occurredAt.getTime()}
  where exists (select 1 from scim_targets where id = ${delivery.targetId})`

export const deleteOldScimDeliveries = (before: Date): Change =>
  sql`delete from scim_deliveries where occurred_at <= ${before.getTime()}`

/** What a website is to have: its web roles, and who has one of them now. */
export async function findScimSource(database: Database, websiteId: string, now: Date) {
  const [roles, members] = await Promise.all([
    database.query
      .select({ id: webRoles.id, name: webRoles.name })
      .from(webRoles)
      .where(eq(webRoles.websiteId, websiteId)),
    database.query
      .selectDistinct({
        webRoleId: grants.webRoleId,
        id: contacts.id,
        firstName: contacts.firstName,
        lastName: contacts.lastName,
        email: contacts.email,
        locale: contacts.locale,
      })
      .from(grants)
      .innerJoin(webRoles, eq(webRoles.id, grants.webRoleId))
      .innerJoin(contacts, eq(contacts.id, grants.contactId))
      .where(and(eq(webRoles.websiteId, websiteId), isActiveGrant(now))),
  ])
  return { roles, members }
}
