import { findRunDetail, type WorkflowRunDetail } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'

const runIdSchema = v.strictObject({ workflowRunId: idField })

/** A run with its steps: inputs and outputs with secrets blotted out, attempts, times. Input: `{ workflowRunId }`. */
export async function getWorkflowRun({
  deps,
  actor,
  input,
}: Call): Promise<Result<WorkflowRunDetail, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(runIdSchema, input)
  if (!parsed.ok) return parsed
  const run = await findRunDetail(deps.database, parsed.value.workflowRunId)
  return run ? ok(run) : refuse('not_found', { detail: 'There is no such run.' })
}
