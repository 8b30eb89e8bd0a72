import {
  findContact,
  findGrant,
  findWebRole,
  findWebsite,
  type GrantListItem,
  insertGrant,
  isForeignKeyViolation,
  isNotGivenByHand,
} from '@usher/database'
import { fullName, type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField, orNull } from '../fields.ts'
import { findResponsible } from '../invitations/responsible.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { activityStatement, auditStatement } from '../records.ts'
import { readGrantEnd } from './read-end.ts'

export const createGrantSchema = v.strictObject({
  contactId: idField,
  webRoleId: v.pipe(idField, v.nonEmpty('Choose a web role.')),
  endsAt: v.optional(
    v.pipe(orNull(v.string()), v.description('When it ends, such as `2030-12-31`; null: it does not.')),
    null,
  ),
})
export type CreateGrantInput = v.InferInput<typeof createGrantSchema>

/**
 * Gives a contact a web role by hand, without an invitation. Refuses `forbidden` above the actor's ceiling, `conflict`
 * when somebody gave it by hand already. Input: `CreateGrantInput`.
 */
export async function createGrant({
  deps,
  actor,
  input,
}: Call): Promise<Result<GrantListItem, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createGrantSchema, input)
  if (!parsed.ok) return parsed
  const { contactId, webRoleId } = parsed.value
  const now = deps.now()
  const [contact, webRole] = await Promise.all([
    findContact(deps.database, contactId),
    findWebRole(deps.database, webRoleId, now),
  ])
  if (!contact) return refuseInput({ path: 'contactId', message: 'There is no such contact.' })
  if (!webRole) return refuseInput({ path: 'webRoleId', message: 'There is no such web role.' })
  const ungrantable = refuseGranting(actor, [webRoleId])
  if (ungrantable) return ungrantable
  const website = await findWebsite(deps.database, webRole.websiteId)
  const endsAt = readGrantEnd(parsed.value.endsAt, { timeZone: website?.timeZone ?? 'UTC', now })
  if (!endsAt.ok) return endsAt
  const responsible = await findResponsible(deps, actor)
  if (!responsible.ok) return responsible

  const id = deps.newId()
  try {
    const written = await deps.database.write([
      isNotGivenByHand(contactId, webRoleId, now),
      insertGrant(deps.database, {
        id,
        contactId,
        webRoleId,
        grantedById: responsible.value,
        grantedAt: now,
        endsAt: endsAt.value,
      }),
      activityStatement(deps, {
        type: 'role_granted',
        contactId,
        subject: `${webRole.name} given by ${actor.name}`,
        data: { grantId: id },
      }),
      auditStatement(deps, actor, {
        action: 'grant.created',
        entityType: 'grant',
        entityId: id,
        after: { contactId, webRoleId, endsAt: endsAt.value },
      }),
    ])
    if (!written.ok) return refuseGiven(fullName(contact), webRole.name)
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      return refuse('conflict', { detail: 'The contact or the web role has just been deleted.' })
    }
    throw error
  }
  const grant = await findGrant(deps.database, id, now)
  if (!grant) throw new Error('A grant that was just written cannot be found')
  return ok(grant)
}

function refuseGiven(contact: string, webRole: string) {
  const message = `${contact} was already given ${webRole} by hand. Change when that ends instead.`
  return refuse('conflict', { detail: message, errors: [{ path: 'webRoleId', message }] })
}
