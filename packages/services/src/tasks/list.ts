import { findTasks, type Page, type TaskListItem, taskSorts } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

export const listTasksSchema = v.strictObject(pageEntries(taskSorts, '-createdAt'))

/** Changes to many rows, the latest first. */
export async function listTasks({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<TaskListItem>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(listTasksSchema, input)
  return parsed.ok ? answerPage(await findTasks(deps.database, parsed.value)) : parsed
}
