import { seal, unseal } from '@usher/domain'
import * as v from 'valibot'
import type { EdgeDeps } from '../edge-deps.ts'

/** From the address of a browser to the token endpoint: moments. */
const codeSeconds = 60

const codeSchema = v.object({
  id: v.string(),
  clientId: v.string(),
  userId: v.string(),
  sessionId: v.string(),
  redirectUri: v.string(),
  codeChallenge: v.string(),
  nonce: v.nullable(v.string()),
  scope: v.string(),
  authenticatedAt: v.number(),
  endsAt: v.number(),
})
export type Code = v.InferOutput<typeof codeSchema>
const refreshSchema = v.object({ id: v.string(), clientId: v.string(), generation: v.number() })
export type Refresh = v.InferOutput<typeof refreshSchema>

/** An authorization code holds what it stands for, sealed: making one writes nothing. Spending it does. */
export const sealCode = (deps: EdgeDeps, code: Omit<Code, 'id' | 'endsAt'>): Promise<string> =>
  sealJson(deps, 'oidc-code', {
    ...code,
    id: deps.newId(),
    endsAt: deps.now().getTime() + codeSeconds * 1000,
  } satisfies Code)

export async function openCode(deps: EdgeDeps, text: string): Promise<Code | null> {
  const code = await openJson(deps, 'oidc-code', text, codeSchema)
  return code && code.endsAt > deps.now().getTime() ? code : null
}

/** Which exchange of which authorization: the database knows which one is the newest. */
export const sealRefresh = (deps: EdgeDeps, refresh: Refresh): Promise<string> =>
  sealJson(deps, 'oidc-refresh', refresh)

export const openRefresh = (deps: EdgeDeps, text: string): Promise<Refresh | null> =>
  openJson(deps, 'oidc-refresh', text, refreshSchema)

const sealJson = (deps: EdgeDeps, context: string, value: unknown) =>
  seal(deps.keys, JSON.stringify(value), { iv: deps.randomBytes(12), context, purpose: 'openid' })

async function openJson<const Schema extends v.GenericSchema>(
  deps: EdgeDeps,
  context: string,
  text: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | null> {
  const opened = await unseal(deps.keys, text, { context, purpose: 'openid' })
  const parsed = opened === null ? null : v.safeParse(schema, JSON.parse(opened))
  return parsed?.success ? parsed.output : null
}
