import {
  type Change,
  findMailOfUnsubscribe,
  findSuppressionsByHash,
  liftSuppressions,
  type MailOfUnsubscribe,
} from '@usher/database'
import {
  type ActivityType,
  hashesOfAddress,
  maskEmailAddress,
  ok,
  readUnsubscribeToken,
  refuse,
  type Result,
} from '@usher/domain'
import type { Deps } from '../deps.ts'
import { activityStatement } from '../records.ts'
import { suppressionStatement } from './new-suppression.ts'

type Request = { deps: Deps; input: { token: string } }

export type Unsubscribe = {
  website: MailOfUnsubscribe['website']
  /** Masked: the link may have been forwarded. */
  address: string
  isStopped: boolean
}

/** Whose invitations a mail's link would stop, and whether they are stopped. Refuses `not_found` for no link of ours. */
export async function readUnsubscribe({ deps, input }: Request): Promise<Result<Unsubscribe, 'not_found'>> {
  const mail = await findMail(deps, input.token)
  if (!mail) return refuse('not_found')
  const known = await findSuppressionsByHash(deps.database, await hashesOfAddress(deps.keys, mail.address))
  return answer(
    mail,
    known.some((row) => row.websiteId === null || row.websiteId === mail.website.id),
  )
}

/** Stops invitations from the website to the address that the mail went to. Twice is once. Refuses `not_found`. */
export async function stopInvitations({ deps, input }: Request): Promise<Result<Unsubscribe, 'not_found'>> {
  const mail = await findMail(deps, input.token)
  if (!mail) return refuse('not_found')
  const before = await readUnsubscribe({ deps, input })
  if (before.ok && before.value.isStopped) return before
  await deps.database.write([
    await suppressionStatement(deps, {
      address: mail.address,
      websiteId: mail.website.id,
      reason: 'unsubscribed',
      emailId: mail.emailId,
    }),
    line(deps, mail, 'unsubscribed', `Wants no more invitations from ${mail.website.name}`),
  ])
  return answer(mail, true)
}

/** Takes it back: by the same link, so by the same person. Refuses `not_found`. */
export async function allowInvitations({ deps, input }: Request): Promise<Result<Unsubscribe, 'not_found'>> {
  const mail = await findMail(deps, input.token)
  if (!mail) return refuse('not_found')
  const before = await readUnsubscribe({ deps, input })
  if (before.ok && !before.value.isStopped) return before
  const hashes = await hashesOfAddress(deps.keys, mail.address)
  await deps.database.write([
    liftSuppressions(hashes, mail.website.id, ['unsubscribed', 'manual'], deps.now()),
    line(deps, mail, 'resubscribed', `Wants invitations from ${mail.website.name} again`),
  ])
  return readUnsubscribe({ deps, input })
}

async function findMail(deps: Deps, token: string): Promise<MailOfUnsubscribe | null> {
  const emailId = await readUnsubscribeToken(deps.keys, token)
  return emailId === null ? null : findMailOfUnsubscribe(deps.database, emailId)
}

const answer = (mail: MailOfUnsubscribe, isStopped: boolean) =>
  ok({ website: mail.website, address: maskEmailAddress(mail.address), isStopped })

const line = (deps: Deps, mail: MailOfUnsubscribe, type: ActivityType, subject: string): Change =>
  activityStatement(deps, {
    type,
    subject,
    contactId: mail.contactId,
    invitationId: mail.invitationId,
    data: { emailId: mail.emailId },
  })
