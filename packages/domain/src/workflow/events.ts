/** What happens in the house and can be told to others. A payload never holds a code. */
export const eventTypes = [
  'contact.created',
  'contact.updated',
  'contact.deleted',
  'invitation.created',
  'invitation.sent',
  'invitation.delivered',
  'invitation.bounced',
  'invitation.expired',
  'invitation.deactivated',
  'redemption.created',
  'redemption.refused',
  'redemption.undone',
  'grant.added',
  'grant.removed',
] as const
export type EventType = (typeof eventTypes)[number]

/** What a run can wait for: something about its contact, and about its invitation where it has one. */
export const awaitableEvents = [
  'contact.updated',
  'invitation.sent',
  'invitation.delivered',
  'invitation.bounced',
  'invitation.expired',
  'invitation.deactivated',
  'redemption.created',
  'redemption.undone',
  'grant.added',
  'grant.removed',
] as const satisfies readonly EventType[]
export type AwaitableEvent = (typeof awaitableEvents)[number]
