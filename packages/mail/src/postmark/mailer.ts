import { emailIdMetadataKey, type MailEvent, type MailSettings, maximumBatchSize } from '@usher/domain'
import { type Message, Models, type ServerClient } from 'postmark'
import { formatMailbox, readMailbox } from '../mailbox.ts'
import type { Mailer, MailMessage, MailOutcome } from '../mailer.ts'
import { unsubscribeHeaders } from '../unsubscribe-headers.ts'
import { createPostmarkClient, failureOf, type PostmarkFailure } from './client.ts'
import { readDetails } from './events.ts'
import { examinePostmark } from './examine.ts'
import { inactiveRecipient, judge } from './taxonomy.ts'

/** Postmark's search lags behind its sending. */
const settlingMilliseconds = 60_000
const lookUpsAtOnce = 8

/** Sends through Postmark's `/email/batch`. Nothing is tracked: tracked links would hand codes to somebody else. */
export function createPostmarkMailer(settings: Extract<MailSettings, { transport: 'postmark' }>): Mailer {
  const client = createPostmarkClient(settings)
  return {
    transport: 'postmark',
    from: readMailbox(settings.from),
    batchSize: maximumBatchSize,
    settlingMilliseconds,
    sendBatch: (messages) => sendBatch(client, settings.messageStream, messages),
    findAccepted: (emailIds) => findAccepted(client, emailIds),
    findEvents: (messageIds) => findEvents(client, messageIds),
    check: () => examinePostmark(client, settings),
    close: () => undefined,
  }
}

async function sendBatch(
  client: ServerClient,
  stream: string,
  messages: readonly MailMessage[],
): Promise<MailOutcome[]> {
  try {
    const answers: unknown = await client.sendEmailBatch(
      messages.map((message) => toPostmark(stream, message)),
    )
    if (!Array.isArray(answers) || answers.length !== messages.length)
      throw new Error('Postmark gave an answer that cannot be read')
    return answers.map((answer: Models.MessageSendingResponse) => readAnswer(answer))
  } catch (error) {
    const failure = failureOf(error)
    const outcome = outcomeOf(failure)
    // The whole batch was refused for what may be wrong with one mail: look for it.
    if (messages.length > 1 && (outcome.outcome === 'defect' || outcome.outcome === 'recipient_refused')) {
      const half = Math.ceil(messages.length / 2)
      return [
        ...(await sendBatch(client, stream, messages.slice(0, half))),
        ...(await sendBatch(client, stream, messages.slice(half))),
      ]
    }
    return messages.map(() => outcome)
  }
}

function toPostmark(stream: string, message: MailMessage): Message {
  return {
    From: formatMailbox(message.from),
    To: message.to,
    ...(message.replyTo === null ? {} : { ReplyTo: message.replyTo }),
    Subject: message.subject,
    HtmlBody: message.html,
    TextBody: message.text,
    MessageStream: stream,
    Tag: message.tag,
    TrackOpens: false,
    TrackLinks: Models.LinkTrackingOptions.None,
    Metadata: { [emailIdMetadataKey]: message.emailId },
    ...(message.unsubscribeUrl === null ? {} : { Headers: toHeaders(message.unsubscribeUrl) }),
  }
}

const toHeaders = (unsubscribeUrl: string) =>
  Object.entries(unsubscribeHeaders(unsubscribeUrl)).map(([Name, Value]) => ({ Name, Value }))

function readAnswer(answer: Models.MessageSendingResponse): MailOutcome {
  if (answer.ErrorCode === 0) return { outcome: 'accepted', messageId: answer.MessageID }
  const message = [answer.Message, ...readErrors(answer)].join(' ')
  return outcomeOf({ status: 200, code: answer.ErrorCode, message, mayHaveBeenAccepted: false })
}

/** Code 11 tells the particulars in `Errors`. */
const readErrors = (answer: object): string[] =>
  'Errors' in answer && Array.isArray(answer.Errors)
    ? answer.Errors.map((error) => (typeof error === 'string' ? error : JSON.stringify(error)))
    : []

/** What a failed call means, in a sentence for staff. */
export function outcomeOf({ status, code, message, mayHaveBeenAccepted }: PostmarkFailure): MailOutcome {
  const { verdict, advice } = judge(status, code)
  const number = code === 0 ? (status === 0 ? '' : ` (HTTP ${status})`) : ` (${code})`
  const reason = [`Postmark${number}: ${message.trim().replace(/\.?$/, '.')}`, advice]
    .filter(Boolean)
    .join(' ')
  switch (verdict) {
    case 'pause_queue':
      return { outcome: 'pause_queue', reason }
    case 'recipient_refused':
      return { outcome: 'recipient_refused', code, reason, isSuppressed: code === inactiveRecipient }
    case 'defect':
      return { outcome: 'defect', code, reason }
    default:
      return { outcome: 'try_again', reason, mayHaveBeenAccepted }
  }
}

async function findAccepted(
  client: ServerClient,
  emailIds: readonly string[],
): Promise<Map<string, { messageId: string; count: number }>> {
  const found = new Map<string, { messageId: string; count: number }>()
  await forEach(emailIds, async (emailId) => {
    const filter = Object.assign(new Models.OutboundMessagesFilteringParameters(10, 0), {
      [`metadata_${emailIdMetadataKey}`]: emailId,
    })
    const { Messages: messages } = await client.getOutboundMessages(filter)
    // The latest comes first: the first one taken is the one that was meant.
    const message = messages.at(-1)
    if (message) found.set(emailId, { messageId: message.MessageID, count: messages.length })
  })
  return found
}

async function findEvents(
  client: ServerClient,
  messageIds: readonly string[],
): Promise<Map<string, MailEvent[]>> {
  const found = new Map<string, MailEvent[]>()
  await forEach(messageIds, async (messageId) => {
    try {
      found.set(messageId, readDetails(await client.getOutboundMessageDetails(messageId)))
    } catch (error) {
      // Unknown, or past the days for which Postmark keeps messages.
      const { status, code } = failureOf(error)
      if (status !== 404 && code !== 701) throw error
    }
  })
  return found
}

/** A few at once, so that a thousand questions are no flood. */
async function forEach(ids: readonly string[], ask: (id: string) => Promise<void>): Promise<void> {
  const waiting = [...ids]
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) await ask(id)
  }
  await Promise.all(Array.from({ length: lookUpsAtOnce }, work))
}
