import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { oidcClients, websites } from '../schema/index.ts'
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

export type OidcClientRow = typeof oidcClients.$inferSelect
/** Without the hash of the secret. */
export type OidcClientListItem = Omit<OidcClientRow, 'secretHash'> & {
  websiteName: string
  /** It runs on a server and proves itself with a secret. */
  hasSecret: boolean
}

const sorts = {
  name: [sql`${oidcClients.name} collate nocase`],
  createdAt: [oidcClients.createdAt],
  updatedAt: [oidcClients.updatedAt],
} satisfies Sorts
export const oidcClientSorts = sortNamesOf(sorts)

const columns = {
  id: oidcClients.id,
  websiteId: oidcClients.websiteId,
  websiteName: websites.name,
  name: oidcClients.name,
  hasSecret: sql<boolean>`${oidcClients.secretHash} is not null`.mapWith(Boolean),
  redirectUris: oidcClients.redirectUris,
  postLogoutRedirectUris: oidcClients.postLogoutRedirectUris,
  asksConsent: oidcClients.asksConsent,
  createdAt: oidcClients.createdAt,
  updatedAt: oidcClients.updatedAt,
}

export async function findOidcClient(database: Database, id: string): Promise<OidcClientListItem | null> {
  const [client] = await database.query
    .select(columns)
    .from(oidcClients)
    .innerJoin(websites, eq(websites.id, oidcClients.websiteId))
    .where(eq(oidcClients.id, id))
  return client ?? null
}

/** `null`: the cursor is none of this list. */
export async function findOidcClients(
  database: Database,
  request: PageRequest & { websiteId?: string | undefined },
): Promise<Page<OidcClientListItem> | null> {
  const page = startPage(request, sorts, oidcClients.id)
  if (!page) return null
  const filter = and(
    containsText(request.search, [oidcClients.name]),
    request.websiteId === undefined ? undefined : eq(oidcClients.websiteId, request.websiteId),
  )
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(oidcClients)
    .innerJoin(websites, eq(websites.id, oidcClients.websiteId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, oidcClients, filter) }
}

/** The client with its website and the hash of its secret, as the edge needs it. */
export async function findClientOfWebsite(database: Database, id: string) {
  const [found] = await database.query
    .select({
      client: oidcClients,
      website: {
        id: websites.id,
        name: websites.name,
        baseUrl: websites.baseUrl,
        locale: websites.locale,
        accentColor: websites.accentColor,
        logoUrl: websites.logoUrl,
        supportEmail: websites.supportEmail,
      },
    })
    .from(oidcClients)
    .innerJoin(websites, eq(websites.id, oidcClients.websiteId))
    .where(eq(oidcClients.id, id))
  return found ? { ...found.client, website: found.website } : null
}

export const oidcClientExists = (id: string) =>
  guard('client_unknown', sql`exists (select 1 from ${oidcClients} where ${eq(oidcClients.id, id)})`)

/** No other client of the website has this name, in any case. */
export const oidcClientNameIsFree = (websiteId: string, name: string, exceptId = '') =>
  guard(
    'name_taken',
    sql`not exists (select 1 from ${oidcClients} where ${eq(oidcClients.websiteId, websiteId)}
      and ${oidcClients.name} = ${name} collate nocase and ${oidcClients.id} <> ${exceptId})`,
  )

export const updateOidcClientRow = (database: Database, id: string, values: Partial<OidcClientRow>): Change =>
  database.query.update(oidcClients).set(values).where(eq(oidcClients.id, id))

export const deleteOidcClientRow = (database: Database, id: string): Change =>
  database.query.delete(oidcClients).where(eq(oidcClients.id, id))

/** The oldest client of a website that keeps no secret. */
export async function findPublicClientId(database: Database, websiteId: string): Promise<string | null> {
  const [client] = await database.query
    .select({ id: oidcClients.id })
    .from(oidcClients)
    .where(and(eq(oidcClients.websiteId, websiteId), isNull(oidcClients.secretHash)))
    .orderBy(oidcClients.createdAt, oidcClients.id)
    .limit(1)
  return client?.id ?? null
}
