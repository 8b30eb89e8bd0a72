import {
  type Change,
  codeIsFree,
  identityProviderIsOfWebsite,
  findInvitation,
  type Guard,
  insertInvitations,
  insertInvitationWebRoles,
  insertRecipients,
  isForeignKeyViolation,
  ownerIsActive,
  webRolesAreOfWebsite,
  workflowRunsOnRedemption,
} from '@usher/database'
import {
  defaultRedeemablePolicy,
  formatCode,
  invitationTypes,
  type ManagementRefusal,
  ok,
  redemptionUrl,
  type Result,
} from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseGranting, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { refuseGrantingBy } from '../workflows/granted-web-roles.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { invitationAttributes } from './attributes.ts'
import { checkReferences } from './check-references.ts'
import { generateCode, takeChosenCode } from './code.ts'
import { contradictionsOf } from './contradictions.ts'
import { createdActivities } from './created-activities.ts'
import { describeInvitation, type Invitation } from './describe.ts'
import { refuseGuarded, refuseVanished } from './refuse-guarded.ts'
import { readInvitationExpiry } from './read-expiry.ts'
import { findResponsible } from './responsible.ts'

const a = invitationAttributes

/** What a new invitation can be given; everything has a default but name and type. */
export const newInvitationSchema = v.strictObject({
  name: a.name,
  type: v.picklist(invitationTypes),
  websiteId: v.optional(a.websiteId, null),
  invitedContactIds: v.optional(a.invitedContactIds, []),
  ownerId: v.optional(a.ownerId, null),
  inviterContactId: v.optional(a.inviterContactId, null),
  expiresAt: v.optional(a.expiresAt, null),
  assignToAccountId: v.optional(a.assignToAccountId, null),
  redemptionWorkflowId: v.optional(a.redemptionWorkflowId, null),
  identityProviderId: v.optional(a.identityProviderId, null),
  webRoleIds: v.optional(a.webRoleIds, []),
  grantEndsAt: v.optional(a.grantEndsAt, null),
  grantLastsDays: v.optional(a.grantLastsDays, null),
  maximumRedemptions: v.optional(a.maximumRedemptions),
  redeemableBy: v.optional(a.redeemableBy),
  emailDomains: v.optional(a.emailDomains, []),
  code: v.optional(
    v.pipe(v.nullable(v.string()), v.description('A code of your own, for a Group; generated unless given.')),
    null,
  ),
  message: v.optional(a.message, null),
})
export type NewInvitationInput = v.InferInput<typeof newInvitationSchema>

/** The one answer, besides the audited reveal, that holds a code. */
export type CreatedInvitation = Invitation & {
  /** Formatted for reading aloud. */
  code: string
  /** The website's link with the code, without a recipient's proof. */
  redemptionUrl: string
}

/**
 * Creates an invitation with its recipients and web roles.
 * Refuses `forbidden` (role, or a web role the actor may not grant), `invalid_request` by field,
 * `conflict` when a chosen code is taken.
 */
export async function createInvitation({
  deps,
  actor,
  input,
  alongside = () => [],
}: {
  deps: Deps
  actor: Actor
  input: NewInvitationInput
  /** What else must be true or is written in the same batch, such as the request that it answers. */
  alongside?: (invitationId: string) => (Change | (Guard & { guard: 'decided' | 'send_workflow' }))[]
}): Promise<Result<CreatedInvitation, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(newInvitationSchema, input)
  if (!parsed.ok) return parsed
  const { code: chosenCode, expiresAt: expiry, ...given } = parsed.value
  const attributes = {
    ...given,
    maximumRedemptions:
      given.maximumRedemptions === undefined
        ? given.type === 'single'
          ? 1
          : null
        : given.maximumRedemptions,
    redeemableBy: given.redeemableBy ?? defaultRedeemablePolicy(given.type),
  }
  const contradictions = contradictionsOf(attributes)
  if (chosenCode !== null && given.type === 'single') {
    contradictions.push({
      path: 'code',
      message: 'The code of a Single invitation is generated. Only a Group can have your own.',
    })
  }
  if (contradictions.length > 0) return refuseInput(...contradictions)
  const ungrantable =
    refuseGranting(actor, given.webRoleIds) ??
    (await refuseGrantingBy(deps, actor, attributes.redemptionWorkflowId))
  if (ungrantable) return ungrantable

  const responsible = await findResponsible(deps, actor)
  if (!responsible.ok) return responsible
  const ownerId = given.ownerId ?? responsible.value
  const website = await checkReferences(deps, { ...attributes, ownerId })
  if (!website.ok) return website
  const now = deps.now()
  const expiresAt = readInvitationExpiry(expiry, { timeZone: website.value.timeZone, after: now })
  if (!expiresAt.ok) return expiresAt

  const grantEndsAt = readInvitationExpiry(given.grantEndsAt, {
    timeZone: website.value.timeZone,
    after: now,
    path: 'grantEndsAt',
  })
  if (!grantEndsAt.ok) return grantEndsAt

  const id = deps.newId()
  const code =
    chosenCode === null ? ok(await generateCode(deps, id)) : await takeChosenCode(deps, id, chosenCode)
  if (!code.ok) return code

  const { invitedContactIds, webRoleIds, grantEndsAt: _, grantLastsDays, ...columns } = attributes
  const grantEnd = { grantEndsAt: grantEndsAt.value, grantLastsDays }
  try {
    const written = await deps.database.write([
      codeIsFree(code.value.hashes),
      ownerIsActive(ownerId),
      webRolesAreOfWebsite(webRoleIds, website.value.id),
      workflowRunsOnRedemption(attributes.redemptionWorkflowId),
      identityProviderIsOfWebsite(attributes.identityProviderId, website.value.id),
      insertInvitations(deps.database, [
        {
          ...columns,
          ...code.value.columns,
          id,
          websiteId: website.value.id,
          ownerId,
          expiresAt: expiresAt.value,
          createdAt: now,
          updatedAt: now,
        },
      ]),
      insertRecipients(
        invitedContactIds.map((contactId) => ({ invitationId: id, contactId })),
        now,
      ),
      insertInvitationWebRoles([id], webRoleIds, responsible.value, grantEnd),
      createdActivities(deps, [{ id, name: attributes.name, type: attributes.type, invitedContactIds }]),
      auditStatement(deps, actor, {
        action: 'invitation.created',
        entityType: 'invitation',
        entityId: id,
        after: {
          ...attributes,
          ...grantEnd,
          websiteId: website.value.id,
          ownerId,
          expiresAt: expiresAt.value,
          codeKind: code.value.columns.codeKind,
        },
      }),
      ...alongside(id),
    ])
    if (!written.ok) return refuseGuarded(written.guard)
  } catch (error) {
    if (isForeignKeyViolation(error)) return refuseVanished()
    throw error
  }

  const invitation = await findInvitation(deps.database, id)
  if (!invitation) throw new Error('An invitation that was just written cannot be found')
  return ok({
    ...describeInvitation(invitation, now),
    code: formatCode(code.value.code),
    redemptionUrl: redemptionUrl(website.value, formatCode(code.value.code)),
  })
}
