import {
  insertInvitations,
  insertInvitationWebRoles,
  insertRecipients,
  isForeignKeyViolation,
  type NewInvitation,
  ownerIsActive,
  webRolesAreOfWebsite,
  workflowRunsOnRedemption,
} from '@usher/database'
import { defaultRedeemablePolicy, type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseGranting, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatements } from '../records.ts'
import { invitationAttributes } from './attributes.ts'
import { checkReferences } from './check-references.ts'
import { generateCode } from './code.ts'
import { contradictionsOf } from './contradictions.ts'
import { newInvitationSchema } from './create.ts'
import { createdActivities } from './created-activities.ts'
import { refuseGuarded, refuseVanished } from './refuse-guarded.ts'
import { readInvitationExpiry } from './read-expiry.ts'
import { findResponsible } from './responsible.ts'

/** What all invitations of a bulk have in common: a new Single, but for its contact. */
export const invitationTemplateSchema = v.omit(newInvitationSchema, [
  'type',
  'invitedContactIds',
  'maximumRedemptions',
  'code',
])
export const bulkInvitationsSchema = v.strictObject({
  contactIds: v.pipe(invitationAttributes.invitedContactIds, v.minLength(1, 'Choose at least one contact.')),
  template: invitationTemplateSchema,
})
export type BulkInvitationsInput = v.InferInput<typeof bulkInvitationsSchema>

/** Rows a statement: each value is a parameter, and SQLite takes 32,766 of them. */
const chunkSize = 250

/**
 * One Single invitation a contact, all or none of them; up to 5,000. No codes: they are mailed, or revealed one by one.
 * Refuses as `createInvitation` does. Input: `BulkInvitationsInput`.
 */
export async function createInvitationsInBulk({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ invitations: { id: string; contactId: string }[] }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(bulkInvitationsSchema, input)
  if (!parsed.ok) return parsed
  const { contactIds, template } = parsed.value
  const { expiresAt: expiry, webRoleIds, grantEndsAt: accessEnd, grantLastsDays, ...given } = template
  const attributes = {
    ...given,
    type: 'single' as const,
    maximumRedemptions: 1,
    redeemableBy: given.redeemableBy ?? defaultRedeemablePolicy('single'),
  }
  const contradictions = contradictionsOf({
    ...attributes,
    invitedContactIds: contactIds.slice(0, 1),
    webRoleIds,
    grantEndsAt: accessEnd,
    grantLastsDays,
  })
  if (contradictions.length > 0) {
    return refuseInput(...contradictions.map((error) => ({ ...error, path: `template.${error.path}` })))
  }
  const ungrantable = refuseGranting(actor, webRoleIds)
  if (ungrantable) return ungrantable

  const responsible = await findResponsible(deps, actor)
  if (!responsible.ok) return responsible
  const ownerId = given.ownerId ?? responsible.value
  const website = await checkReferences(deps, {
    ...attributes,
    webRoleIds,
    ownerId,
    invitedContactIds: contactIds,
  })
  if (!website.ok)
    return refuseInput(
      ...(website.errors ?? []).map(({ path, message }) => ({ path: pathOf(path), message })),
    )
  const now = deps.now()
  const expiresAt = readInvitationExpiry(expiry, {
    timeZone: website.value.timeZone,
    after: now,
    path: 'template.expiresAt',
  })
  if (!expiresAt.ok) return expiresAt
  const grantEndsAt = readInvitationExpiry(accessEnd, {
    timeZone: website.value.timeZone,
    after: now,
    path: 'template.grantEndsAt',
  })
  if (!grantEndsAt.ok) return grantEndsAt
  const grantEnd = { grantEndsAt: grantEndsAt.value, grantLastsDays }

  const invitations = contactIds.map((contactId) => ({ id: deps.newId(), contactId }))
  const columns = { ...attributes, websiteId: website.value.id, ownerId, expiresAt: expiresAt.value }
  const rows: NewInvitation[] = await Promise.all(
    invitations.map(async ({ id }) => ({
      ...columns,
      ...(await generateCode(deps, id)).columns,
      id,
      createdAt: now,
      updatedAt: now,
    })),
  )
  try {
    const written = await deps.database.write([
      ownerIsActive(ownerId),
      webRolesAreOfWebsite(webRoleIds, website.value.id),
      workflowRunsOnRedemption(attributes.redemptionWorkflowId),
      ...inChunks(rows).map((chunk) => insertInvitations(deps.database, chunk)),
      insertRecipients(
        invitations.map(({ id, contactId }) => ({ invitationId: id, contactId })),
        now,
      ),
      insertInvitationWebRoles(
        invitations.map(({ id }) => id),
        webRoleIds,
        responsible.value,
        grantEnd,
      ),
      createdActivities(
        deps,
        invitations.map(({ id, contactId }) => ({
          id,
          name: attributes.name,
          type: 'single',
          invitedContactIds: [contactId],
        })),
      ),
      ...inChunks(invitations).map((chunk) =>
        auditStatements(
          deps,
          actor,
          chunk.map(({ id, contactId }) => ({
            action: 'invitation.created',
            entityType: 'invitation',
            entityId: id,
            after: { ...columns, ...grantEnd, webRoleIds, invitedContactIds: [contactId] },
          })),
        ),
      ),
    ])
    if (!written.ok) return refuseGuarded(written.guard)
  } catch (error) {
    if (isForeignKeyViolation(error)) return refuseVanished()
    throw error
  }
  return ok({ invitations })
}

const pathOf = (path: string) =>
  path.startsWith('invitedContactIds') ? path.replace('invitedContactIds', 'contactIds') : `template.${path}`

const inChunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) =>
    items.slice(index * chunkSize, (index + 1) * chunkSize),
  )
