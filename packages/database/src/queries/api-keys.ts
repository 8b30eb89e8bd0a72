import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import { apiKeys, staffUsers } from '../schema/index.ts'
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

export type ApiKeyRow = typeof apiKeys.$inferSelect
/** Without the hash. */
export type ApiKeyListItem = Omit<ApiKeyRow, 'keyHash'> & {
  staffUserName: string
  websiteName: string | null
}

const sorts = {
  name: [sql`${apiKeys.name} collate nocase`],
  createdAt: [apiKeys.createdAt],
  lastUsedAt: [sql`coalesce(${apiKeys.lastUsedAt}, 0)`],
} satisfies Sorts
export const apiKeySorts = sortNamesOf(sorts)

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  staffUserId: apiKeys.staffUserId,
  staffUserName: staffUsers.name,
  role: apiKeys.role,
  websiteId: apiKeys.websiteId,
  websiteName: sql<string | null>`(select name from websites where websites.id = ${apiKeys.websiteId})`,
  scopes: apiKeys.scopes,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
}

export async function findApiKey(database: Database, id: string): Promise<ApiKeyListItem | null> {
  const [apiKey] = await database.query
    .select(columns)
    .from(apiKeys)
    .innerJoin(staffUsers, eq(staffUsers.id, apiKeys.staffUserId))
    .where(eq(apiKeys.id, id))
  return apiKey ?? null
}

/** The key that opens the door now: neither revoked nor ended, and its staff user can sign in. */
export async function findUsableApiKey(database: Database, keyHash: string, now: Date) {
  const [apiKey] = await database.query
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      role: apiKeys.role,
      websiteId: apiKeys.websiteId,
      scopes: apiKeys.scopes,
      lastUsedAt: apiKeys.lastUsedAt,
      staffUserId: staffUsers.id,
      staffUserRole: staffUsers.role,
    })
    .from(apiKeys)
    .innerJoin(staffUsers, eq(staffUsers.id, apiKeys.staffUserId))
    .where(
      and(
        eq(apiKeys.keyHash, keyHash),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
        isNull(staffUsers.deactivatedAt),
      ),
    )
  return apiKey ?? null
}

/** `null`: the cursor is none of this list. */
export async function findApiKeys(
  database: Database,
  request: PageRequest,
): Promise<Page<ApiKeyListItem> | null> {
  const page = startPage(request, sorts, apiKeys.id)
  if (!page) return null
  const filter = containsText(request.search, [apiKeys.name, apiKeys.prefix])
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(apiKeys)
    .innerJoin(staffUsers, eq(staffUsers.id, apiKeys.staffUserId))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, apiKeys, filter) }
}

export const updateApiKeyRow = (database: Database, id: string, values: Partial<ApiKeyRow>): Change =>
  database.query.update(apiKeys).set(values).where(eq(apiKeys.id, id))

/** Revoked once: the first time stays. */
export const revokeApiKeyRow = (database: Database, id: string, revokedAt: Date): Change =>
  database.query
    .update(apiKeys)
    .set({ revokedAt })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))

/** Notes the use, unless another process noted one after `before`. */
export const touchApiKey = (database: Database, id: string, usedAt: Date, before: Date): Change =>
  database.query
    .update(apiKeys)
    .set({ lastUsedAt: usedAt })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before))))
