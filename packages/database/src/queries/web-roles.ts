import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard, type Change } from '../connection/statement.ts'
import { grants, invitationWebRoles, webRoles, websites } from '../schema/index.ts'
import { isActiveGrant } from './contacts.ts'
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
import { forgetSampleRecord } from './sample-records.ts'

export type WebRoleRow = typeof webRoles.$inferSelect
export type WebRoleListItem = WebRoleRow & {
  websiteName: string
  /** Contacts who have it now. */
  contactCount: number
}

const sorts = {
  name: [sql`${webRoles.name} collate nocase`],
  websiteName: [sql`${websites.name} collate nocase`, sql`${webRoles.name} collate nocase`],
  createdAt: [webRoles.createdAt],
  updatedAt: [webRoles.updatedAt],
} satisfies Sorts
export const webRoleSorts = sortNamesOf(sorts)

const columns = (now: Date) => ({
  id: webRoles.id,
  websiteId: webRoles.websiteId,
  name: webRoles.name,
  description: webRoles.description,
  createdAt: webRoles.createdAt,
  updatedAt: webRoles.updatedAt,
  websiteName: websites.name,
  contactCount: sql<number>`(select count(distinct ${grants.contactId}) from ${grants}
    where ${grants.webRoleId} = ${webRoles.id} and ${isActiveGrant(now)})`,
})

export async function findWebRole(
  database: Database,
  id: string,
  now: Date,
): Promise<WebRoleListItem | null> {
  const [webRole] = await database.query
    .select(columns(now))
    .from(webRoles)
    .innerJoin(websites, eq(websites.id, webRoles.websiteId))
    .where(eq(webRoles.id, id))
  return webRole ?? null
}

/** `null`: the cursor is none of this list. */
export async function findWebRoles(
  database: Database,
  request: PageRequest & { websiteId?: string | undefined; now: Date },
): Promise<Page<WebRoleListItem> | null> {
  const page = startPage(request, sorts, webRoles.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [webRoles.name, webRoles.description]),
    request.websiteId === undefined ? undefined : eq(webRoles.websiteId, request.websiteId),
  )
  const rows = await database.query
    .select({ ...columns(request.now), pageKey: page.key })
    .from(webRoles)
    .innerJoin(websites, eq(websites.id, webRoles.websiteId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, webRoles, filter) }
}

/** No other web role of the website has this name, in any case. */
export const webRoleNameIsFree = (websiteId: string, name: string, exceptId = '') =>
  guard(
    'name_taken',
    sql`not exists (select 1 from ${webRoles} where ${eq(webRoles.websiteId, websiteId)}
      and ${webRoles.name} = ${name} collate nocase and ${webRoles.id} <> ${exceptId})`,
  )

export const updateWebRoleRow = (database: Database, id: string, values: Partial<WebRoleRow>): Change =>
  database.query.update(webRoles).set(values).where(eq(webRoles.id, id))

export const webRoleIsUnused = (id: string) =>
  guard(
    'in_use',
    sql`not exists (select 1 from ${grants} where ${eq(grants.webRoleId, id)})
      and not exists (select 1 from ${invitationWebRoles} where ${eq(invitationWebRoles.webRoleId, id)})`,
  )

export const deleteWebRoleRow = (database: Database, id: string): Change[] => [
  database.query.delete(webRoles).where(eq(webRoles.id, id)),
  forgetSampleRecord(database, 'web_role', id),
]

/** What keeps a web role from being deleted. `contacts` have or had it. */
export async function countWebRoleUses(database: Database, id: string) {
  const [granted] = await database.query
    .select({ contacts: sql<number>`count(distinct ${grants.contactId})` })
    .from(grants)
    .where(eq(grants.webRoleId, id))
  return {
    contacts: granted?.contacts ?? 0,
    invitations: await countRows(database, invitationWebRoles, eq(invitationWebRoles.webRoleId, id)),
  }
}

export async function findWebRoleIds(database: Database): Promise<string[]> {
  const rows = await database.query.select({ id: webRoles.id }).from(webRoles)
  return rows.map((row) => row.id)
}
