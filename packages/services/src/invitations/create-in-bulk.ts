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
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatements } from '../records.ts'
import { invitationAttributes } from './attributes.ts'
import { invitationTemplateSchema, readBulkTemplate } from './bulk-template.ts'
import { generateCode } from './code.ts'
import { createdActivities } from './created-activities.ts'
import { refuseGuarded, refuseVanished } from './refuse-guarded.ts'

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
  const read = await readBulkTemplate(deps, actor, template, contactIds)
  if (!read.ok) return read
  const { columns, webRoleIds, grantEnd, responsibleId } = read.value
  const now = deps.now()

  const invitations = contactIds.map((contactId) => ({ id: deps.newId(), contactId }))
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
      ownerIsActive(columns.ownerId),
      webRolesAreOfWebsite(webRoleIds, columns.websiteId),
      workflowRunsOnRedemption(columns.redemptionWorkflowId),
      ...inChunks(rows).map((chunk) => insertInvitations(deps.database, chunk)),
      insertRecipients(
        invitations.map(({ id, contactId }) => ({ invitationId: id, contactId })),
        now,
      ),
      insertInvitationWebRoles(
        invitations.map(({ id }) => id),
        webRoleIds,
        responsibleId,
        grantEnd,
      ),
      createdActivities(
        deps,
        invitations.map(({ id, contactId }) => ({
          id,
          name: columns.name,
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

const inChunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) =>
    items.slice(index * chunkSize, (index + 1) * chunkSize),
  )
