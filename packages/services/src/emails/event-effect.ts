import type { ActivityType, EmailStatus, MailEvent, SuppressionReason } from '@usher/domain'

/** From which states an event moves a mail on, where to, and the line it leaves on the timelines. */
export type EventEffect = {
  from: readonly EmailStatus[]
  to: EmailStatus
  activity: { type: ActivityType; subject: string }
}

/** Never backwards: what came late finds the mail further on and changes nothing. */
export const effectOf = ({ type, isMachine }: Pick<MailEvent, 'type' | 'isMachine'>): EventEffect =>
  type === 'opened' && isMachine ? openedByMachine : effects[type]

const effects = {
  delivered: {
    from: ['sent'],
    to: 'delivered',
    activity: { type: 'email_delivered', subject: 'Mail delivered' },
  },
  opened: {
    from: ['sent', 'delivered'],
    to: 'opened',
    activity: { type: 'email_opened', subject: 'Mail opened' },
  },
  bounced: {
    from: ['sent', 'delivered'],
    to: 'bounced',
    activity: { type: 'email_bounced', subject: 'Mail bounced' },
  },
  complained: {
    from: ['sent', 'delivered', 'opened', 'bounced'],
    to: 'complained',
    activity: { type: 'email_failed', subject: 'Mail reported as spam' },
  },
  suppressed: {
    from: ['sent', 'delivered', 'opened'],
    to: 'suppressed',
    activity: { type: 'email_failed', subject: 'Address suppressed by the mail provider' },
  },
} as const satisfies Record<MailEvent['type'], EventEffect>

/** A machine says nothing of a person, but only a mail that arrived can be opened. */
const openedByMachine: EventEffect = {
  from: ['sent'],
  to: 'delivered',
  activity: { type: 'email_delivered', subject: 'Mail delivered, and opened by a machine' },
}

/** Why the address is not mailed any more after this; null: it is. */
export function suppressionAfter({
  type,
  isPermanent,
}: Pick<MailEvent, 'type' | 'isPermanent'>): SuppressionReason | null {
  if (type === 'bounced' && isPermanent) return 'hard_bounce'
  if (type === 'complained') return 'spam_complaint'
  return type === 'suppressed' ? 'provider' : null
}
