import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { identityProviders, invitations, websites } from '../schema/index.ts'
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

export type IdentityProviderRow = typeof identityProviders.$inferSelect
export type IdentityProviderListItem = IdentityProviderRow & { websiteName: string }

const sorts = {
  name: [sql`${identityProviders.name} collate nocase`],
  createdAt: [identityProviders.createdAt],
  updatedAt: [identityProviders.updatedAt],
} satisfies Sorts
export const identityProviderSorts = sortNamesOf(sorts)

const columns = {
  id: identityProviders.id,
  websiteId: identityProviders.websiteId,
  preset: identityProviders.preset,
  name: identityProviders.name,
  issuer: identityProviders.issuer,
  clientId: identityProviders.clientId,
  secretSealed: identityProviders.secretSealed,
  options: identityProviders.options,
  disabledAt: identityProviders.disabledAt,
  createdAt: identityProviders.createdAt,
  updatedAt: identityProviders.updatedAt,
  websiteName: websites.name,
}

export async function findIdentityProvider(
  database: Database,
  id: string,
): Promise<IdentityProviderListItem | null> {
  const [found] = await database.query
    .select(columns)
    .from(identityProviders)
    .innerJoin(websites, eq(websites.id, identityProviders.websiteId))
    .where(eq(identityProviders.id, id))
  return found ?? null
}

/** `null`: the cursor is none of this list. */
export async function findIdentityProviders(
  database: Database,
  request: PageRequest & { websiteId?: string | undefined },
): Promise<Page<IdentityProviderListItem> | null> {
  const page = startPage(request, sorts, identityProviders.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [identityProviders.name, identityProviders.issuer]),
    request.websiteId === undefined ? undefined : eq(identityProviders.websiteId, request.websiteId),
  )
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(identityProviders)
    .innerJoin(websites, eq(websites.id, identityProviders.websiteId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, identityProviders, filter) }
}

/** Those that people may use now, on all websites. */
export const findEnabledIdentityProviders = (database: Database): Promise<IdentityProviderRow[]> =>
  database.query
    .select()
    .from(identityProviders)
    .where(isNull(identityProviders.disabledAt))
    .orderBy(identityProviders.createdAt, identityProviders.id)

/** No other provider of the website has this name, in any case. */
export const identityProviderNameIsFree = (websiteId: string, name: string, exceptId = '') =>
  guard(
    'name_taken',
    sql`not exists (select 1 from ${identityProviders} where ${eq(identityProviders.websiteId, websiteId)}
      and ${identityProviders.name} = ${name} collate nocase and ${identityProviders.id} <> ${exceptId})`,
  )

export const identityProviderIsUnused = (id: string) =>
  guard(
    'in_use',
    sql`not exists (select 1 from ${invitations} where ${eq(invitations.identityProviderId, id)})`,
  )

export const updateIdentityProviderRow = (
  database: Database,
  id: string,
  values: Partial<IdentityProviderRow>,
): Change => database.query.update(identityProviders).set(values).where(eq(identityProviders.id, id))

export const deleteIdentityProviderRow = (database: Database, id: string): Change =>
  database.query.delete(identityProviders).where(eq(identityProviders.id, id))
