import { schema } from '@usher/database'
import { hmac } from '@usher/domain'
import type { createWorld } from '@usher/services/testing'

/** A session as signing in leaves it, for many people at once: signing in hashes a password, which takes its time. */
export async function createSessionCookie(
  { deps }: Pick<Awaited<ReturnType<typeof createWorld>>, 'deps'>,
  userId: string,
): Promise<string> {
  const now = new Date()
  const token = Buffer.from(deps.randomBytes(24)).toString('hex').slice(0, 32)
  await deps.database.write([
    deps.database.query.insert(schema.inviteeSessions).values({
      id: deps.newId(),
      token,
      userId,
      expiresAt: new Date(now.getTime() + 3_600_000),
      createdAt: now,
      updatedAt: now,
    }),
  ])
  const secret = await deps.keys.current.text('session')
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = Buffer.from(await hmac(key, token)).toString('base64')
  return `usher-invitee.session=${encodeURIComponent(`${token}.${signature}`)}`
}
