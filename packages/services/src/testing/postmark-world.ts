import { createMailer } from '@usher/mail/node'
import { startPostmarkStandIn } from '@usher/mail/testing'
import type { Deps } from '../deps.ts'
import { sendInvitations } from '../sends/create.ts'
import { ensureBuiltInWorkflows } from '../workflows/ensure-built-ins.ts'
import type { createFactories } from './factories.ts'
import { valued } from './valued.ts'
import { workOffJobs } from './work-off-jobs.ts'
import { createWorld } from './world.ts'

type NewContact = Parameters<ReturnType<typeof createFactories>['contact']>[0]

/** A house whose mails leave through a stand-in for Postmark, over HTTP, by Postmark's own client. */
export async function createPostmarkWorld(options: Parameters<typeof startPostmarkStandIn>[0] = {}) {
  const world = await createWorld()
  await ensureBuiltInWorkflows(world)
  const postmark = await startPostmarkStandIn(options)
  const deps: Deps = { ...world.deps, mailTransport: 'postmark' }
  const mailerWith = (serverToken = 'server-token-for-tests') =>
    createMailer({
      transport: 'postmark',
      from: 'Contoso <invitations@contoso.example>',
      serverToken,
      messageStream: 'outbound',
      apiUrl: postmark.url,
    })
  const as = <T>(input: T) => ({ deps, actor: world.operator, input })

  /** A Group that invites these addresses, sent off. */
  async function send(emails: readonly (string | NewContact)[], row: Record<string, unknown> = {}) {
    const contacts = []
    for (const email of emails)
      contacts.push(await world.make.contact(typeof email === 'string' ? { email } : email))
    const invitation = await world.make.invitation({ type: 'group', contacts, ...row })
    const send = valued(await sendInvitations(as({ invitationIds: [invitation.id] })))
    return { contacts, invitation, send }
  }

  return {
    ...world,
    deps,
    postmark,
    mailerWith,
    as,
    send,
    workOff: (serverToken?: string) => workOffJobs(deps, mailerWith(serverToken)),
    later: (milliseconds: number) => world.moveTo(new Date(deps.now().getTime() + milliseconds)),
    async remove() {
      await postmark.close()
      await world.remove()
    },
  }
}
