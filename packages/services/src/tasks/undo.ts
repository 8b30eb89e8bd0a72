import type { Call } from '../call.ts'
import { rememberedActor } from './create.ts'
import { changeTaskStatus } from './change-status.ts'

/**
 * Takes back what a task changed, as far as nothing has happened to it since: what was created and used stays.
 * Whoever undoes must themselves be allowed to give what comes back. Input: `{ id }`.
 */
export const undoTask = (call: Call) =>
  changeTaskStatus(call, {
    from: ['completed', 'cancelled', 'failed'],
    values: () => ({ status: 'undoing', cursor: '', error: null, actor: rememberedActor(call.actor) }),
    action: 'task.undone',
    otherwise: 'Only what has ended can be undone, and only once.',
  })
