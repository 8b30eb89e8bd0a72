import { findTask, taskIsIn, type TaskRow, updateTaskRow } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { getTask, refuseUnknownTask, type Task, taskIdSchema } from './get.ts'

/** One step of a task that somebody asks for; `conflict` in the words given when it is not in such a state. */
export async function changeTaskStatus(
  { deps, actor, input }: Call,
  step: {
    from: readonly TaskRow['status'][]
    values: (now: Date) => Partial<TaskRow>
    action: string
    otherwise: string
  },
): Promise<Result<Task, ManagementRefusal>> {
  const parsed = parseInput(taskIdSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const task = await findTask(deps.database, id)
  if (!task) return refuseUnknownTask()
  const forbidden = refuseUnless(
    actor,
    task.kind === 'import_contacts' ? 'contacts.write' : 'invitations.write',
  )
  if (forbidden) return forbidden
  const written = await deps.database.write([
    taskIsIn(id, step.from),
    updateTaskRow(deps.database, id, { ...step.values(deps.now()), leaseToken: null, leaseEndsAt: null }),
    auditStatement(deps, actor, { action: step.action, entityType: 'task', entityId: id }),
  ])
  if (!written.ok) return refuse('conflict', { detail: step.otherwise })
  deps.onJobsWritten?.()
  return getTask({ deps, actor, input: { id } })
}
