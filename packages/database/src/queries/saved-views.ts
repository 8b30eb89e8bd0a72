import { and, eq, or, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { savedViews, staffUsers } from '../schema/index.ts'

export type SavedViewRow = typeof savedViews.$inferSelect
export type SavedViewListItem = Omit<SavedViewRow, 'createdAt' | 'updatedAt'> & { ownerName: string }

/** Somebody's own and those that others share, by name. At most 200. */
export const findSavedViews = (database: Database, ownerId: string): Promise<SavedViewListItem[]> =>
  database.query
    .select({
      id: savedViews.id,
      list: savedViews.list,
      name: savedViews.name,
      query: savedViews.query,
      ownerId: savedViews.ownerId,
      isShared: savedViews.isShared,
      ownerName: staffUsers.name,
    })
    .from(savedViews)
    .innerJoin(staffUsers, eq(staffUsers.id, savedViews.ownerId))
    .where(or(eq(savedViews.ownerId, ownerId), eq(savedViews.isShared, true)))
    .orderBy(sql`${savedViews.name} collate nocase`)
    .limit(200)

export const savedViewIs = (id: string, ownerId: string) =>
  guard(
    'unknown',
    sql`exists (select 1 from ${savedViews} where ${and(eq(savedViews.id, id), eq(savedViews.ownerId, ownerId))})`,
  )

/** One of that name is replaced. */
export const keepSavedView = (database: Database, row: SavedViewRow): Change =>
  database.query
    .insert(savedViews)
    .values(row)
    .onConflictDoUpdate({
      target: [savedViews.list, savedViews.ownerId, savedViews.name],
      set: { query: row.query, isShared: row.isShared, updatedAt: row.updatedAt },
    })

export const deleteSavedViewRow = (database: Database, id: string): Change =>
  database.query.delete(savedViews).where(eq(savedViews.id, id))
