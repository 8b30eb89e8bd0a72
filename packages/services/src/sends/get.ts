import { findSend, findSendExclusions, type SendExclusion, type SendRow } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'

export type Send = SendRow & { excluded: SendExclusion[] }

/** How far a send has come. Refuses `forbidden`, `not_found`. */
export async function getSend({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: { sendId: string }
}): Promise<Result<Send, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const send = await findSend(deps.database, input.sendId)
  if (!send) return refuse('not_found', { detail: 'There is no such send.' })
  return ok({ ...send, excluded: await findSendExclusions(deps.database, input.sendId) })
}
