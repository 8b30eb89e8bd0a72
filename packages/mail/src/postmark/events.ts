import { isMachine, type MailEvent } from '@usher/domain'
import type { Models } from 'postmark'

/** What Postmark's own records tell of a message. Source: https://postmarkapp.com/developer/api/messages-api */
export function readDetails({ MessageEvents: events }: Models.OutboundMessageDetails): MailEvent[] {
  return events.flatMap((event) => {
    const occurredAt = new Date(event.ReceivedAt)
    if (Number.isNaN(occurredAt.getTime())) return []
    const details: Record<string, unknown> = { ...event.Details }
    const summary = typeof details['Summary'] === 'string' ? details['Summary'] : null
    const told = (type: MailEvent['type'], detail: string | null = null, machine = false): MailEvent[] => [
      { type, occurredAt, detail, isMachine: machine, isPermanent: false },
    ]
    switch (String(event.Type)) {
      case 'Delivered':
        return told('delivered')
      case 'Opened':
        return told('opened', null, isMachine(summary))
      case 'Bounced':
        return told('bounced', summary)
      case 'SubscriptionChanged':
        return String(details['SuppressSending']) === 'True' ? told('suppressed', summary) : []
      default:
        return []
    }
  })
}
