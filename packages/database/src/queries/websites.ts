import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard, type Change } from '../connection/statement.ts'
import { invitations, webRoles, websites } from '../schema/index.ts'
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

export type WebsiteRow = typeof websites.$inferSelect
export type WebsiteListItem = WebsiteRow & { webRoleCount: number }

const sorts = {
  name: [sql`${websites.name} collate nocase`],
  createdAt: [websites.createdAt],
  updatedAt: [websites.updatedAt],
} satisfies Sorts
export const websiteSorts = sortNamesOf(sorts)

const columns = {
  id: websites.id,
  name: websites.name,
  baseUrl: websites.baseUrl,
  edgeUrl: websites.edgeUrl,
  allowedReturnUrls: websites.allowedReturnUrls,
  locale: websites.locale,
  timeZone: websites.timeZone,
  accentColor: websites.accentColor,
  logoUrl: websites.logoUrl,
  supportEmail: websites.supportEmail,
  settings: websites.settings,
  createdAt: websites.createdAt,
  updatedAt: websites.updatedAt,
  // In plain SQL: where one table is selected from, Drizzle names columns without their table.
  webRoleCount: sql<number>`(select count(*) from web_roles where web_roles.website_id = websites.id)`,
}

export async function findWebsite(database: Database, id: string): Promise<WebsiteListItem | null> {
  const [website] = await database.query.select(columns).from(websites).where(eq(websites.id, id))
  return website ?? null
}

/** `null`: the cursor is none of this list. */
export async function findWebsites(
  database: Database,
  request: PageRequest,
): Promise<Page<WebsiteListItem> | null> {
  const page = startPage(request, sorts, websites.id)
  if (!page) return null
  const filter = containsText(request.search, [websites.name, websites.baseUrl])
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(websites)
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, websites, filter) }
}

/** The website of whoever names none: the oldest. */
export async function findDefaultWebsite(database: Database): Promise<WebsiteRow | null> {
  const [website] = await database.query
    .select()
    .from(websites)
    .orderBy(websites.createdAt, websites.id)
    .limit(1)
  return website ?? null
}

export const websiteExists = (id: string) =>
  guard('website_unknown', sql`exists (select 1 from ${websites} where ${eq(websites.id, id)})`)

export const noWebsiteExists = () => guard('website_exists', sql`not exists (select 1 from ${websites})`)

/** No other website has this name, in any case. */
export const websiteNameIsFree = (name: string, exceptId = '') =>
  guard(
    'name_taken',
    sql`not exists (select 1 from ${websites} where ${websites.name} = ${name} collate nocase and ${websites.id} <> ${exceptId})`,
  )

export const updateWebsiteRow = (database: Database, id: string, values: Partial<WebsiteRow>): Change =>
  database.query.update(websites).set(values).where(eq(websites.id, id))

export const websiteIsUnused = (id: string) =>
  guard(
    'in_use',
    sql`not exists (select 1 from ${webRoles} where ${eq(webRoles.websiteId, id)})
      and not exists (select 1 from ${invitations} where ${eq(invitations.websiteId, id)})`,
  )

/** There is always a website to invite people to. */
export const otherWebsiteExists = (id: string) =>
  guard('only_website', sql`exists (select 1 from ${websites} where ${websites.id} <> ${id})`)

export const deleteWebsiteRow = (database: Database, id: string): Change =>
  database.query.delete(websites).where(eq(websites.id, id))

/** What keeps a website from being deleted. */
export async function countWebsiteUses(database: Database, id: string) {
  return {
    webRoles: await countRows(database, webRoles, eq(webRoles.websiteId, id)),
    invitations: await countRows(database, invitations, eq(invitations.websiteId, id)),
  }
}
