import type { TakenMail } from './postmark-stand-in.ts'

/** Where Postmark posts what it knows, and how often it tries: the pauses between the tries, in milliseconds. */
export type StandInWebhook = {
  url: string
  user: string
  password: string
  retryMilliseconds?: readonly number[]
}

export type StandInEvent = { MessageID: string; RecordType: string } & Record<string, unknown>

/**
 * Posts events as Postmark does: one a POST, with basic auth, again on any answer but 200, never again after 403.
 * Source: https://postmarkapp.com/developer/webhooks/webhooks-overview
 */
export function createWebhookPoster(webhook: StandInWebhook | undefined) {
  const attempts: { event: StandInEvent; status: number }[] = []
  const underWay = new Set<Promise<void>>()
  let isStopped = webhook === undefined

  async function post(event: StandInEvent): Promise<void> {
    for (const pause of [0, ...(webhook?.retryMilliseconds ?? [10, 50, 150])]) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
      if (isStopped || !webhook) return
      const status = await postOnce(webhook, event)
      attempts.push({ event, status })
      if (status === 403) isStopped = true
      if (status === 200) return
    }
  }

  return {
    attempts,
    tell(event: StandInEvent): Promise<void> {
      const posting = post(event)
      underWay.add(posting)
      void posting.finally(() => underWay.delete(posting))
      return posting
    },
    settled: async () => void (await Promise.all(underWay)),
    stop: () => void (isStopped = true),
  }
}

const postOnce = ({ url, user, password }: StandInWebhook, event: StandInEvent): Promise<number> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Postmark',
      authorization: `Basic ${btoa(`${user}:${password}`)}`,
    },
    body: JSON.stringify(event),
  }).then(
    async (answer) => (await answer.arrayBuffer(), answer.status),
    () => 0,
  )

/** What becomes of a mail, by the name before the @: `bounce…` and `complaint…` do what they say, all else arrives. */
export function fateOf(mail: TakenMail, nextId: () => number): StandInEvent[] {
  const common = {
    MessageID: mail.MessageID,
    ServerID: 1,
    MessageStream: mail.MessageStream ?? 'outbound',
    Metadata: mail.Metadata ?? {},
    Tag: mail.Tag ?? '',
  }
  const at = (milliseconds: number) => new Date(mail.receivedAt + milliseconds).toISOString()
  const delivered = {
    ...common,
    RecordType: 'Delivery',
    Recipient: mail.To,
    DeliveredAt: at(1),
    Details: 'Test delivery',
  }
  if (/^bounce/i.test(mail.To)) {
    return [
      {
        ...common,
        RecordType: 'Bounce',
        ID: nextId(),
        Type: 'HardBounce',
        TypeCode: 1,
        Name: 'Hard bounce',
        Description: 'The server was unable to deliver your message (ex: unknown user, mailbox not found).',
        Email: mail.To,
        From: mail.From,
        BouncedAt: at(2),
        Inactive: true,
        CanActivate: true,
        Subject: mail.Subject,
      },
    ]
  }
  if (/^complaint/i.test(mail.To)) {
    return [
      delivered,
      {
        ...common,
        RecordType: 'SpamComplaint',
        ID: nextId(),
        Type: 'SpamComplaint',
        TypeCode: 100001,
        Name: 'Spam complaint',
        Description: 'The subscriber explicitly marked this message as spam.',
        Email: mail.To,
        From: mail.From,
        BouncedAt: at(3),
        Inactive: true,
        CanActivate: false,
        Subject: mail.Subject,
      },
    ]
  }
  return [delivered]
}
