import {
  type ClaimedJob,
  completeJobs,
  endRun,
  findWorkflowRun,
  holdsLease,
  insertEmails,
  insertJobs,
  recordStep,
  startRun,
  type WorkflowRunRow,
} from '@usher/database'
import type { SendEmailStep } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { emailJob, sealEmailInput } from '../emails/queue.ts'
import { failJobStatement } from '../jobs/failure.ts'
import { activityStatement } from '../records.ts'

/** Mails of a workflow go before sends, after who waits at a screen. */
const workflowMailPriority = 10

export type WorkflowRunEnd = 'completed' | 'parked' | 'lease_lost'

/**
 * Runs a workflow to its end, one step after another. Each step's effect, its record and the fence are one batch: a
 * worker that is killed goes on where it stopped, one that lost its lease changes nothing.
 */
export async function runWorkflow({
  deps,
  leaseToken,
  job,
}: {
  deps: Deps
  leaseToken: string
  job: ClaimedJob
}): Promise<WorkflowRunEnd> {
  const run = await findWorkflowRun(deps.database, job.payload.workflowRunId ?? '')
  const fence = holdsLease(job.id, leaseToken)
  if (!run || (run.status !== 'queued' && run.status !== 'running')) {
    await deps.database.write([completeJobs(leaseToken, [job.id], deps.now())])
    return 'completed'
  }

  const activity = (type: 'workflow_started' | 'workflow_completed' | 'workflow_failed', subject: string) =>
    activityStatement(deps, {
      type,
      subject,
      contactId: run.contactId,
      invitationId: run.invitationId,
      data: { workflowRunId: run.id },
    })

  if (run.status === 'queued') {
    const started = await deps.database.write([
      fence,
      startRun(run.id, deps.now()),
      ...(run.startedAt ? [] : [activity('workflow_started', `Workflow ${run.workflowName} started`)]),
    ])
    if (!started.ok) return 'lease_lost'
  }

  for (const [position, step] of run.definition.steps.entries()) {
    if (run.completedSteps.includes(position)) continue
    if (!run.contactEmail) {
      const reason = 'The contact has no e-mail address. Give it one, then retry.'
      const parked = await deps.database.write([
        fence,
        recordStep(deps.database, {
          ...stepRecord(deps, run, position, step),
          status: 'failed',
          error: reason,
        }),
        endRun(run.id, { status: 'parked', error: reason, now: deps.now() }),
        activity('workflow_failed', `Workflow ${run.workflowName} stopped: ${reason}`),
        failJobStatement(deps, leaseToken, job, { reason, isPermanent: true }),
      ])
      return parked.ok ? 'parked' : 'lease_lost'
    }
    const done = await deps.database.write([fence, ...(await sendEmailStatements(deps, run, position, step))])
    if (!done.ok) return 'lease_lost'
  }

  const ended = await deps.database.write([
    fence,
    endRun(run.id, { status: 'completed', error: null, now: deps.now() }),
    activity('workflow_completed', `Workflow ${run.workflowName} completed`),
    completeJobs(leaseToken, [job.id], deps.now()),
  ])
  if (!ended.ok) return 'lease_lost'
  deps.onJobsWritten?.()
  return 'completed'
}

/** A mail on its way and the record of the step, under a key that is the same however often it is tried. */
async function sendEmailStatements(deps: Deps, run: WorkflowRunRow, position: number, step: SendEmailStep) {
  const emailId = deps.newId()
  return [
    insertEmails(
      [
        {
          id: emailId,
          key: `workflow-step:${run.id}:${position}`,
          kind: 'workflow',
          invitationId: run.invitationId,
          contactId: run.contactId,
          websiteId: run.websiteId,
          workflowVersionId: run.workflowVersionId,
          inputSealed: await sealEmailInput(deps, emailId, { position }),
        },
      ],
      deps.now(),
    ),
    insertJobs([emailJob(deps, emailId, workflowMailPriority)], deps.now()),
    recordStep(deps.database, {
      ...stepRecord(deps, run, position, step),
      status: 'completed',
      output: { emailId },
    }),
  ]
}

function stepRecord(deps: Deps, run: WorkflowRunRow, position: number, step: SendEmailStep) {
  const now = deps.now()
  return {
    id: deps.newId(),
    runId: run.id,
    position,
    stepKey: step.key,
    kind: step.kind,
    startedAt: now,
    endedAt: now,
  }
}
