import { eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { secondFactors } from '../schema/index.ts'

export type SecondFactorRow = typeof secondFactors.$inferSelect

export const replaceSecondFactor = (database: Database, row: SecondFactorRow): Change[] => [
  deleteSecondFactor(database, row.userId),
  database.query.insert(secondFactors).values(row),
]

export const deleteSecondFactor = (database: Database, userId: string): Change =>
  database.query.delete(secondFactors).where(eq(secondFactors.userId, userId))

/** A code of an authenticator app works once: not this half minute's again, nor an earlier one's. */
export const stepIsNew = (userId: string, step: number) =>
  guard(
    'step_used',
    sql`exists (select 1 from ${secondFactors} where ${eq(secondFactors.userId, userId)}
      and (${secondFactors.lastStep} is null or ${secondFactors.lastStep} < ${step}))`,
  )

export const useStep = (database: Database, userId: string, step: number): Change =>
  database.query.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.userId, userId))

export const recoveryCodeIsLeft = (userId: string, hash: string) =>
  guard(
    'recovery_code_used',
    sql`exists (select 1 from ${secondFactors}, json_each(${secondFactors.recoveryCodeHashes})
      where ${eq(secondFactors.userId, userId)} and json_each.value = ${hash})`,
  )

export const useRecoveryCode = (userId: string, hash: string): Change => sql`
  update second_factors set recovery_code_hashes = (
    select coalesce(json_group_array(value), json('[]')) from json_each(recovery_code_hashes) where value <> ${hash})
  where user_id = ${userId}`
