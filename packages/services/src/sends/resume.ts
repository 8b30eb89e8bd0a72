import { resumeSendStatements } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { changeSendStatus } from './change-status.ts'
import type { Send } from './get.ts'

/** Lets a paused send go on. */
export const resumeSend = (request: {
  deps: Deps
  actor: Actor
  input: { sendId: string }
}): Promise<Result<Send, ManagementRefusal>> =>
  changeSendStatus(request, {
    action: 'send.resumed',
    from: ['paused'],
    statements: resumeSendStatements(request.input.sendId, request.deps.now()),
  })
