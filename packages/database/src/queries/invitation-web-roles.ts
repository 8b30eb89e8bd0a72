import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { invitationWebRoles } from '../schema/index.ts'

/** The web roles that any of these invitations give. */
export async function findWebRoleIdsOfInvitations(
  database: Database,
  invitationIds: readonly string[],
): Promise<string[]> {
  const rows = await database.query
    .selectDistinct({ id: invitationWebRoles.webRoleId })
    .from(invitationWebRoles)
    .where(
      sql`${invitationWebRoles.invitationId} in (select value from json_each(${JSON.stringify(invitationIds)}))`,
    )
  return rows.map(({ id }) => id)
}
