import { evaluate, type FieldValues } from './evaluate.ts'
import { ExpressionError, parseExpression } from './expression.ts'
import type { Value } from './functions.ts'
import type { Duration, Step, StepKind } from './steps.ts'
import { fillTemplate, fillText } from './template.ts'

/** What a step was handed once its merge fields are filled in. */
type Inputs = {
  send_email: { subject: string }
  update_contact: { fields: Record<string, string | null> }
  update_account: { fields: Record<string, string | null> }
  add_web_role: { webRoleId: string; endsAt: Date | null }
  remove_web_role: { webRoleId: string }
  create_account: { name: string; number: string | null; email: string | null; websiteUrl: string | null }
  add_tag: { tag: string }
  call_webhook: { endpointId: string; eventType: string; fields: Record<string, Value> }
  wait_duration: { until: Date }
  wait_until: { until: Date }
  wait_for_event: { event: string; until: Date }
  ask_approval: { question: string; until: Date }
  branch: { taken: 'then' | 'else' }
  stop: { reason: string }
  start_workflow: { workflowId: string }
}

/** A step and what it was handed. */
export type ResolvedStep = {
  [Kind in StepKind]: { kind: Kind; step: Extract<Step, { kind: Kind }>; input: Inputs[Kind] }
}[StepKind]

/** Fills in a step's merge fields. @throws ExpressionError when a value cannot be used; the message is for staff */
export function resolveStep(step: Step, fields: FieldValues, now: Date): ResolvedStep {
  const text = (source: string) => fillText(source, fields, now).trim()
  const textOrNull = (source: string) => text(source) || null
  const texts = (sources: Record<string, string>) =>
    Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, textOrNull(source)]))
  switch (step.kind) {
    case 'send_email':
      return { kind: step.kind, step, input: { subject: step.subject } }
    case 'update_contact':
      return { kind: step.kind, step, input: { fields: texts(step.fields) } }
    case 'update_account':
      return { kind: step.kind, step, input: { fields: texts(step.fields) } }
    case 'add_web_role':
      return {
        kind: step.kind,
        step,
        input: { webRoleId: step.webRoleId, endsAt: step.lasts ? after(step.lasts, now) : null },
      }
    case 'remove_web_role':
      return { kind: step.kind, step, input: { webRoleId: step.webRoleId } }
    case 'create_account':
      return {
        kind: step.kind,
        step,
        input: {
          name: neededText(text(step.name), 200, 'The account would have no name'),
          number: textOrNull(step.number),
          email: textOrNull(step.email),
          websiteUrl: textOrNull(step.websiteUrl),
        },
      }
    case 'add_tag':
      return {
        kind: step.kind,
        step,
        input: { tag: neededText(text(step.tag).replace(/\s+/g, ' '), 100, 'The tag would be empty') },
      }
    case 'call_webhook': {
      const filled = Object.entries(step.fields).map(([name, source]) => [
        name,
        fillTemplate(source, fields, now),
      ])
      const { endpointId, eventType } = step
      return { kind: step.kind, step, input: { endpointId, eventType, fields: Object.fromEntries(filled) } }
    }
    case 'wait_duration':
      return { kind: step.kind, step, input: { until: after(step.duration, now) } }
    case 'wait_until':
      return { kind: step.kind, step, input: { until: dateOf(step.date, fields, now) } }
    case 'wait_for_event':
      return { kind: step.kind, step, input: { event: step.event, until: after(step.timeout, now) } }
    case 'ask_approval':
      return {
        kind: step.kind,
        step,
        input: { question: text(step.question), until: after(step.timeout, now) },
      }
    case 'branch': {
      const isSo = evaluate(parseExpression(step.condition), fields, now) === true
      return { kind: step.kind, step, input: { taken: isSo ? 'then' : 'else' } }
    }
    case 'stop':
      return { kind: step.kind, step, input: { reason: text(step.reason) } }
    case 'start_workflow':
      return { kind: step.kind, step, input: { workflowId: step.workflowId } }
  }
}

const unitMilliseconds = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
} as const satisfies Record<Duration['unit'], number>

export const millisecondsOf = ({ amount, unit }: Duration): number => amount * unitMilliseconds[unit]

const after = (duration: Duration, now: Date) => new Date(now.getTime() + millisecondsOf(duration))

function dateOf(source: string, fields: FieldValues, now: Date): Date {
  const value = evaluate(parseExpression(source), fields, now)
  if (value instanceof Date) return value
  throw new ExpressionError(`"${source.slice(0, 80)}" is empty here, so there is no date to wait for`)
}

function neededText(text: string, maximum: number, problem: string): string {
  if (!text) throw new ExpressionError(problem)
  return [...text].slice(0, maximum).join('')
}
