import { schema, websiteNameIsFree } from '@usher/database'
import { defaultWebsiteSettings, type ManagementRefusal, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { websiteFields } from './fields.ts'
import { getWebsite, type Website } from './get.ts'
import { refuseWebsiteGuard } from './refusals.ts'

export const createWebsiteSchema = v.strictObject({
  name: websiteFields.name,
  baseUrl: v.optional(websiteFields.baseUrl),
  edgeUrl: v.optional(websiteFields.edgeUrl, null),
  allowedReturnUrls: v.optional(websiteFields.allowedReturnUrls, []),
  locale: v.optional(websiteFields.locale, 'en'),
  timeZone: v.optional(websiteFields.timeZone, 'UTC'),
  accentColor: v.optional(websiteFields.accentColor, null),
  logoUrl: v.optional(websiteFields.logoUrl, null),
  supportEmail: v.optional(websiteFields.supportEmail, null),
  settings: v.optional(websiteFields.settings, {}),
})
export type CreateWebsiteInput = v.InferInput<typeof createWebsiteSchema>

/** Creates a website, at the house's own origin unless a base URL is given. Input: `CreateWebsiteInput`. */
export async function createWebsite({
  deps,
  actor,
  input,
}: Call): Promise<Result<Website, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createWebsiteSchema, input)
  if (!parsed.ok) return parsed
  const website = {
    ...parsed.value,
    baseUrl: parsed.value.baseUrl ?? deps.origin,
    settings: { ...defaultWebsiteSettings, ...parsed.value.settings },
  }
  const id = deps.newId()
  const now = deps.now()
  const written = await deps.database.write([
    websiteNameIsFree(website.name),
    deps.database.query.insert(schema.websites).values({ id, ...website, createdAt: now, updatedAt: now }),
    auditStatement(deps, actor, {
      action: 'website.created',
      entityType: 'website',
      entityId: id,
      after: website,
    }),
  ])
  return written.ok ? getWebsite({ deps, actor, input: { id } }) : refuseWebsiteGuard(written.guard)
}
