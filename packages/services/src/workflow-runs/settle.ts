import type { RunState } from '@usher/database'
import type { Step } from '@usher/domain'

/** What became of what a run waited for. */
export type Settled =
  | { kind: 'still'; until: Date }
  | { kind: 'done'; output: Record<string, unknown>; says?: string }
  | { kind: 'failed'; reason: string }

/** Looks at what woke the run, and at the clock: being woken alone is no reason to go on. */
export function settle(run: RunState, step: Step, now: Date): Settled {
  const isLate = run.resumeAt === null || run.resumeAt <= now.getTime()
  const still: Settled = { kind: 'still', until: new Date(run.resumeAt ?? now.getTime()) }
  switch (step.kind) {
    case 'call_webhook':
      return settleDelivery(run, now)
    case 'wait_for_event':
      if (run.wake) return { kind: 'done', output: { happened: true, ...run.wake } }
      return isLate ? { kind: 'done', output: { happened: false } } : still
    case 'ask_approval': {
      if (!run.wake) return isLate ? { kind: 'done', output: { approved: false, decided: false } } : still
      const { approved, decidedBy, comment } = run.wake
      const says = `${String(decidedBy)} ${approved === true ? 'approved' : 'declined'}${comment ? `: ${String(comment)}` : ''}`
      return {
        kind: 'done',
        output: { approved: approved === true, decided: true, decidedBy, comment: comment ?? null },
        says,
      }
    }
    default:
      return isLate ? { kind: 'done', output: {} } : still
  }
}

const lookAgainMilliseconds = 60 * 60 * 1000

function settleDelivery({ delivery, resumeAt }: RunState, now: Date): Settled {
  if (!delivery)
    return {
      kind: 'failed',
      reason: 'The webhook endpoint was deleted. Choose another, then start the workflow again.',
    }
  const { status, attempts, responseStatus, responseBody, error } = delivery
  if (status === 'succeeded') {
    return { kind: 'done', output: { ok: true, status: responseStatus, body: responseBody ?? '', attempts } }
  }
  if (status === 'queued') {
    return { kind: 'still', until: new Date(Math.max(resumeAt ?? 0, now.getTime() + lookAgainMilliseconds)) }
  }
  return { kind: 'failed', reason: `The webhook did not get through: ${error ?? 'it was given up'}` }
}
