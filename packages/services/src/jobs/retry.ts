import { findWebRoleIdsOfJob, jobIsParked, retryJobStatements } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { type Actor, refuseGranting, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'

/**
 * Lets a parked job try again from the start. A mail goes to the address that its contact has now: who retries decides
 * that anew, and so must be allowed to grant what the invitation gives.
 * Refuses `forbidden`, `not_found` when it is not parked.
 */
export async function retryJob({
  deps,
  actor,
  input,
}: {
  deps: Deps
  actor: Actor
  input: { jobId: string }
}): Promise<Result<null, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.send')
  if (forbidden) return forbidden
  const ungrantable = refuseGranting(actor, await findWebRoleIdsOfJob(deps.database, input.jobId))
  if (ungrantable) return ungrantable
  const written = await deps.database.write([
    jobIsParked(input.jobId),
    ...retryJobStatements(input.jobId, deps.now()),
    auditStatement(deps, actor, { action: 'job.retried', entityType: 'job', entityId: input.jobId }),
  ])
  if (!written.ok)
    return refuse('not_found', { detail: 'This job is not parked. Somebody may have retried it already.' })
  deps.onJobsWritten?.()
  return ok(null)
}
