import type { SendStatus } from '@usher/domain'
import type { Tone } from './components/ui/Badge.svelte'

/** How far a send has come, as staff read it. */
export const sendStatusWords = {
  queued: { label: 'Waiting', tone: 'neutral' },
  sending: { label: 'Under way', tone: 'accent' },
  paused: { label: 'Paused', tone: 'amber' },
  cancelled: { label: 'Cancelled', tone: 'red' },
  completed: { label: 'Completed', tone: 'green' },
} as const satisfies Record<SendStatus, { label: string; tone: Tone }>

/** While it moves by itself, its page looks again by itself. A cancelled send ends with the mails under way. */
export const isMoving = (send: { status: SendStatus; queued: number }): boolean =>
  send.status === 'queued' || send.status === 'sending' || (send.status === 'cancelled' && send.queued > 0)
