import { findWebsite, isUnchanged, schema, updateWebsiteRow, websiteNameIsFree } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { websiteFields } from './fields.ts'
import { getWebsite, type Website } from './get.ts'
import { refuseUnknownWebsite, refuseWebsiteGuard } from './refusals.ts'

export const updateWebsiteSchema = v.strictObject({
  id: idField,
  ...v.partial(v.strictObject(websiteFields)).entries,
})
export type UpdateWebsiteInput = v.InferInput<typeof updateWebsiteSchema>

/** Changes the fields that are given, single settings too. Input: `UpdateWebsiteInput`. */
export async function updateWebsite({
  deps,
  actor,
  input,
}: Call): Promise<Result<Website, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(updateWebsiteSchema, input)
  if (!parsed.ok) return parsed
  const { id, settings, ...fields } = parsed.value
  const website = await findWebsite(deps.database, id)
  if (!website) return refuseUnknownWebsite()
  const changes = { ...fields, ...(settings ? { settings: { ...website.settings, ...settings } } : {}) }
  const difference = differenceOf(website, changes)
  if (!difference) return getWebsite({ deps, actor, input: { id } })

  const written = await deps.database.write([
    isUnchanged(schema.websites, website),
    ...(changes.name === undefined ? [] : [websiteNameIsFree(changes.name, id)]),
    updateWebsiteRow(deps.database, id, { ...changes, updatedAt: deps.now() }),
    auditStatement(deps, actor, {
      action: 'website.updated',
      entityType: 'website',
      entityId: id,
      ...difference,
    }),
  ])
  return written.ok ? getWebsite({ deps, actor, input: { id } }) : refuseWebsiteGuard(written.guard)
}
