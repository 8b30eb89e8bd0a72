import type { Context } from 'hono'
import * as v from 'valibot'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { dropCookie, readSealedCookie, setSealedCookie } from './sealed-cookie.ts'

const name = 'usher-second-step'
const seconds = 600

/** Who has taken the first step, and with what they take the second. Sealed: nobody else can have taken it. */
const schema = v.object({
  userId: v.string(),
  email: v.string(),
  kind: v.picklist(['app', 'email']),
  remember: v.boolean(),
  expiresAt: v.number(),
})
export type SecondStep = Omit<v.InferOutput<typeof schema>, 'expiresAt'>

export const writeSecondStep = (c: Context<EdgeEnv>, deps: EdgeDeps, step: SecondStep) =>
  setSealedCookie(c, deps, name, { ...step, expiresAt: deps.now().getTime() + seconds * 1000 }, seconds)

export async function readSecondStep(c: Context<EdgeEnv>, deps: EdgeDeps): Promise<SecondStep | null> {
  const step = await readSealedCookie(c, deps, name, schema)
  return step && step.expiresAt > deps.now().getTime() ? step : null
}

export const endSecondStep = (c: Context<EdgeEnv>, deps: EdgeDeps) => dropCookie(c, deps, name)
