import type { WorkflowStatus, WorkflowTrigger } from '@usher/domain'
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
  queued: { label: 'Waiting', tone: 'neutral' },
  running: { label: 'Running', tone: 'accent' },
  waiting: { label: 'Waiting', tone: 'neutral' },
  completed: { label: 'Completed', tone: 'green' },
  parked: { label: 'Stuck', tone: 'red' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>

/** Text with merge fields, cut into what stands and what is filled in. */
export function templateParts(text: string): { text: string; isField: boolean }[] {
  return text
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .filter(Boolean)
    .map((part) => ({ text: part, isField: /^\{[{%]/.test(part) }))
}
