import {
  type Change,
  type ClaimedJob,
  completeFinishedSends,
  completeJobs,
  type EmailOutcome,
  type EmailToDeliver,
  failJobs,
  holdJobs,
  recordOutcomes,
  releaseJobs,
} from '@usher/database'
import type { MailOutcome } from '@usher/mail'
import type { Deps } from '../deps.ts'
import { failureOf } from '../jobs/failure.ts'
import { pauseBeforeCheck } from './check-times.ts'

export type DeliveryCounts = { sent: number; failed: number; notSent: number; waiting: number }

/** One e-mail in a worker's hands. */
export type Handled = { job: ClaimedJob; email: EmailToDeliver }

/** What became of the mails of one lease, gathered, then written in one batch. */
export function gatherOutcomes(deps: Deps, leaseToken: string) {
  const outcomes: EmailOutcome[] = []
  const completed: string[] = []
  const released: Parameters<typeof releaseJobs>[1][number][] = []
  const failed: Parameters<typeof failJobs>[1][number][] = []
  const held: string[] = []
  const sendIds = new Set<string>()
  /** Mails whose addresses the provider does not mail any more. */
  const suppressed = new Set<string>()
  const counts: DeliveryCounts = { sent: 0, failed: 0, notSent: 0, waiting: 0 }

  let stoppedBy: string | null = null
  /** The transport refuses everything, for this reason. */
  const stopQueue = (reason: string) => void (stoppedBy = reason)

  function record(
    { job, email }: Handled,
    outcome: Pick<EmailOutcome, 'status'> & Partial<EmailOutcome>,
    line?: { type: string; subject: string },
  ): void {
    if (email.send) sendIds.add(email.send.id)
    const activity = line && email.contact ? { id: deps.newId(), ...line } : null
    outcomes.push({
      emailId: email.id,
      jobId: job.id,
      messageId: null,
      duplicates: 0,
      checkAt: null,
      errorCode: null,
      error: null,
      activity,
      ...outcome,
    })
  }

  /** Nothing to do any more. */
  const complete = (job: ClaimedJob) => void completed.push(job.id)

  /** Given back untried, to be looked at again at `runAt`. */
  function release({ job }: Handled, runAt: number, reason: string | null): void {
    counts.waiting++
    released.push({ id: job.id, runAt, reason })
  }

  const hold = ({ job }: Handled) => {
    counts.waiting++
    held.push(job.id)
  }

  function notSent(handled: Handled, reason: string): void {
    counts.notSent++
    complete(handled.job)
    const subject = `${nounOf(handled.email)} not sent: ${reason}`
    record(handled, { status: 'not_sent', error: reason }, { type: 'email_not_sent', subject })
  }

  /** @param duplicates how many more of it the provider took */
  function sent(handled: Handled, messageId: string, duplicates = 0): void {
    counts.sent++
    complete(handled.job)
    const isInvitation = handled.email.kind === 'invitation'
    record(
      handled,
      { status: 'sent', messageId, duplicates, checkAt: firstCheckAt(deps) },
      {
        type: isInvitation ? 'invitation_sent' : 'email_sent',
        subject: isInvitation ? 'Invitation sent by e-mail' : 'Mail sent',
      },
    )
  }

  /** It cannot succeed: parked, where staff see it and can retry. */
  function fail(
    handled: Handled,
    failure: { reason: string; told: string; code?: number; isSuppressed?: boolean },
  ): void {
    counts.failed++
    if (failure.isSuppressed) suppressed.add(handled.email.id)
    failed.push(failureOf(deps, handled.job, { reason: failure.reason, isPermanent: true }))
    record(
      handled,
      {
        status: failure.isSuppressed ? 'suppressed' : 'failed',
        error: failure.reason,
        errorCode: failure.code ?? null,
      },
      { type: 'email_failed', subject: `${nounOf(handled.email)} failed: ${failure.told}` },
    )
  }

  /** @param settledAt when the provider can be asked whether it took the mail after all, in milliseconds since 1970 */
  function tryAgain(
    handled: Handled,
    outcome: Extract<MailOutcome, { outcome: 'try_again' }>,
    settledAt: number,
  ): void {
    const failure = failureOf(deps, handled.job, { reason: outcome.reason, isPermanent: false })
    if (failure.runAt === null) {
      return fail(handled, { reason: outcome.reason, told: 'it was tried for hours, in vain' })
    }
    counts.waiting++
    const runAt = outcome.mayHaveBeenAccepted ? Math.max(failure.runAt, settledAt) : failure.runAt
    failed.push({ ...failure, runAt })
    record(handled, { status: outcome.mayHaveBeenAccepted ? 'sending' : 'queued', error: outcome.reason })
  }

  const statements = (): Change[] => {
    const now = deps.now()
    return [
      ...recordOutcomes(leaseToken, outcomes, now),
      completeJobs(leaseToken, completed, now),
      releaseJobs(leaseToken, released),
      failJobs(leaseToken, failed, now),
      holdJobs(leaseToken, held, now),
      completeFinishedSends([...sendIds], now),
    ]
  }

  return {
    complete,
    release,
    hold,
    notSent,
    sent,
    fail,
    tryAgain,
    record,
    stopQueue,
    queueProblem: () => stoppedBy,
    statements,
    counts,
    suppressed,
  }
}

export type Outcomes = ReturnType<typeof gatherOutcomes>

const firstCheckAt = ({ mailTransport, now }: Deps) =>
  mailTransport === 'postmark' ? now().getTime() + pauseBeforeCheck(0) : null

const nounOf = (email: EmailToDeliver) => (email.kind === 'invitation' ? 'Invitation mail' : 'Mail')
