import { pauseSendStatements } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { changeSendStatus } from './change-status.ts'
import type { Send } from './get.ts'

/** Holds a send: mails that wait stay until it is resumed; those already with the transport arrive. */
export const pauseSend = (request: {
  deps: Deps
  actor: Actor
  input: { sendId: string }
}): Promise<Result<Send, ManagementRefusal>> =>
  changeSendStatus(request, {
    action: 'send.paused',
    from: ['queued', 'sending'],
    statements: pauseSendStatements(request.input.sendId, request.deps.now()),
  })
