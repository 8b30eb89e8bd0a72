import type { ClaimedJob, RunState, StepChange } from '@usher/database'
import {
  ExpressionError,
  fieldValues,
  nextStepOf,
  type ResolvedStep,
  resolveStep,
  type Step,
  type StepRecord,
  type WorkflowDefinition,
} from '@usher/domain'
import type { Deps } from '../deps.ts'
import { emailJob, sealEmailInput } from '../emails/queue.ts'
import { type Effects, noEffects } from './effects.ts'
import { redact } from './redact.ts'
import { runValuesOf } from './run-values.ts'
import { settle } from './settle.ts'
import { webhookMessage } from './webhook-message.ts'

/** What a run does next: everything that can be written with the others', and perhaps a step that needs its own batch. */
export type Turn = {
  run: RunState
  job: ClaimedJob
  effects: Effects
  end: 'completed' | 'waiting' | 'parked' | 'alone'
  /** Only with `alone`. */
  alone: { resolved: AloneStep; record: StepChange } | null
}

export type AloneStep = Extract<
  ResolvedStep,
  {
    kind:
      | 'update_contact'
      | 'update_account'
      | 'add_web_role'
      | 'remove_web_role'
      | 'create_account'
      | 'start_workflow'
  }
>

/** Mails of a workflow go before sends, after who waits at a screen. */
const mailPriority = 10

/** Goes through a run's steps as far as one batch can take it. */
export async function takeTurn(
  deps: Deps,
  { run, job, definition }: { run: RunState; job: ClaimedJob; definition: WorkflowDefinition },
): Promise<Turn> {
  const now = deps.now()
  const effects = noEffects()
  const records = new Map<number, StepRecord>(run.steps.map((step) => [step.position, step]))
  const outputs = new Map(run.steps.map((step) => [step.key, step.output ?? {}]))
  const fields = fieldValues(runValuesOf({ ...run, startedAt: run.startedAt ?? now.getTime() }), outputs)
  const ended = (end: Turn['end'], alone: Turn['alone'] = null): Turn => ({ run, job, effects, end, alone })

  if (run.startedAt === null) tell('workflow_started', `Workflow ${run.workflowName} started`)
  for (;;) {
    const next = nextStepOf(definition, records)
    if (next.kind === 'ended') return complete()
    const { step, position } = next
    const waiting = run.steps.find((each) => each.position === position && each.status === 'waiting')
    if (waiting && records.get(position)?.status === 'waiting') {
      const settled = settle(run, step, now)
      if (settled.kind === 'still') return putOff(settled.until)
      if (settled.kind === 'failed') return park(step, position, settled.reason, null)
      record(step, position, { status: 'completed', output: settled.output })
      if (step.kind === 'ask_approval') tell('approval_decided', settled.says ?? 'Nobody decided in time')
      continue
    }
    let resolved: ResolvedStep
    try {
      resolved = resolveStep(step, fields, now)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      return park(step, position, `${error.message}.`, null)
    }
    const input = redact(resolved.input)
    switch (resolved.kind) {
      case 'send_email':
        if (!run.contact?.email)
          return park(step, position, 'The contact has no e-mail address. Give it one, then retry.', input)
        record(step, position, { status: 'completed', input, output: { emailId: await mail(position) } })
        break
      case 'add_tag':
        effects.tags.push({ contactId: run.contactId, tag: resolved.input.tag })
        record(step, position, {
          status: 'completed',
          input,
          output: { added: !run.contact?.tags.includes(resolved.input.tag) },
        })
        break
      case 'branch':
        record(step, position, {
          status: 'completed',
          input: { condition: resolved.step.condition },
          output: resolved.input,
        })
        break
      case 'stop':
        record(step, position, { status: 'completed', input, output: {} })
        break
      case 'wait_duration':
      case 'wait_until':
        if (resolved.input.until <= now) {
          record(step, position, { status: 'completed', input, output: {} })
          break
        }
        return wait(step, position, input, 'time', resolved.input.until)
      case 'wait_for_event':
        return wait(step, position, input, resolved.input.event, resolved.input.until)
      case 'ask_approval':
        tell('approval_asked', `Approval asked: ${resolved.input.question}`)
        return wait(step, position, input, 'approval', resolved.input.until)
      case 'call_webhook':
        effects.deliveries.push(webhookMessage(deps, run, resolved, position, now))
        return wait(step, position, input, 'delivery', new Date(now.getTime() + longestDeliveryMilliseconds))
      default:
        effects.runs.push({ id: run.id, status: 'running', startedAt: now.getTime() })
        return ended('alone', {
          resolved,
          record: stepChange(step, position, { status: 'completed', input, output: {} }),
        })
    }
  }

  function complete(): Turn {
    effects.runs.push({ id: run.id, status: 'completed', startedAt: now.getTime(), endedAt: now.getTime() })
    effects.completed.push(job)
    tell('workflow_completed', `Workflow ${run.workflowName} completed`)
    return ended('completed')
  }

  function putOff(until: Date): Turn {
    effects.putOff.push({ id: job.id, runAt: until.getTime() })
    return ended('waiting')
  }

  function wait(
    step: Step,
    position: number,
    input: Record<string, unknown>,
    waitingFor: string,
    until: Date,
  ): Turn {
    record(step, position, { status: 'waiting', input, output: null })
    effects.runs.push({
      id: run.id,
      status: 'waiting',
      startedAt: now.getTime(),
      waitingFor,
      waitingSince: now.getTime(),
      resumeAt: until.getTime(),
    })
    return putOff(until)
  }

  function park(step: Step, position: number, reason: string, input: Record<string, unknown> | null): Turn {
    record(step, position, { status: 'failed', input, output: null, error: reason })
    effects.runs.push({
      id: run.id,
      status: 'parked',
      error: reason,
      startedAt: now.getTime(),
      endedAt: now.getTime(),
    })
    effects.parked.push({ id: job.id, runAt: null, reason })
    tell('workflow_failed', `Workflow ${run.workflowName} stopped: ${reason}`)
    return ended('parked')
  }

  function record(
    step: Step,
    position: number,
    change: Pick<StepChange, 'status' | 'output'> & Partial<StepChange>,
  ): void {
    effects.steps.push(stepChange(step, position, change))
    records.set(position, { status: change.status, output: change.output })
    outputs.set(step.key, change.output ?? {})
  }

  function stepChange(
    step: Step,
    position: number,
    change: Pick<StepChange, 'status' | 'output'> & Partial<StepChange>,
  ): StepChange {
    const earlier = run.steps.find((each) => each.position === position)
    return {
      id: deps.newId(),
      runId: run.id,
      position,
      stepKey: step.key,
      kind: step.kind,
      attempts: (earlier?.attempts ?? 0) + (earlier?.status === 'waiting' ? 0 : 1),
      input: null,
      error: null,
      startedAt: now.getTime(),
      endedAt: change.status === 'waiting' ? null : now.getTime(),
      ...change,
      output: change.output && redact(change.output),
    }
  }

  /** A mail on its way, under a key that is the same however often the step is tried. */
  async function mail(position: number): Promise<string> {
    const emailId = deps.newId()
    effects.emails.push({
      id: emailId,
      key: `workflow-step:${run.id}:${position}`,
      kind: 'workflow',
      invitationId: run.invitationId,
      contactId: run.contactId,
      websiteId: run.website?.id ?? null,
      workflowVersionId: run.versionId,
      inputSealed: await sealEmailInput(deps, emailId, { position }),
    })
    effects.jobs.push(emailJob(deps, emailId, Math.max(mailPriority, job.priority)))
    return emailId
  }

  function tell(
    type:
      'workflow_started' | 'workflow_completed' | 'workflow_failed' | 'approval_asked' | 'approval_decided',
    subject: string,
  ): void {
    const { contactId, invitationId, id } = run
    effects.activities.push({
      id: deps.newId(),
      type,
      contactId,
      invitationId,
      subject: subject.slice(0, 500),
      data: { workflowRunId: id },
    })
  }
}

/** Longer than the schedule of a message takes: should nobody wake the run, it looks for itself. */
const longestDeliveryMilliseconds = 5 * 24 * 60 * 60 * 1000
