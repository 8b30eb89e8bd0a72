import { emailIdMetadataKey } from '@usher/domain'
import type { Mailer, MailMessage } from './mailer.ts'

export type OutboxSimulation = {
  /** Our own webhook. */
  webhookUrl: string
  user: string
  password: string
  /** Only links that lead here are followed. */
  origin: string
  /** How long `slow@…` takes, in milliseconds. */
  slowMilliseconds?: number
  /** The pauses between tries of a webhook, in milliseconds. */
  retryMilliseconds?: readonly number[]
}

type PostmarkEvent = Record<string, unknown>

/**
 * An outbox in which some addresses behave as mailboxes do: `bounce@…` comes back, `complaint@…` is reported as spam,
 * `slow@…` arrives late, `scanner@…` has every link opened by a machine. What became of them is told by real webhook posts
 * in Postmark's form to ourselves. Every other address is as silent as ever.
 */
export function simulateMailboxes(outbox: Mailer, simulation: OutboxSimulation): Mailer {
  return {
    ...outbox,
    async sendBatch(messages) {
      const outcomes = await outbox.sendBatch(messages)
      for (const message of messages) void live(message, simulation).catch(() => undefined)
      return outcomes
    },
  }
}

async function live(message: MailMessage, simulation: OutboxSimulation): Promise<void> {
  const tell = (event: PostmarkEvent) => post({ ...common(message), ...event }, simulation)
  const delivered = () => ({
    RecordType: 'Delivery',
    Recipient: message.to,
    DeliveredAt: now(),
    Details: 'Simulated by the outbox',
  })
  switch (/^(bounce|complaint|slow|scanner)(?:\+[^@]*)?@/i.exec(message.to)?.[1]?.toLowerCase()) {
    case 'bounce':
      return tell({
        ...returned('HardBounce', 'Simulated: there is no such mailbox.'),
        RecordType: 'Bounce',
      })
    case 'complaint':
      await tell(delivered())
      return tell({
        ...returned('SpamComplaint', 'Simulated: reported as spam.'),
        RecordType: 'SpamComplaint',
      })
    case 'slow':
      await sleep(simulation.slowMilliseconds ?? 20_000)
      return tell(delivered())
    case 'scanner':
      await tell(delivered())
      await scan(message, simulation.origin)
      return tell({
        RecordType: 'Open',
        ReceivedAt: now(),
        FirstOpen: true,
        UserAgent: 'Simulated mail scanner',
      })
  }
}

const common = (message: MailMessage) => ({
  // The outbox gives a mail its own id.
  MessageID: message.emailId,
  Metadata: { [emailIdMetadataKey]: message.emailId },
  MessageStream: 'outbound',
  Tag: message.tag,
})

const returned = (type: string, description: string): PostmarkEvent => ({
  ID: Math.floor(Math.random() * 2 ** 31),
  Type: type,
  Description: description,
  BouncedAt: now(),
  Inactive: true,
})

/** Opens every link of ours as a mail scanner does: GET, no cookies, redirects followed. */
async function scan({ html }: MailMessage, origin: string): Promise<void> {
  const links = new Set(
    [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replace(/&amp;/g, '&')),
  )
  for (const link of links) {
    if (URL.parse(link)?.origin !== origin) continue
    const answer = await fetch(link, {
      headers: { 'user-agent': 'Simulated mail scanner' },
      signal: AbortSignal.timeout(10_000),
    })
    await answer.arrayBuffer()
  }
}

/** Again until it is taken: the first may come before the mail's sending is recorded. */
async function post(event: PostmarkEvent, simulation: OutboxSimulation): Promise<void> {
  for (const pause of [0, ...(simulation.retryMilliseconds ?? [500, 1000, 2000, 5000, 15_000])]) {
    await sleep(pause)
    const status = await fetch(simulation.webhookUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`${simulation.user}:${simulation.password}`)}`,
      },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(10_000),
    }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status),
      () => 0,
    )
    if (status === 200 || status === 403 || status === 404) return
  }
}

const now = () => new Date().toISOString()

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })
