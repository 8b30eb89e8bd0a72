import type { Keyring } from './secrets.ts'

/** By what the outbox tells our own webhook of its simulated mailboxes: derived, so that worker and edge agree. */
export const outboxWebhookAccess = async (keys: Keyring): Promise<{ user: string; password: string }> => ({
  user: 'outbox',
  password: await keys.current.text('outbox-webhook'),
})
