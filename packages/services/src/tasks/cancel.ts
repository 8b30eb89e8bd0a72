import type { Call } from '../call.ts'
import { changeTaskStatus } from './change-status.ts'

/** Stops a task after the piece in hand; what it has changed stays, and can be undone. Input: `{ id }`. */
export const cancelTask = (call: Call) =>
  changeTaskStatus(call, {
    from: ['draft', 'queued', 'running'],
    values: (now) => ({ status: 'cancelled', completedAt: now }),
    action: 'task.cancelled',
    otherwise: 'This has ended already.',
  })
