import { findSuppressionsByHash, findWebsite } from '@usher/database'
import { hashesOfAddress, type ManagementRefusal, readEmailAddress, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { getSuppression, type Suppression } from './get.ts'
import { suppressionStatement } from './new-suppression.ts'

export const createSuppressionSchema = v.strictObject({
  address: v.string(),
  websiteId: v.optional(v.nullable(idField), null),
})
export type CreateSuppressionInput = v.InferInput<typeof createSuppressionSchema>

/**
 * Stops invitations to an address: of one website, or of all (`websiteId` null).
 * Refuses `forbidden`, `invalid_request`, `conflict` when it is on the list.
 */
export async function createSuppression({
  deps,
  actor,
  input,
}: Call): Promise<Result<Suppression, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createSuppressionSchema, input)
  if (!parsed.ok) return parsed
  const { websiteId } = parsed.value
  const address = readEmailAddress(parsed.value.address)
  if (!address)
    return refuseInput({ path: 'address', message: 'Give one plain address, such as jane@contoso.com.' })
  if (websiteId && !(await findWebsite(deps.database, websiteId)))
    return refuseInput({ path: 'websiteId', message: 'There is no such website. Choose another.' })
  const known = await findSuppressionsByHash(deps.database, await hashesOfAddress(deps.keys, address))
  if (known.some((row) => row.websiteId === websiteId))
    return refuse('conflict', { detail: 'This address is on the list already.' })
  const id = deps.newId()
  await deps.database.write([
    await suppressionStatement(deps, {
      id,
      address,
      websiteId,
      reason: 'manual',
      createdById: staffUserIdOf(actor),
    }),
    auditStatement(deps, actor, {
      action: 'suppression.created',
      entityType: 'suppression',
      entityId: id,
      after: { address, websiteId },
    }),
  ])
  return getSuppression({ deps, actor, input: { id } })
}
