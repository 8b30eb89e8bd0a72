import { findScimTarget, schema, websiteExists, websiteHasNoScimTarget } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result, seal } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField, readWebUrl } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import type { ScimTarget } from './get.ts'

const urlFix = 'Give the address that ends before /Users, such as https://www.contoso.com/scim/v2.'

export const createScimTargetSchema = v.strictObject({
  websiteId: idField,
  /** Where the website's SCIM service is: what comes before `/Users`. */
  baseUrl: v.pipe(
    v.string(urlFix),
    v.check((text) => {
      const url = readWebUrl(text)
      return url !== null && !url.search && !url.hash
    }, urlFix),
    v.transform((text) => readWebUrl(text)?.href.replace(/\/+$/, '') ?? text),
  ),
  /** What the website's SCIM service wants as a bearer token. */
  token: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^[\x21-\x7e]{1,2000}$/, 'Give the token that the website’s SCIM service takes.'),
  ),
})
export type CreateScimTargetInput = v.InferInput<typeof createScimTargetSchema>

/**
 * From now on the website's people (Users) and web roles (Groups) are pushed there. The token is sealed and never told
 * again. `conflict` when the website has a target. Input: `CreateScimTargetInput`.
 */
export async function createScimTarget({
  deps,
  actor,
  input,
}: Call): Promise<Result<ScimTarget, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createScimTargetSchema, input)
  if (!parsed.ok) return parsed
  const { websiteId, baseUrl, token } = parsed.value
  const id = deps.newId()
  const now = deps.now()
  const tokenSealed = await seal(deps.keys, token, {
    iv: deps.randomBytes(12),
    context: `scim-token:${id}`,
  })
  const written = await deps.database.write([
    websiteExists(websiteId),
    websiteHasNoScimTarget(websiteId),
    deps.database.query.insert(schema.scimTargets).values({
      ...{ id, websiteId, baseUrl, tokenSealed },
      ...{ nextSyncAt: now, failedAttempts: 0, createdAt: now, updatedAt: now },
    }),
    auditStatement(deps, actor, {
      action: 'scim_target.created',
      entityType: 'scim_target',
      entityId: id,
      after: { websiteId, baseUrl },
    }),
  ])
  if (!written.ok) {
    return written.guard === 'website_unknown'
      ? refuseInput({ path: 'websiteId', message: 'There is no such website. Choose another.' })
      : refuse('conflict', { detail: 'The website has a target already. Delete it first.' })
  }
  deps.onJobsWritten?.()
  const target = await findScimTarget(deps.database, websiteId)
  return target ? ok(target) : refuse('conflict', { detail: 'It was deleted just now.' })
}
