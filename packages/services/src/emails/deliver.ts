import {
  type Change,
  type EmailAttempt,
  type EmailToDeliver,
  findEmailsToDeliver,
  findMailState,
  isUnavailable,
  markAttempts,
  pauseMailQueue,
  resumeMailQueue,
} from '@usher/database'
import { formatMailbox, type Mailer, type MailMessage, TemplateError } from '@usher/mail'
import type { Deps } from '../deps.ts'
import type { Lease } from '../jobs/claim.ts'
import { findSuppressed, type SuppressionOf } from '../suppressions/find-suppressed.ts'
import { suppressionStatement } from '../suppressions/new-suppression.ts'
import { sealContent } from './content.ts'
import { type DeliveryCounts, gatherOutcomes, type Handled, type Outcomes } from './outcomes.ts'
import { reasonNotToSend } from './recheck.ts'
import { renderEmail } from './render.ts'

export type Delivery = DeliveryCounts & {
  /** Why nothing at all can be sent at present; the queue should wait a while. */
  pauseReason: string | null
}

/** How soon mails that wait for the whole queue are looked at again; how long the queue waits is the worker's to say. */
const pauseMilliseconds = 5000

/**
 * Sends the mails of one lease as one batch: decides again on each, records the attempt, hands them to the transport,
 * records what became of them. A mail whose last attempt ended in the dark is first looked up at the provider.
 */
export async function deliverEmails({
  deps,
  mailer,
  lease,
}: {
  deps: Deps
  mailer: Mailer
  lease: Lease
}): Promise<Delivery> {
  const outcomes = gatherOutcomes(deps, lease.token)
  const handled = await load(deps, lease, outcomes)
  const { undecided, pauseReason: lookUpProblem } = await reconcile(deps, mailer, handled, outcomes)
  const suppressionOf = await findSuppressed(
    deps,
    undecided.map(({ email }) => email.contact?.email ?? null),
  )
  const toSend = undecided.filter((each) => mayLeave(deps, each, suppressionOf, outcomes))
  const written = await write(deps, mailer, toSend, outcomes)
  const leaving = await mark(deps, mailer, lease.token, written, outcomes)
  const sendProblem = await send(deps, mailer, leaving, outcomes)
  const refusedFor = leaving.filter(({ email }) => outcomes.suppressed.has(email.id))
  const suppressions = await Promise.all(
    refusedFor.map(({ message, email }) =>
      suppressionStatement(deps, {
        address: message.to,
        websiteId: null,
        reason: 'provider',
        emailId: email.id,
      }),
    ),
  )
  const queue = await queueStatements(deps, outcomes)
  await persist(() => deps.database.write([...outcomes.statements(), ...suppressions, ...queue]))
  return { ...outcomes.counts, pauseReason: sendProblem ?? lookUpProblem }
}

/** Staff are told while the transport refuses everything, and no longer. */
async function queueStatements(deps: Deps, { counts, queueProblem }: Outcomes): Promise<Change[]> {
  const problem = queueProblem()
  if (problem !== null) return [pauseMailQueue(problem, deps.now())]
  if (counts.sent === 0) return []
  const { pausedAt } = await findMailState(deps.database)
  return pausedAt ? [resumeMailQueue()] : []
}

type Written = Handled & { message: MailMessage; attempt: EmailAttempt }

async function load(deps: Deps, lease: Lease, outcomes: Outcomes): Promise<Handled[]> {
  const found = await findEmailsToDeliver(
    deps.database,
    lease.jobs.map((job) => job.payload.emailId ?? ''),
  )
  const emails = new Map(found.map((email) => [email.id, email]))
  return lease.jobs.flatMap((job) => {
    const email = emails.get(job.payload.emailId ?? '')
    if (email && isOpen(email)) return [{ job, email }]
    outcomes.complete(job)
    return []
  })
}

const isOpen = (email: EmailToDeliver) => email.status === 'queued' || email.status === 'sending'

/** Mails that may already be out: found at the provider, they are sent; not found, they may be tried again. */
async function reconcile(
  deps: Deps,
  mailer: Mailer,
  handled: Handled[],
  outcomes: Outcomes,
): Promise<{ undecided: Handled[]; pauseReason: string | null }> {
  const settledAt = ({ email }: Handled) =>
    (email.attemptedAt?.getTime() ?? 0) + patienceFor(mailer, email.doubts)
  const now = deps.now().getTime()
  const undecided: Handled[] = []
  const settled: Handled[] = []
  for (const each of handled) {
    if (each.email.status === 'queued') undecided.push(each)
    else if (settledAt(each) <= now) settled.push(each)
    else outcomes.release(each, settledAt(each), 'Waits to see whether the last attempt arrived')
  }
  if (settled.length === 0 || !mailer.findAccepted)
    return { undecided: [...undecided, ...settled], pauseReason: null }
  try {
    const accepted = await mailer.findAccepted(settled.map(({ email }) => email.id))
    for (const each of settled) {
      const found = accepted.get(each.email.id)
      if (found) outcomes.sent(each, found.messageId, found.count - 1)
      else undecided.push(each)
    }
    return { undecided, pauseReason: null }
  } catch (error) {
    const reason = `The provider cannot be asked what it has: ${error instanceof Error ? error.message : 'it does not answer'}`
    for (const each of settled) outcomes.release(each, now + pauseMilliseconds, reason)
    return { undecided, pauseReason: reason }
  }
}

/** A mail that was looked for in vain once may be out twice with the next one: waited for longer each time. */
const patienceFor = (mailer: Mailer, doubts: number) => mailer.settlingMilliseconds * 4 ** Math.min(doubts, 4)

function mayLeave(deps: Deps, each: Handled, suppressionOf: SuppressionOf, outcomes: Outcomes): boolean {
  const { contact, website } = each.email
  const reason = reasonNotToSend(each.email, suppressionOf(contact?.email, website?.id), deps.now())
  if (reason !== null) outcomes.notSent(each, reason)
  else if (each.email.send?.status === 'paused') outcomes.hold(each)
  else return true
  return false
}

async function write(deps: Deps, mailer: Mailer, toSend: Handled[], outcomes: Outcomes): Promise<Written[]> {
  const written = await Promise.all(toSend.map((each) => writeOne(deps, mailer, each, outcomes)))
  return written.filter((each) => each !== null)
}

async function writeOne(
  deps: Deps,
  mailer: Mailer,
  each: Handled,
  outcomes: Outcomes,
): Promise<Written | null> {
  try {
    const { message, kept } = await renderEmail(deps, mailer.from, each.email)
    const attempt = {
      emailId: each.email.id,
      jobId: each.job.id,
      toAddress: message.to,
      fromAddress: formatMailbox(message.from),
      replyTo: message.replyTo,
      subject: kept.subject,
      contentSealed: await sealContent(deps, each.email.id, kept),
    }
    return { ...each, message, attempt }
  } catch (error) {
    // One mail that nobody foresaw must not keep the others back. Only our own words are told: others may quote a code.
    const reason = error instanceof TemplateError ? error.message : 'something unforeseen is in it'
    outcomes.fail(each, { reason: `It cannot be written: ${reason}`, told: 'it cannot be written' })
    return null
  }
}

async function mark(
  deps: Deps,
  mailer: Mailer,
  leaseToken: string,
  written: Written[],
  outcomes: Outcomes,
): Promise<Written[]> {
  if (written.length === 0) return []
  const now = deps.now()
  const leaving = await markAttempts(deps.database, {
    leaseToken,
    transport: mailer.transport,
    attempts: written.map(({ attempt }) => attempt),
    sendIds: [...new Set(written.flatMap(({ email }) => email.send?.id ?? []))],
    now,
  })
  // Something changed since it was read: it is decided on anew.
  for (const each of written) if (!leaving.has(each.email.id)) outcomes.release(each, now.getTime(), null)
  return written.filter(({ email }) => leaving.has(email.id))
}

/** @returns why the queue should pause, or null */
async function send(
  deps: Deps,
  mailer: Mailer,
  leaving: Written[],
  outcomes: Outcomes,
): Promise<string | null> {
  if (leaving.length === 0) return null
  const results = await mailer.sendBatch(leaving.map(({ message }) => message))
  const sentAt = deps.now().getTime()
  let pauseReason: string | null = null
  for (const [index, each] of leaving.entries()) {
    const result = results[index]
    switch (result?.outcome) {
      case 'accepted':
        outcomes.sent(each, result.messageId)
        break
      case 'pause_queue':
        pauseReason = result.reason
        outcomes.stopQueue(result.reason)
        outcomes.record(each, { status: 'queued', error: result.reason })
        outcomes.release(each, deps.now().getTime() + pauseMilliseconds, result.reason)
        break
      case 'recipient_refused':
        outcomes.fail(each, {
          ...result,
          told: result.isSuppressed
            ? 'the provider does not mail this address any more'
            : 'the address takes no mail',
        })
        break
      case 'defect':
        outcomes.fail(each, { ...result, told: 'the provider cannot read it' })
        break
      default:
        outcomes.tryAgain(
          each,
          result ?? {
            outcome: 'try_again',
            reason: 'The transport gave no answer',
            mayHaveBeenAccepted: true,
          },
          sentAt + patienceFor(mailer, each.email.doubts + (each.email.status === 'sending' ? 1 : 0)),
        )
    }
  }
  const areAllTriedAgain = results.every((result) => result.outcome === 'try_again')
  const first = results[0]
  return pauseReason ?? (areAllTriedAgain && first && 'reason' in first ? first.reason : null)
}

/** What the provider said is known here alone: a database that is away for a moment must not lose it. */
async function persist(attempt: () => Promise<unknown>): Promise<void> {
  for (let pause = 100; ; pause *= 2) {
    try {
      await attempt()
      return
    } catch (error) {
      if (!isUnavailable(error) || pause > 10_000) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
