import { deleteRejects, findTask, taskIsIn, updateTaskRow } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { rememberedActor } from '../tasks/create.ts'
import { getTask, refuseUnknownTask, type Task } from '../tasks/get.ts'
import { blockersOf, fieldsSchema, type ImportPlan } from './plan.ts'

const schema = v.strictObject({ id: idField, fields: fieldsSchema, phase: v.picklist(['check', 'import']) })

/**
 * Says what the columns mean, and has the file checked (nothing is changed but counts and rejected rows) or imported, in
 * the background. Refuses `invalid_request` with what stands in the way. Input: `{ id, fields, phase }`.
 */
export async function startContactImport({
  deps,
  actor,
  input,
}: Call): Promise<Result<Task, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id, fields, phase } = parsed.value
  const task = await findTask(deps.database, id)
  if (task?.kind !== 'import_contacts') return refuseUnknownTask()
  const plan = task.input as ImportPlan
  if (fields.length !== plan.columns.length) {
    return refuseInput({ path: 'fields', message: 'Say of each column what it means, or leave it out.' })
  }
  const blockers = blockersOf(fields, plan.columns)
  if (blockers.length > 0) return refuseInput(...blockers.map((message) => ({ path: 'fields', message })))

  const written = await deps.database.write([
    taskIsIn(id, ['draft']),
    deleteRejects(id),
    updateTaskRow(deps.database, id, {
      input: { ...plan, fields, phase },
      actor: rememberedActor(actor),
      status: 'queued',
      cursor: '',
      done: 0,
      changed: 0,
      outcome: null,
      error: null,
    }),
    auditStatement(deps, actor, {
      action: phase === 'check' ? 'import.checked' : 'import.started',
      entityType: 'task',
      entityId: id,
      after: { fields },
    }),
  ])
  if (!written.ok) return refuse('conflict', { detail: 'This import has begun already.' })
  deps.onJobsWritten?.()
  return getTask({ deps, actor, input: { id } })
}
