import { cancelSendStatements } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { changeSendStatus } from './change-status.ts'
import type { Send } from './get.ts'

/** Ends a send for good: mails that wait become not sent; those already with the transport arrive. */
export const cancelSend = (request: {
  deps: Deps
  actor: Actor
  input: { sendId: string }
}): Promise<Result<Send, ManagementRefusal>> =>
  changeSendStatus(request, {
    action: 'send.cancelled',
    from: ['queued', 'sending', 'paused'],
    statements: cancelSendStatements(request.input.sendId, request.deps.now()),
  })
