import { copyFileSync } from 'node:fs'
import { createWorld } from '@usher/services/testing'
import { createSignedCookies } from '../testing/session-cookie.ts'

export type Guest = { userId: string; cookie: string }

/**
 * A house with a Group invitation (one web role, a workflow) and guests who are signed in and have not redeemed; and a
 * copy of its database for the floor, so that both hold the same.
 */
export async function prepareHouse(guestCount: number) {
  const world = await createWorld({ now: new Date() })
  const website = await world.make.website({ name: 'Contoso Partners' })
  const invitation = await world.make.invitation({
    type: 'group',
    websiteId: website.id,
    webRoles: [await world.make.webRole(website.id, 'Partner')],
    redemptionWorkflowId: (await world.make.workflow()).id,
  })
  const contact = await world.make.contact({ email: 'jane@contoso.example' })
  const single = await world.make.invitation({ contacts: [contact], websiteId: website.id })

  const guests: Guest[] = []
  const rows: unknown[] = []
  for (let index = 0; index < guestCount; index++) {
    const user = {
      id: world.deps.newId(),
      name: `Guest ${index}`,
      email: `guest${index}@fabrikam.example`,
      emailVerified: true,
    }
    const { cookie, token, expiresAt } = await createSignedCookies(world, user)
    guests.push({ userId: user.id, cookie })
    rows.push({ ...user, token, sessionId: world.deps.newId(), expiresAt: expiresAt.getTime() })
  }
  const json = JSON.stringify(rows)
  await world.deps.database.client.batch(
    [
      {
        sql: `INSERT INTO invitee_users (id, name, email, email_verified, created_at, updated_at)
          SELECT value ->> 'id', value ->> 'name', value ->> 'email', 1, 0, 0 FROM json_each(?1)`,
        args: [json],
      },
      {
        sql: `INSERT INTO invitee_sessions (id, token, user_id, expires_at, created_at, updated_at)
          SELECT value ->> 'sessionId', value ->> 'token', value ->> 'id', value ->> 'expiresAt', 0, 0
          FROM json_each(?1)`,
        args: [json],
      },
    ],
    'write',
  )
  await world.deps.database.client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  const file = world.url.slice('file:'.length)
  copyFileSync(file, `${file}.floor`)
  const floorGuests = guests.map(({ userId }) => userId)
  return { world, url: world.url, floorUrl: `file:${file}.floor`, invitation, single, guests, floorGuests }
}
export type House = Awaited<ReturnType<typeof prepareHouse>>
