import type { TakenMail } from './postmark-stand-in.ts'
import type { StandInEvent } from './stand-in-webhooks.ts'

/** A message as the search lists it. */
export const listedMessage = (mail: TakenMail) => ({
  Tag: mail.Tag ?? '',
  MessageID: mail.MessageID,
  To: [{ Email: mail.To, Name: null }],
  Cc: [],
  Bcc: [],
  Recipients: [mail.To],
  ReceivedAt: new Date(mail.receivedAt).toISOString(),
  From: mail.From,
  Subject: mail.Subject,
  Attachments: [],
  Status: 'Sent',
  TrackOpens: false,
  TrackLinks: 'None',
  Metadata: mail.Metadata ?? {},
  MessageStream: mail.MessageStream ?? 'outbound',
  Sandboxed: false,
})

/** A message with all that became of it. Source: https://postmarkapp.com/developer/api/messages-api#outbound-message-details */
export const messageDetails = (mail: TakenMail, events: readonly StandInEvent[]) => ({
  ...listedMessage(mail),
  TextBody: mail.TextBody ?? '',
  HtmlBody: mail.HtmlBody ?? '',
  Body: '',
  MessageEvents: events.flatMap((event) => {
    const of = (Type: string, ReceivedAt: unknown, Details: Record<string, string>) => [
      { Recipient: mail.To, Type, ReceivedAt, Details },
    ]
    switch (event.RecordType) {
      case 'Delivery':
        return of('Delivered', event['DeliveredAt'], { DeliveryMessage: String(event['Details'] ?? '') })
      case 'Open':
        return of('Opened', event['ReceivedAt'], { Summary: String(event['UserAgent'] ?? '') })
      case 'Bounce':
        return of('Bounced', event['BouncedAt'], {
          Summary: String(event['Description']),
          BounceID: String(event['ID']),
        })
      case 'SpamComplaint':
        return of('SubscriptionChanged', event['BouncedAt'], { Origin: 'Recipient', SuppressSending: 'True' })
      default:
        return []
    }
  }),
})
