import type { GrantEnd } from '@usher/database'
import {
  defaultRedeemablePolicy,
  type ManagementRefusal,
  ok,
  type RedeemablePolicy,
  type Result,
} from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseGranting } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'
import { refuseGrantingBy } from '../workflows/granted-web-roles.ts'
import { checkReferences } from './check-references.ts'
import { contradictionsOf } from './contradictions.ts'
import { newInvitationSchema } from './create.ts'
import { readInvitationExpiry } from './read-expiry.ts'
import { findResponsible } from './responsible.ts'

/** What all invitations of a bulk have in common: a new Single, but for its contact. */
export const invitationTemplateSchema = v.omit(newInvitationSchema, [
  'type',
  'invitedContactIds',
  'maximumRedemptions',
  'code',
  'identityProviderId',
])
type BulkTemplate = v.InferOutput<typeof invitationTemplateSchema>

export type ReadTemplate = {
  columns: Omit<BulkTemplate, 'webRoleIds' | 'grantEndsAt' | 'grantLastsDays' | 'expiresAt'> & {
    type: 'single'
    maximumRedemptions: number
    redeemableBy: RedeemablePolicy
    websiteId: string
    ownerId: string
    expiresAt: Date | null
  }
  webRoleIds: string[]
  grantEnd: GrantEnd
  responsibleId: string
}

/** What every invitation of a bulk will be, or why the actor may not make such ones. Contacts may be known later. */
export async function readBulkTemplate(
  deps: Deps,
  actor: Actor,
  template: BulkTemplate,
  contactIds: readonly string[],
): Promise<Result<ReadTemplate, ManagementRefusal>> {
  const { expiresAt: expiry, webRoleIds, grantEndsAt: accessEnd, grantLastsDays, ...given } = template
  const attributes = {
    ...given,
    type: 'single' as const,
    maximumRedemptions: 1,
    redeemableBy: given.redeemableBy ?? defaultRedeemablePolicy('single'),
  }
  const contradictions = contradictionsOf({
    ...attributes,
    invitedContactIds: [contactIds[0] ?? 'whoever it will be'],
    webRoleIds,
    grantEndsAt: accessEnd,
    grantLastsDays,
  })
  if (contradictions.length > 0) {
    return refuseInput(...contradictions.map((error) => ({ ...error, path: `template.${error.path}` })))
  }
  const ungrantable =
    refuseGranting(actor, webRoleIds) ??
    (await refuseGrantingBy(deps, actor, attributes.redemptionWorkflowId))
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
  const columns = { ...attributes, websiteId: website.value.id, ownerId, expiresAt: expiresAt.value }
  return ok({ columns, webRoleIds, grantEnd, responsibleId: responsible.value })
}

const pathOf = (path: string) =>
  path.startsWith('invitedContactIds') ? path.replace('invitedContactIds', 'contactIds') : `template.${path}`
