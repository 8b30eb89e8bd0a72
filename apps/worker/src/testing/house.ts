import { createMailer } from '@usher/mail/node'
import type { MailSettings } from '@usher/domain'
import { ensureBuiltInWorkflows, sendInvitations } from '@usher/services'
import { createProcessDeps, createWorld, valued } from '@usher/services/testing'
import type { House } from '../deps.ts'

export const outbox: MailSettings = { transport: 'outbox', from: 'Usher <invitations@usher.example>' }

/** A house with a real clock, and the same house as a worker in this process sees it. */
export async function createTestHouse(mail: MailSettings = outbox) {
  const world = await createWorld()
  const deps = { ...(await createProcessDeps(world.url)), mailTransport: mail.transport }
  await ensureBuiltInWorkflows({ deps })
  const house: House = {
    deps: { ...(await createProcessDeps(world.url)), mailTransport: mail.transport },
    mailer: createMailer(mail),
    databaseFile: world.url.slice('file:'.length),
    close: () => undefined,
  }

  /** A Group invitation to so many contacts, sent. */
  async function send(count: number): Promise<{ sendId: string; addresses: string[] }> {
    const addresses = Array.from({ length: count }, (_, index) => `guest${index}@fabrikam.example`)
    const group = await world.make.invitation({ type: 'group' })
    await deps.database.write([
      {
        sql: `INSERT INTO contacts (id, first_name, email, email_normalised, created_at, updated_at)
          SELECT 'contact of ' || value, 'Jane', value, value, 1, 1 FROM json_each(?)`,
        args: [JSON.stringify(addresses)],
      },
      {
        sql: `INSERT INTO invitation_recipients (invitation_id, contact_id, created_at)
          SELECT ?, 'contact of ' || value, 1 FROM json_each(?)`,
        args: [group.id, JSON.stringify(addresses)],
      },
    ])
    const sent = valued(
      await sendInvitations({ deps, actor: world.operator, input: { invitationIds: [group.id] } }),
    )
    return { sendId: sent.id, addresses }
  }

  return {
    deps,
    house,
    url: world.url,
    operator: world.operator,
    make: world.make,
    send,
    async remove() {
      house.mailer.close()
      house.deps.database.close()
      deps.database.close()
      await world.remove()
    },
  }
}

/** Waits until it is so; the deadline is for tests that fail. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  milliseconds = 60_000,
  everyMilliseconds = 20,
): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come to that in time')
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds))
  }
}
