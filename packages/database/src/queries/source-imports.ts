import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import {
  activities,
  contacts,
  grants,
  invitations,
  redemptions,
  webRoles,
  workflows,
} from '../schema/index.ts'

/** Reads and inserts of an import of whole tables from another system: every id is known before. */

const listed = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`

/** Which of these ids are taken. */
export async function findTakenIds(
  database: Database,
  table: 'contacts' | 'invitations',
  ids: readonly string[],
): Promise<Set<string>> {
  const source = { contacts, invitations }[table]
  const rows = await database.query
    .select({ id: source.id })
    .from(source)
    .where(sql`${source.id} in ${listed(ids)}`)
  return new Set(rows.map(({ id }) => id))
}

export async function findTakenCodeHashes(
  database: Database,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await database.query
    .select({ codeHash: invitations.codeHash })
    .from(invitations)
    .where(sql`${invitations.codeHash} in ${listed(hashes)}`)
  return new Set(rows.map(({ codeHash }) => codeHash))
}

export const findWebRolesOfWebsite = (database: Database, websiteId: string) =>
  database.query
    .select({ id: webRoles.id, name: webRoles.name })
    .from(webRoles)
    .where(sql`${webRoles.websiteId} = ${websiteId}`)

export const findRedemptionWorkflows = (database: Database) =>
  database.query
    .select({ id: workflows.id, name: workflows.name })
    .from(workflows)
    .where(sql`${workflows.trigger} = 'redemption' and ${workflows.status} = 'activated'`)

/** Every pair of contact and web role that was ever granted, also by what has ended. */
export const findGrantedPairs = (database: Database, contactIds: readonly string[]) =>
  database.query
    .selectDistinct({ contactId: grants.contactId, webRoleId: grants.webRoleId })
    .from(grants)
    .where(sql`${grants.contactId} in ${listed(contactIds)}`)

export const insertWebRoles = (database: Database, rows: (typeof webRoles.$inferInsert)[]): Change =>
  database.query.insert(webRoles).values(rows)

export const insertContacts = (database: Database, rows: (typeof contacts.$inferInsert)[]): Change =>
  database.query.insert(contacts).values(rows)

export const insertRedemptions = (database: Database, rows: (typeof redemptions.$inferInsert)[]): Change =>
  database.query.insert(redemptions).values(rows)

export const insertGrants = (database: Database, rows: (typeof grants.$inferInsert)[]): Change =>
  database.query.insert(grants).values(rows)

export const insertDatedActivities = (database: Database, rows: (typeof activities.$inferInsert)[]): Change =>
  database.query.insert(activities).values(rows)

/** What each invitation gives. */
export const insertWebRolesOfInvitations = (
  pairs: readonly { invitationId: string; webRoleId: string }[],
  addedById: string,
): SQL => sql`
  insert into invitation_web_roles (invitation_id, web_role_id, added_by_id)
  select value->>'invitationId', value->>'webRoleId', ${addedById} from json_each(${JSON.stringify(pairs)})`
