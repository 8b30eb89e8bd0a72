import { jobIsParked, retryJobStatements } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'

/** Lets a parked job try again from the start. Refuses `forbidden`, `not_found` when it is not parked. */
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
