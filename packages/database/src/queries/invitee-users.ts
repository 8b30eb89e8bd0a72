import { and, eq, exists, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { contacts, invitationRecipients, inviteeUsers } from '../schema/index.ts'

/** @param email as `normaliseEmailAddress` has it */
export async function inviteeUserExists(database: Database, email: string): Promise<boolean> {
  const found = await database.query
    .select({ id: inviteeUsers.id })
    .from(inviteeUsers)
    .where(eq(inviteeUsers.email, email))
  return found.length > 0
}

/** Whether the address is the primary e-mail of a contact whom the invitation was made for. */
export async function isInvitedAddress(
  database: Database,
  invitationId: string,
  email: string,
): Promise<boolean> {
  const { query } = database
  const found = await query
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.emailNormalised, email),
        exists(
          query
            .select({ found: sql`1` })
            .from(invitationRecipients)
            .where(
              and(
                eq(invitationRecipients.invitationId, invitationId),
                eq(invitationRecipients.contactId, contacts.id),
              ),
            ),
        ),
      ),
    )
  return found.length > 0
}
