import { findWebsite, type WebsiteListItem } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { refuseUnknownWebsite } from './refusals.ts'

export type Website = WebsiteListItem

const getWebsiteSchema = v.strictObject({ id: idField })

/** Input: `{ id }`. */
export async function getWebsite({ deps, actor, input }: Call): Promise<Result<Website, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(getWebsiteSchema, input)
  if (!parsed.ok) return parsed
  const website = await findWebsite(deps.database, parsed.value.id)
  return website ? ok(website) : refuseUnknownWebsite()
}
