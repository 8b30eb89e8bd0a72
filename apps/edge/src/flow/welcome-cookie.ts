import type { Context } from 'hono'
import * as v from 'valibot'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { readSealedCookie, setSealedCookie } from './sealed-cookie.ts'

const name = 'usher-welcome'

/** What the page after a redemption greets with: for one minute, so that it is not said again tomorrow. */
const welcomeSchema = v.object({
  website: v.object({
    name: v.string(),
    baseUrl: v.string(),
    accentColor: v.nullable(v.string()),
    logoUrl: v.nullable(v.string()),
    supportEmail: v.nullable(v.string()),
  }),
  isRepeat: v.boolean(),
  until: v.number(),
})
export type Welcome = v.InferOutput<typeof welcomeSchema>
const seconds = 60

export const writeWelcome = (c: Context<EdgeEnv>, deps: EdgeDeps, welcome: Omit<Welcome, 'until'>) =>
  setSealedCookie(c, deps, name, { ...welcome, until: deps.now().getTime() + seconds * 1000 }, seconds)

export async function readWelcome(c: Context<EdgeEnv>, deps: EdgeDeps): Promise<Welcome | null> {
  const welcome = await readSealedCookie(c, deps, name, welcomeSchema)
  return welcome && welcome.until > deps.now().getTime() ? welcome : null
}
