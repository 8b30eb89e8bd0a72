import {
  emailIdMetadataKey,
  isMachine,
  type MailEvent,
  permanentTypes,
  undeliveredTypes,
} from '@usher/domain'
import * as v from 'valibot'

/** The provider mails an address again. */
export type Reactivation = { type: 'reactivated'; messageId: string }

/** An event as it was told, and what it is about. */
export type ToldEvent = MailEvent & {
  messageId: string
  /** Our own id, when the message carried it. */
  emailId: string | null
  /** The same for every repetition of the same event. */
  key: string
}

const message = { MessageID: v.string(), Metadata: v.optional(v.nullable(v.record(v.string(), v.unknown()))) }
const instant = v.pipe(
  v.string(),
  v.transform((text) => new Date(text)),
  v.check((date) => !Number.isNaN(date.getTime())),
)
const text = v.optional(v.nullable(v.string()), null)

/** Source: https://postmarkapp.com/developer/webhooks/webhooks-overview */
const eventSchema = v.variant('RecordType', [
  v.object({ ...message, RecordType: v.literal('Delivery'), DeliveredAt: instant }),
  v.object({ ...message, RecordType: v.literal('Open'), ReceivedAt: instant, UserAgent: text }),
  v.object({
    ...message,
    RecordType: v.picklist(['Bounce', 'SpamComplaint']),
    ID: v.optional(v.union([v.number(), v.string()])),
    Type: text,
    Description: text,
    BouncedAt: instant,
  }),
  v.object({
    ...message,
    RecordType: v.literal('SubscriptionChange'),
    ChangedAt: instant,
    SuppressSending: v.boolean(),
    SuppressionReason: text,
  }),
])

/**
 * Reads what Postmark posts to a webhook.
 * @returns null for an event that says nothing of whether a mail arrived; 'invalid' for what is no event of Postmark's
 */
export function readPostmarkEvent(body: unknown): ToldEvent | Reactivation | null | 'invalid' {
  const named = v.safeParse(v.object({ RecordType: v.string() }), body)
  if (!named.success) return 'invalid'
  const parsed = v.safeParse(eventSchema, body)
  // Kinds of events come up over time: what we do not know is not for us. A broken one of a known kind is no event.
  if (!parsed.success) return knownKinds.has(named.output.RecordType) ? 'invalid' : null
  const event = parsed.output
  const own = event.Metadata?.[emailIdMetadataKey]
  const about = { messageId: event.MessageID, emailId: typeof own === 'string' ? own : null }
  const at = (
    type: MailEvent['type'],
    occurredAt: Date,
    detail: string | null = null,
    id?: string | number,
  ) => ({
    ...about,
    type,
    occurredAt,
    detail: detail?.slice(0, 400) ?? null,
    isMachine: false,
    isPermanent: false,
    key: `${event.MessageID}:${event.RecordType}:${id ?? occurredAt.toISOString()}`,
  })
  switch (event.RecordType) {
    case 'Delivery':
      return at('delivered', event.DeliveredAt)
    case 'Open':
      return { ...at('opened', event.ReceivedAt), isMachine: isMachine(event.UserAgent) }
    case 'SpamComplaint':
      return at('complained', event.BouncedAt, event.Description, event.ID)
    case 'Bounce':
      return undeliveredTypes.has(event.Type ?? '')
        ? {
            ...at('bounced', event.BouncedAt, event.Description, event.ID),
            isPermanent: permanentTypes.has(event.Type ?? ''),
          }
        : null
    case 'SubscriptionChange':
      return event.SuppressSending
        ? at('suppressed', event.ChangedAt, event.SuppressionReason)
        : { type: 'reactivated', messageId: event.MessageID }
  }
}

const knownKinds = new Set(['Delivery', 'Open', 'Bounce', 'SpamComplaint', 'SubscriptionChange'])
