import {
  countWebsiteUses,
  deleteWebsiteRow,
  findWebsite,
  otherWebsiteExists,
  websiteIsUnused,
} from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { refuseUnknownWebsite } from './refusals.ts'
import { websiteUsesInWords } from './uses.ts'

const deleteWebsiteSchema = v.strictObject({ id: idField })

/** Deletes a website without web roles and invitations, unless it is the only one. Input: `{ id }`. */
export async function deleteWebsite({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(deleteWebsiteSchema, input)
  if (!parsed.ok) return parsed
  const { id } = parsed.value
  const website = await findWebsite(deps.database, id)
  if (!website) return refuseUnknownWebsite()

  const { webRoleCount: _, ...before } = website
  const written = await deps.database.write([
    websiteIsUnused(id),
    otherWebsiteExists(id),
    deleteWebsiteRow(deps.database, id),
    auditStatement(deps, actor, { action: 'website.deleted', entityType: 'website', entityId: id, before }),
  ])
  if (written.ok) return ok({ id })
  if (written.guard === 'only_website') {
    return refuse('conflict', { detail: `${website.name} is the only website. Create another one first.` })
  }
  return refuse('conflict', { detail: sayWhy(website.name, await countWebsiteUses(deps.database, id)) })
}

function sayWhy(name: string, uses: Awaited<ReturnType<typeof countWebsiteUses>>): string {
  const next = uses.invitations > 0 ? 'A website with invitations is kept.' : 'Delete its web roles first.'
  return `${name} cannot be deleted: ${websiteUsesInWords(uses)}. ${next}`
}
