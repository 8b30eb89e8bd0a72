import { and, eq } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import { sampleRecords } from '../schema/index.ts'

export type SampleEntityType = 'account' | 'contact' | 'web_role' | 'invitation'

/** A row that is gone is no sample any more. */
export const forgetSampleRecord = (
  database: Database,
  entityType: SampleEntityType,
  entityId: string,
): Change =>
  database.query
    .delete(sampleRecords)
    .where(and(eq(sampleRecords.entityType, entityType), eq(sampleRecords.entityId, entityId)))
