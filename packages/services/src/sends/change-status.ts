import { type Change, findSend, sendIsIn } from '@usher/database'
import { type ManagementRefusal, refuse, type Result, type SendStatus } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'
import { getSend, type Send } from './get.ts'

/** One move of a send: allowed from some statuses, audited, all in one batch. */
export async function changeSendStatus(
  { deps, actor, input }: { deps: Deps; actor: Actor; input: { sendId: string } },
  move: { action: string; from: readonly SendStatus[]; statements: Change[] },
): Promise<Result<Send, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const written = await deps.database.write([
    sendIsIn(input.sendId, move.from),
    ...move.statements,
    auditStatement(deps, actor, { action: move.action, entityType: 'send', entityId: input.sendId }),
  ])
  if (!written.ok) {
    const send = await findSend(deps.database, input.sendId)
    return send
      ? refuse('conflict', { detail: `This send is ${statusTexts[send.status]}.` })
      : refuse('not_found', { detail: 'There is no such send.' })
  }
  deps.onJobsWritten?.()
  return getSend({ deps, actor, input })
}

const statusTexts = {
  queued: 'waiting to begin',
  sending: 'under way',
  paused: 'paused',
  cancelled: 'cancelled, which cannot be taken back. Send the invitations again instead',
  completed: 'completed: nothing of it waits any more',
} as const satisfies Record<SendStatus, string>
