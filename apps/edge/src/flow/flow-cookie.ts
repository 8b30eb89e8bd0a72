import type { Context } from 'hono'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { type Flow, flowSchema, flowSeconds } from './flow.ts'
import { dropCookie, readSealedCookie, setSealedCookie } from './sealed-cookie.ts'

const name = 'usher-flow'

export async function readFlow(c: Context<EdgeEnv>, deps: EdgeDeps): Promise<Flow | null> {
  const flow = await readSealedCookie(c, deps, name, flowSchema)
  return flow && flow.expiresAt > deps.now().getTime() ? flow : null
}

export async function writeFlow(
  c: Context<EdgeEnv>,
  deps: EdgeDeps,
  flow: Pick<Flow, 'invitation' | 'pending'>,
): Promise<void> {
  const expiresAt = deps.now().getTime() + flowSeconds * 1000
  if (await setSealedCookie(c, deps, name, { ...flow, expiresAt }, flowSeconds)) return
  // Only a return URL can be so long; the way back matters less than the invitation.
  const invitation = flow.invitation && { ...flow.invitation, returnUrl: null }
  await setSealedCookie(c, deps, name, { ...flow, invitation, expiresAt }, flowSeconds)
}

export const endFlow = (c: Context<EdgeEnv>, deps: EdgeDeps) => dropCookie(c, deps, name)
