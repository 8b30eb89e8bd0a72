import type {
  DurationUnit,
  RunBeginning,
  Step,
  StepKind,
  WorkflowStatus,
  WorkflowTrigger,
} from '@usher/domain'
import type { Tone } from './components/ui/Badge.svelte'

export const workflowStatusWords = {
  draft: { label: 'Draft', tone: 'neutral' },
  activated: { label: 'Activated', tone: 'green' },
  deactivated: { label: 'Deactivated', tone: 'amber' },
} as const satisfies Record<WorkflowStatus, { label: string; tone: Tone }>

/** When a workflow begins. */
export const workflowTriggerWords = {
  send: 'When an invitation is sent',
  redemption: 'When an invitation is redeemed',
  manual: 'When staff start it',
  expiry: 'When an invitation expires',
  bounce: 'When an invitation mail bounces',
} as const satisfies Record<WorkflowTrigger, string>

export const runStatusWords = {
  queued: { label: 'Queued', tone: 'neutral' },
  running: { label: 'Running', tone: 'accent' },
  waiting: { label: 'Waiting', tone: 'neutral' },
  completed: { label: 'Completed', tone: 'green' },
  parked: { label: 'Stuck', tone: 'red' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>

/** How a run began. */
export const runBeginningWords = {
  redemption: 'A redemption',
  manual: 'Staff, by hand',
  send: 'An invitation that was sent',
  expiry: 'An invitation that expired',
  bounce: 'An invitation mail that bounced',
  workflow: 'Another workflow',
  replay: 'Staff, once more',
} as const satisfies Record<RunBeginning, string>

/** What a run waits for. */
export const waitingInWords = (waitingFor: string): string =>
  ({ time: 'for time to pass', approval: 'for an approval', delivery: 'for a webhook' })[waitingFor] ??
  `for ${waitingFor}`

export const stepKindWords = {
  send_email: 'Send a mail',
  update_contact: 'Change the contact',
  update_account: 'Change the account',
  add_web_role: 'Add a web role',
  remove_web_role: 'Remove a web role',
  create_account: 'Create an account',
  add_tag: 'Add a tag',
  call_webhook: 'Call a webhook',
  wait_duration: 'Wait for some time',
  wait_until: 'Wait until a date',
  wait_for_event: 'Wait for an event',
  ask_approval: 'Ask for approval',
  branch: 'Branch on a condition',
  stop: 'Stop',
  start_workflow: 'Start another workflow',
} as const satisfies Record<StepKind, string>

const lasting = ({ amount, unit }: { amount: number; unit: DurationUnit }) =>
  `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`

/** What a step does, in one line. `names` are those of web roles, endpoints and workflows by id. */
export function stepInWords(step: Step, names: Readonly<Record<string, string>>): string {
  const nameOf = (id: string) => names[id] ?? '…'
  switch (step.kind) {
    case 'send_email':
      return step.subject
    case 'update_contact':
    case 'update_account':
      return Object.entries(step.fields)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ')
    case 'add_web_role':
      return `${nameOf(step.webRoleId)}${step.lasts ? ` for ${lasting(step.lasts)}` : ''}`
    case 'remove_web_role':
      return nameOf(step.webRoleId)
    case 'create_account':
      return step.name
    case 'add_tag':
      return step.tag
    case 'call_webhook':
      return `${step.eventType} to ${nameOf(step.endpointId)}`
    case 'wait_duration':
      return lasting(step.duration)
    case 'wait_until':
      return step.date
    case 'wait_for_event':
      return `${step.event}, at most ${lasting(step.timeout)}`
    case 'ask_approval':
      return `${step.question} (at most ${lasting(step.timeout)})`
    case 'branch':
      return `If ${step.condition}`
    case 'stop':
      return step.reason
    case 'start_workflow':
      return nameOf(step.workflowId)
  }
}

/** Text with merge fields, cut into what stands and what is filled in. */
export function templateParts(text: string): { text: string; isField: boolean }[] {
  return text
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .filter(Boolean)
    .map((part) => ({ text: part, isField: /^\{[{%]/.test(part) }))
}
