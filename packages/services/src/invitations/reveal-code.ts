import { findSealedCode, invitationGivesOnly } from '@usher/database'
import { formatCode, type ManagementRefusal, ok, redemptionUrl, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { openCode } from './code.ts'
import { refuseGuarded, refuseUnknownInvitation } from './refuse-guarded.ts'

export type RevealedCode = {
  /** Formatted for reading aloud. */
  code: string
  /** Without a recipient's proof: whoever follows it proves their address themselves. */
  redemptionUrl: string
}

const schema = v.strictObject({ id: idField })

/** Shows an invitation's code and link: on the record first, then shown. Input: `{ id }`. */
export const revealInvitationCode = (call: Call) =>
  reveal(call, { action: 'invitation.code_revealed', subject: 'Code shown to' })

/** The link for the clipboard or a QR code: it holds the code, so this is as much on the record as a reveal. Input: `{ id }`. */
export const copyInvitationLink = (call: Call) =>
  reveal(call, { action: 'invitation.link_copied', subject: 'Link copied by' })

/** Who sees a code can redeem it or pass it on: the actor must be allowed to grant what it gives. */
async function reveal(
  { deps, actor, input }: Call,
  record: { action: string; subject: string },
): Promise<Result<RevealedCode, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'codes.reveal')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const found = await findSealedCode(deps.database, id)
  if (!found) return refuseUnknownInvitation()
  const ungrantable = refuseGranting(actor, found.webRoleIds)
  if (ungrantable) return ungrantable
  const code = await openCode(deps, id, found.codeSealed)
  if (code === null) {
    return refuse('conflict', {
      detail: 'This code was sealed with a secret that is no longer here. Give the invitation a new code.',
    })
  }

  const written = await deps.database.write([
    invitationGivesOnly(id, found.webRoleIds),
    activityStatement(deps, {
      type: 'code_revealed',
      invitationId: id,
      subject: `${record.subject} ${actor.name}`,
    }),
    auditStatement(deps, actor, { action: record.action, entityType: 'invitation', entityId: id }),
  ])
  if (!written.ok) return refuseGuarded(written.guard)
  const shown = formatCode(code)
  return ok({ code: shown, redemptionUrl: redemptionUrl(found.website, shown) })
}
