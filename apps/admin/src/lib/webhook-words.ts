import type { Tone } from './components/ui/Badge.svelte'

export const deliveryStatusWords = {
  queued: { label: 'On its way', tone: 'neutral' },
  succeeded: { label: 'Got through', tone: 'green' },
  failed: { label: 'Failed', tone: 'red' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>
