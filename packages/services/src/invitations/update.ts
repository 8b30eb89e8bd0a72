import {
  codeIsFree,
  findInvitation,
  identityProviderIsOfWebsite,
  invitationIsAsRead,
  invitationIsNotRedeemed,
  type InvitationRecord,
  invitationIsUntouched,
  isForeignKeyViolation,
  maximumCoversRedemptions,
  ownerIsActive,
  replaceInvitationWebRoles,
  replaceRecipients,
  setGrantEnd,
  updateInvitationRow,
  webRolesAreOfWebsite,
  workflowRunsOnRedemption,
} from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseGranting, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { differenceOf } from '../difference.ts'
import { idField } from '../fields.ts'
import { refuseGrantingBy } from '../workflows/granted-web-roles.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { invitationAttributes } from './attributes.ts'
import { checkReferences } from './check-references.ts'
import { generateCode, type NewCode, takeChosenCode } from './code.ts'
import { contradictionsOf } from './contradictions.ts'
import { createdActivities } from './created-activities.ts'
import { describeInvitation, type Invitation } from './describe.ts'
import { refuseGuarded, refuseUnknownInvitation, refuseVanished } from './refuse-guarded.ts'
import { readInvitationExpiry } from './read-expiry.ts'
import { findResponsible } from './responsible.ts'

const { websiteId: _, ownerId: __, ...attributes } = invitationAttributes

/** Every attribute but the type, which is fixed: a Single cannot become a Group. `code: null` makes a new code. */
export const invitationChangesSchema = v.strictObject({
  ...v.partial(v.strictObject(attributes)).entries,
  websiteId: v.optional(idField),
  ownerId: v.optional(idField),
  code: v.optional(
    v.pipe(
      v.nullable(v.string()),
      v.description('null generates a new one; the old one opens nothing any more.'),
    ),
  ),
})
export type InvitationChanges = v.InferInput<typeof invitationChangesSchema>
const schema = v.strictObject({ id: idField, ...invitationChangesSchema.entries })

/**
 * Changes the attributes that are given. Input: `{ id, ...InvitationChanges }`.
 * Whoever changes an invitation must be allowed to grant everything it then gives: otherwise an inviter could turn
 * somebody else's invitation to themselves. Refuses `conflict` when the maximum would be below the redemptions,
 * when a code is taken or no longer of use, and when links to its website are out.
 */
export async function updateInvitation({
  deps,
  actor,
  input,
}: Call): Promise<Result<Invitation, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(schema, input)
  if (!parsed.ok) return parsed
  const { id, code: codeText, expiresAt: expiry, grantEndsAt: accessEnd, ...rest } = parsed.value
  // Domains that no longer count go with the rule they belonged to.
  const dropsDomains = rest.redeemableBy && rest.redeemableBy !== 'domains' && rest.emailDomains === undefined
  const given = dropsDomains ? { ...rest, emailDomains: [] } : rest
  const before = await findInvitation(deps.database, id)
  if (!before) return refuseUnknownInvitation()

  const merged = { ...before, ...given, ...endsOf(before, { ...rest, grantEndsAt: accessEnd }) }
  const contradictions = contradictionsOf(merged)
  if (typeof codeText === 'string' && before.type === 'single') {
    contradictions.push({
      path: 'code',
      message: 'The code of a Single invitation is generated. Give null for a new one.',
    })
  }
  if (contradictions.length > 0) return refuseInput(...contradictions)
  const ungrantable =
    refuseGranting(actor, merged.webRoleIds) ??
    (await refuseGrantingBy(deps, actor, merged.redemptionWorkflowId))
  if (ungrantable) return ungrantable

  const website = await checkReferences(deps, {
    websiteId: merged.websiteId,
    ownerId: given.ownerId ?? null,
    invitedContactIds: given.invitedContactIds ?? [],
    inviterContactId: given.inviterContactId ?? null,
    assignToAccountId: given.assignToAccountId ?? null,
    redemptionWorkflowId: given.redemptionWorkflowId ?? null,
    identityProviderId: merged.identityProviderId,
    webRoleIds: merged.webRoleIds,
  })
  if (!website.ok) return website
  const code = codeText === undefined ? ok(null) : await takeCode(deps, id, codeText)
  if (!code.ok) return code

  const expiresAt =
    expiry === undefined ? ok(undefined) : readInvitationExpiry(expiry, { timeZone: website.value.timeZone })
  if (!expiresAt.ok) return expiresAt

  const grantEndsAt =
    typeof accessEnd === 'string'
      ? readInvitationExpiry(accessEnd, {
          timeZone: website.value.timeZone,
          after: deps.now(),
          path: 'grantEndsAt',
        })
      : ok(merged.grantEndsAt instanceof Date ? merged.grantEndsAt : null)
  if (!grantEndsAt.ok) return grantEndsAt

  const changes = {
    ...given,
    grantEndsAt: grantEndsAt.value,
    grantLastsDays: merged.grantLastsDays,
    ...(expiresAt.value === undefined ? {} : { expiresAt: expiresAt.value }),
    ...(code.value ? { codeKind: code.value.columns.codeKind } : {}),
  }
  const difference = differenceOf(before, changes)
  if (!difference && !code.value) return ok(describeInvitation(before, deps.now()))
  return write({ deps, actor }, before, changes, code.value, difference ?? { before: {}, after: {} })
}

/** Of the two ways to say when access ends the one that is given counts; without a role there is none. */
function endsOf(
  before: InvitationRecord,
  given: Pick<v.InferOutput<typeof schema>, 'grantEndsAt' | 'grantLastsDays' | 'webRoleIds'>,
) {
  const isBare = given.webRoleIds?.length === 0
  const keep = <T>(value: T, isReplaced: boolean) => (isBare || isReplaced ? null : value)
  return {
    grantEndsAt:
      given.grantEndsAt ??
      keep(before.grantEndsAt, given.grantEndsAt === null || given.grantLastsDays != null),
    grantLastsDays:
      given.grantLastsDays ??
      keep(before.grantLastsDays, given.grantLastsDays === null || given.grantEndsAt != null),
  }
}

const takeCode = async (deps: Deps, id: string, text: string | null) =>
  text === null ? ok(await generateCode(deps, id)) : takeChosenCode(deps, id, text)

async function write(
  { deps, actor }: { deps: Deps; actor: Actor },
  before: InvitationRecord,
  changes: Partial<InvitationRecord>,
  code: NewCode | null,
  difference: { before: Record<string, unknown>; after: Record<string, unknown> },
): Promise<Result<Invitation, ManagementRefusal>> {
  const { id } = before
  const { invitedContactIds, webRoleIds, grantEndsAt = null, grantLastsDays = null, ...columns } = changes
  const responsible = await findResponsible(deps, actor)
  if (!responsible.ok) return responsible
  const websiteId = changes.websiteId ?? before.websiteId
  const now = deps.now()
  const added = invitedContactIds?.filter((contactId) => !before.invitedContactIds.includes(contactId)) ?? []
  const { maximumRedemptions, ownerId, redemptionWorkflowId } = changes
  try {
    const written = await deps.database.write([
      invitationIsAsRead(before),
      ...(websiteId === before.websiteId ? [] : [invitationIsUntouched(id)]),
      ...(maximumRedemptions == null ? [] : [maximumCoversRedemptions(id, maximumRedemptions)]),
      ...(ownerId === undefined ? [] : [ownerIsActive(ownerId)]),
      ...(redemptionWorkflowId == null ? [] : [workflowRunsOnRedemption(redemptionWorkflowId)]),
      ...(webRoleIds === undefined ? [] : [webRolesAreOfWebsite(webRoleIds, websiteId)]),
      ...(changes.identityProviderId == null
        ? []
        : [identityProviderIsOfWebsite(changes.identityProviderId, websiteId)]),
      ...(code ? [codeIsFree(code.hashes, id)] : []),
      updateInvitationRow(deps.database, id, { ...columns, ...code?.columns, updatedAt: now }),
      // After the maximum has grown: a new code is of use as soon as there is a seat.
      ...(code ? [invitationIsNotRedeemed(id)] : []),
      ...(invitedContactIds ? replaceRecipients(id, invitedContactIds, now) : []),
      ...(webRoleIds ? replaceInvitationWebRoles(id, webRoleIds, responsible.value) : []),
      setGrantEnd(id, { grantEndsAt, grantLastsDays }),
      createdActivities(
        deps,
        added.map((contactId) => ({
          id,
          name: changes.name ?? before.name,
          type: 'single',
          invitedContactIds: [contactId],
        })),
      ),
      auditStatement(deps, actor, {
        action: code ? 'invitation.code_changed' : 'invitation.updated',
        entityType: 'invitation',
        entityId: id,
        ...difference,
      }),
    ])
    if (!written.ok) return refuseGuarded(written.guard)
  } catch (error) {
    if (isForeignKeyViolation(error)) return refuseVanished()
    throw error
  }
  const invitation = await findInvitation(deps.database, id)
  return invitation ? ok(describeInvitation(invitation, now)) : refuseUnknownInvitation()
}
