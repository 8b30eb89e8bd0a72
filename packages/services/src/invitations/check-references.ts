import { findInvitationReferences } from '@usher/database'
import { type FieldError, ok, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'

export type InvitationWebsite = {
  id: string
  name: string
  baseUrl: string
  edgeUrl: string | null
  timeZone: string
}

/** Looks up what an invitation names; refuses what does not exist or does not fit, field by field. */
export async function checkReferences(
  deps: Deps,
  named: {
    websiteId: string | null
    /** null: not to be looked at. */
    ownerId: string | null
    invitedContactIds: readonly string[]
    inviterContactId: string | null
    assignToAccountId: string | null
    redemptionWorkflowId: string | null
    identityProviderId?: string | null
    webRoleIds: readonly string[]
  },
): Promise<Result<InvitationWebsite, 'invalid_request'>> {
  const { inviterContactId } = named
  const found = await findInvitationReferences(deps.database, {
    websiteId: named.websiteId,
    ownerId: named.ownerId,
    contactIds: [...named.invitedContactIds, ...(inviterContactId ? [inviterContactId] : [])],
    accountId: named.assignToAccountId,
    workflowId: named.redemptionWorkflowId,
    identityProviderId: named.identityProviderId ?? null,
    webRoleIds: named.webRoleIds,
  })

  const [website, ...others] = found.websites
  if (!website) {
    return refuseInput({
      path: 'websiteId',
      message: named.websiteId ? 'There is no such website.' : 'There is no website yet. Create one first.',
    })
  }
  if (others.length > 0)
    return refuseInput({ path: 'websiteId', message: 'There are several websites: choose one.' })

  const errors: FieldError[] = []
  const refuseField = (path: string, message: string) => errors.push({ path, message })
  if (named.ownerId && !found.ownerIsActive)
    refuseField('ownerId', 'The owner must be a staff user who can sign in.')
  for (const [index, contactId] of named.invitedContactIds.entries()) {
    if (found.unknownContactIds.has(contactId))
      refuseField(`invitedContactIds.${index}`, 'There is no such contact.')
  }
  if (inviterContactId && found.unknownContactIds.has(inviterContactId)) {
    refuseField('inviterContactId', 'There is no such contact.')
  }
  if (named.assignToAccountId && !found.accountExists)
    refuseField('assignToAccountId', 'There is no such account.')
  if (named.redemptionWorkflowId && !runsOnRedemption(found.workflow)) {
    refuseField('redemptionWorkflowId', 'Choose an activated workflow that starts on redemption.')
  }
  if (named.identityProviderId && found.identityProvider?.websiteId !== website.id) {
    refuseField('identityProviderId', `There is no such identity provider on ${website.name}.`)
  }
  for (const [index, webRoleId] of named.webRoleIds.entries()) {
    if (!found.webRoles.some((role) => role.id === webRoleId && role.websiteId === website.id)) {
      refuseField(`webRoleIds.${index}`, `There is no such web role on ${website.name}.`)
    }
  }
  return errors.length > 0 ? refuseInput(...errors) : ok(website)
}

const runsOnRedemption = (workflow: { trigger: string; status: string } | null) =>
  workflow?.trigger === 'redemption' && workflow.status === 'activated'
