import { flattenSteps, type WorkflowDefinition } from './definition.ts'
import { ExpressionError } from './expression.ts'
import { fieldValues, type RunValues } from './fields.ts'
import { type ResolvedStep, resolveStep } from './inputs.ts'
import { nextStepOf, type StepRecord } from './next-step.ts'
import { textOf } from './template.ts'

/** What one step would do. */
export type DryRunStep = {
  key: string
  kind: ResolvedStep['kind']
  position: number
  says: string
  /** Why it could not: the run would be parked here. */
  problem: string | null
  /** When it would begin, waits counted. */
  at: Date
}

/**
 * Goes through a workflow without doing any of it. What only the world can tell is taken to go well: webhooks answer
 * 200, approvals are given, awaited events happen.
 * @param nameOf what a web role, an endpoint or a workflow is called
 */
export function dryRun(
  definition: WorkflowDefinition,
  values: RunValues,
  options: { now: Date; nameOf(id: string): string },
): DryRunStep[] {
  const records = new Map<number, StepRecord>()
  const outputs = new Map<string, Record<string, unknown>>()
  const lines: DryRunStep[] = []
  let now = options.now
  for (let left = flattenSteps(definition.steps).length; left > 0; left--) {
    const next = nextStepOf(definition, records)
    if (next.kind === 'ended') break
    const { step, position } = next
    const line = { key: step.key, kind: step.kind, position, at: now, problem: null }
    try {
      const resolved = resolveStep(step, fieldValues(values, outputs), now)
      const output = imaginedOutput(resolved)
      lines.push({ ...line, says: sayWhat(resolved, values, options.nameOf) })
      records.set(position, { status: 'completed', output })
      outputs.set(step.key, output)
      if (resolved.kind === 'wait_duration' || resolved.kind === 'wait_until')
        now = new Date(Math.max(now.getTime(), resolved.input.until.getTime()))
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      lines.push({
        ...line,
        says: 'The run would stop here until somebody retries it.',
        problem: error.message,
      })
      break
    }
  }
  return lines
}

function imaginedOutput(resolved: ResolvedStep): Record<string, unknown> {
  switch (resolved.kind) {
    case 'call_webhook':
      return { ok: true, status: 200, body: '', attempts: 1 }
    case 'wait_for_event':
      return { happened: true }
    case 'ask_approval':
      return { approved: true, decided: true }
    case 'branch':
      return { taken: resolved.input.taken }
    case 'add_web_role':
    case 'add_tag':
      return { added: true }
    case 'remove_web_role':
      return { removed: true }
    case 'create_account':
      return { created: true }
    case 'update_contact':
    case 'update_account':
      return { changed: true }
    default:
      return {}
  }
}

function sayWhat(resolved: ResolvedStep, values: RunValues, nameOf: (id: string) => string): string {
  const moment = (date: Date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  switch (resolved.kind) {
    case 'send_email': {
      const to = textOf(values.contact?.email ?? null)
      return to
        ? `Mails "${resolved.input.subject}" to ${to}.`
        : 'Would mail, but the contact has no e-mail address: the run would stop here.'
    }
    case 'update_contact':
    case 'update_account': {
      const changes = Object.entries(resolved.input.fields).map(
        ([name, value]) => `${name} to ${value ?? 'nothing'}`,
      )
      return `Sets ${changes.join(', ')} on the ${resolved.kind === 'update_contact' ? 'contact' : 'account'}.`
    }
    case 'add_web_role': {
      const until = resolved.input.endsAt ? ` until ${moment(resolved.input.endsAt)}` : ''
      return `Adds the web role ${nameOf(resolved.input.webRoleId)}${until}.`
    }
    case 'remove_web_role':
      return `Removes the web role ${nameOf(resolved.input.webRoleId)}.`
    case 'create_account':
      return `Creates the account ${resolved.input.name}${resolved.step.assignContact ? ', which the contact joins' : ''}.`
    case 'add_tag':
      return `Adds the tag ${resolved.input.tag}.`
    case 'call_webhook': {
      const fields = Object.entries(resolved.input.fields).map(
        ([name, value]) => `${name}: ${textOf(value) || 'nothing'}`,
      )
      return `Tells ${nameOf(resolved.input.endpointId)} of ${resolved.input.eventType}${fields.length ? ` with ${fields.join(', ')}` : ''}.`
    }
    case 'wait_duration':
    case 'wait_until':
      return `Waits until ${moment(resolved.input.until)}.`
    case 'wait_for_event':
      return `Waits for ${resolved.input.event}, until ${moment(resolved.input.until)} at the latest. Here: it happens.`
    case 'ask_approval':
      return `Asks staff "${resolved.input.question}", until ${moment(resolved.input.until)} at the latest. Here: approved.`
    case 'branch':
      return resolved.input.taken === 'then' ? 'The condition is true.' : 'The condition is not true.'
    case 'stop':
      return resolved.input.reason ? `Stops: ${resolved.input.reason}` : 'Stops.'
    case 'start_workflow':
      return `Starts ${nameOf(resolved.input.workflowId)}.`
  }
}
