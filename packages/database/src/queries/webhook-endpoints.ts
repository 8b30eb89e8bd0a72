import type { Database } from '../connection/database.ts'
import { webhookEndpoints } from '../schema/index.ts'

export async function findEndpointIds(database: Database): Promise<string[]> {
  const rows = await database.query.select({ id: webhookEndpoints.id }).from(webhookEndpoints)
  return rows.map(({ id }) => id)
}
