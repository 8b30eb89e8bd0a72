import { schema } from '@usher/database'
import { createContact, createInvitation } from '@usher/services'
import { valued } from '@usher/services/testing'
import { verifyPassword } from 'better-auth/crypto'
import { openHouse, operator, readSettings } from '../deps.ts'
import { environmentFor, type Place } from './house.ts'

/** The house of a test, opened from beside: to make what no command makes, and to see what a command made. */
export async function openTestHouse(place: Pick<Place, 'dataDir' | 'port'>) {
  const { deps, close } = await openHouse(readSettings(environmentFor(place)))
  const { query } = deps.database
  return {
    close,
    async passwordOf(email: string, password: string): Promise<boolean> {
      const users = await query.select().from(schema.staffUsers)
      const credentials = await query.select().from(schema.staffCredentials)
      const user = users.find((row) => row.email === email)
      const hash = credentials.find((row) => row.userId === user?.id)?.password
      return verifyPassword({ hash: hash ?? '', password })
    },
    async auditActions(): Promise<[string, string][]> {
      const events = await query.select().from(schema.auditEvents)
      return events.map(({ actorName, action }) => [actorName, action])
    },
    async createInvitation(email: string): Promise<string> {
      const contact = valued(await createContact({ deps, actor: operator, input: { email } }))
      const invitation = valued(
        await createInvitation({
          deps,
          actor: operator,
          input: { name: 'Partners', type: 'single', invitedContactIds: [contact.id], webRoleIds: [] },
        }),
      )
      return invitation.id
    },
  }
}
