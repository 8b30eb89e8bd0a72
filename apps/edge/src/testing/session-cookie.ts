import { schema } from '@usher/database'
import { hmac } from '@usher/domain'
import type { createWorld } from '@usher/services/testing'

type World = Pick<Awaited<ReturnType<typeof createWorld>>, 'deps'>

/** A session as signing in leaves it, for many people at once: signing in hashes a password, which takes its time. */
export async function createSessionCookie({ deps }: World, userId: string): Promise<string> {
  const now = new Date()
  const { token, cookie } = await createToken({ deps })
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
  return cookie
}

/** Both cookies of a session that is still to be written: the token, and who is signed in as Better Auth signs it. */
export async function createSignedCookies(
  { deps }: World,
  user: { id: string; name: string; email: string; emailVerified: boolean },
): Promise<{ token: string; expiresAt: Date; cookie: string }> {
  const { token, cookie } = await createToken({ deps })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const session = { session: { token, userId: user.id, expiresAt, signedInWith: null }, user, version: '1' }
  const signature = await sign({ deps }, JSON.stringify({ ...session, expiresAt: expiresAt.getTime() }))
  const cache = { session, expiresAt: expiresAt.getTime(), signature: signature.toString('base64url') }
  const data = Buffer.from(JSON.stringify(cache)).toString('base64url')
  return { token, expiresAt, cookie: `${cookie}; usher-invitee.cache=${data}` }
}

async function createToken({ deps }: World) {
  const token = Buffer.from(deps.randomBytes(24)).toString('hex').slice(0, 32)
  const signature = (await sign({ deps }, token)).toString('base64')
  return { token, cookie: `usher-invitee.session=${encodeURIComponent(`${token}.${signature}`)}` }
}

async function sign({ deps }: World, message: string): Promise<Buffer> {
  const secret = new TextEncoder().encode(await deps.keys.current.text('session'))
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  return Buffer.from(await hmac(key, message))
}
