import { findRunsById } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import type { AuditedChange } from '../records.ts'
import { refuseGrantingBy } from '../workflows/granted-web-roles.ts'

type Run = Awaited<ReturnType<typeof findRunsById>>[number]

export const selectedRunsSchema = v.strictObject({
  workflowRunIds: v.pipe(
    v.array(idField),
    v.minLength(1, 'Choose at least one run.'),
    v.maxLength(1000, 'Choose at most 1,000 runs at once.'),
  ),
})

/**
 * The chosen runs that are in one of these states, for who may let them go on. Refuses `forbidden`, `conflict` when none
 * of them is.
 * @param grants whether going on can give web roles, which must then be theirs to grant
 */
export async function selectRuns(
  { deps, actor, input }: Call,
  options: { statuses: readonly Run['status'][]; none: string; grants: boolean },
): Promise<Result<Run[], ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const parsed = parseInput(selectedRunsSchema, input)
  if (!parsed.ok) return parsed
  const found = await findRunsById(deps.database, parsed.value.workflowRunIds)
  const runs = found.filter(({ status }) => options.statuses.includes(status))
  if (runs.length === 0) return refuse('conflict', { detail: options.none })
  for (const workflowId of options.grants ? new Set(runs.map((run) => run.workflowId)) : []) {
    const ungrantable = await refuseGrantingBy(deps, actor, workflowId)
    if (ungrantable) return ungrantable
  }
  return ok(runs)
}

export const auditOfRuns = (
  runs: readonly { id: string; workflowName: string }[],
  action: string,
): AuditedChange[] =>
  runs.map((run) => ({
    action,
    entityType: 'workflow_run',
    entityId: run.id,
    after: { workflow: run.workflowName },
  }))
