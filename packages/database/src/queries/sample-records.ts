import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { sampleRecords } from '../schema/index.ts'

const tables = {
  account: 'accounts',
  contact: 'contacts',
  web_role: 'web_roles',
  website: 'websites',
  invitation: 'invitations',
} as const
export type SampleEntityType = keyof typeof tables
const entityTypes = Object.keys(tables) as SampleEntityType[]

/** Remembers which rows the sample data made. */
export const insertSampleRecords = (
  entities: readonly { type: SampleEntityType; id: string }[],
  createdAt: Date,
): SQL => sql`
  insert into sample_records (entity_type, entity_id, created_at)
  select value->>'type', value->>'id', ${createdAt.getTime()}
  from json_each(${JSON.stringify(entities)})`

/** A row that is gone is no sample any more. */
export const forgetSampleRecord = (
  database: Database,
  entityType: SampleEntityType,
  entityId: string,
): Change =>
  database.query
    .delete(sampleRecords)
    .where(and(eq(sampleRecords.entityType, entityType), eq(sampleRecords.entityId, entityId)))

/** Those that are gone, however they went. */
export const forgetGoneSampleRecords = (): SQL[] =>
  entityTypes.map(
    (type) => sql`
      delete from sample_records
      where entity_type = ${type} and entity_id not in (select id from ${sql.identifier(tables[type])})`,
  )

export const noSampleDataExists = () => guard('sample_data', sql`not (${sampleDataExists})`)

export async function hasSampleRecords(database: Database): Promise<boolean> {
  const row = await database.query.get<{ found: number }>(sql`select (${sampleDataExists}) as found`)
  return row?.found === 1
}

const sampleDataExists = sql.join(
  entityTypes.map(
    (type) => sql`exists (
      select 1 from sample_records
      where entity_type = ${type} and entity_id in (select id from ${sql.identifier(tables[type])}))`,
  ),
  sql` or `,
)

/** What of the sample data is there. */
export const findSampleRecords = (database: Database): Promise<{ type: SampleEntityType; id: string }[]> =>
  database.query.all(sql`
    select entity_type as type, entity_id as id from sample_records order by entity_type desc, created_at, entity_id`)
