import type { Context } from 'hono'
import * as v from 'valibot'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { dropCookie, readSealedCookie, setSealedCookie } from './sealed-cookie.ts'

const name = 'usher-app-secret'
const seconds = 900

/** The secret of an authenticator app until the app has shown that it has it: nothing is stored before. */
const schema = v.object({ userId: v.string(), secret: v.string(), expiresAt: v.number() })

export const writeAppSecret = (
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  given: { userId: string; secret: string },
) => setSealedCookie(c, deps, name, { ...given, expiresAt: deps.now().getTime() + seconds * 1000 }, seconds)

export async function readAppSecret(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  userId: string,
): Promise<string | null> {
  const kept = await readSealedCookie(c, deps, name, schema)
  return kept?.userId === userId && kept.expiresAt > deps.now().getTime() ? kept.secret : null
}

export const endAppSecret = (c: Context<EdgeEnv>, deps: EdgeDeps) => dropCookie(c, deps, name)
