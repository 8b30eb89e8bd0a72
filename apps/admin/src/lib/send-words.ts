import type { SendStatus } from '@usher/domain'

/** While it moves by itself, its page looks again by itself. A cancelled send ends with the mails under way. */
export const isMoving = (send: { status: SendStatus; queued: number }): boolean =>
  send.status === 'queued' || send.status === 'sending' || (send.status === 'cancelled' && send.queued > 0)
