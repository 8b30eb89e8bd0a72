import { findTask, type TaskListItem } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

export const taskIdSchema = v.strictObject({ id: idField })
export type Task = TaskListItem

/** How far a task has come. Input: `{ id }`. */
export async function getTask({ deps, actor, input }: Call): Promise<Result<Task, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(taskIdSchema, input)
  if (!parsed.ok) return parsed
  const task = await findTask(deps.database, parsed.value.id)
  return task ? ok(task) : refuseUnknownTask()
}

export const refuseUnknownTask = () => refuse('not_found', { detail: 'There is no such task.' })
