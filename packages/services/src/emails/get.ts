import { type EmailRow, findEmail, hasAuditEvent } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { type EmailContent, type EmailText, unsealContent } from './content.ts'
import { reasonNotToShow } from './may-show.ts'

export type Email = Omit<EmailRow, 'contentSealed'> & {
  /** The mail as it was rendered. `null` before it left, and where only its whole text was kept and may not be shown. */
  html: string | null
  text: string | null
  /** The codes and links in it are masked. */
  isMasked: boolean
  /** It can be shown with its codes and links, on the record: see `revealEmail`. */
  mayBeRevealed: boolean
  /** Why its codes and links, which are kept, are not to be shown. */
  hiddenReason: string | null
}

/** How long a mail stays readable for the staff user who had it shown. */
const revealedMilliseconds = 60 * 60 * 1000

/**
 * One e-mail with its text. Only mails in the outbox are kept with their codes and links: staff see these masked until
 * they have them shown, the API and the command line as they are. Refuses `forbidden`, `not_found`.
 */
export async function getEmail({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: { emailId: string }
}): Promise<Result<Email, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const row = await findEmail(deps.database, input.emailId)
  if (!row) return refuse('not_found', { detail: 'There is no such e-mail. It may have been erased.' })
  const { contentSealed, ...email } = row
  const content = contentSealed === null ? null : await unsealContent(deps, row.id, contentSealed)
  return ok({ ...email, ...(await readable(deps, actor, email, content)) })
}

type Readable = Pick<Email, 'html' | 'text' | 'isMasked' | 'mayBeRevealed' | 'hiddenReason'>

async function readable(
  deps: Deps,
  actor: Actor,
  email: Pick<EmailRow, 'id' | 'transport' | 'kind' | 'invitationId'>,
  content: EmailContent | null,
): Promise<Readable> {
  if (content === null || !isLive(email, content)) {
    return {
      ...textOf(content),
      isMasked: email.transport !== 'outbox',
      mayBeRevealed: false,
      hiddenReason: null,
    }
  }
  const hiddenReason = await reasonNotToShow(deps, actor, email)
  const isRevealed = hiddenReason === null && (await wasRevealed(deps, actor, email.id))
  return {
    ...textOf(isRevealed ? content : content.masked),
    isMasked: !isRevealed,
    mayBeRevealed: hiddenReason === null && !isRevealed,
    hiddenReason,
  }
}

/** Mails that left were masked when they were kept; some hold neither code nor link. */
const isLive = (email: Pick<EmailRow, 'transport'>, { html, text, masked }: EmailContent): boolean =>
  email.transport === 'outbox' && !(masked?.html === html && masked.text === text)

const textOf = (content: EmailText | null | undefined) => ({
  html: content?.html ?? null,
  text: content?.text ?? null,
})

/** A person at a screen asks for codes, each time on the record; a program that holds a key reads the outbox as it is. */
const wasRevealed = async (deps: Deps, actor: Actor, emailId: string): Promise<boolean> =>
  actor.kind !== 'staff' ||
  hasAuditEvent(deps.database, {
    actorId: actor.id,
    action: 'email.revealed',
    entityType: 'email',
    entityId: emailId,
    since: new Date(deps.now().getTime() - revealedMilliseconds),
  })
