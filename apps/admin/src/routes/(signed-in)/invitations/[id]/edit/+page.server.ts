import { error } from '@sveltejs/kit'
import { mayDo, mayGrant } from '@usher/domain'
import { getInvitation, type InvitationDetail, updateInvitation } from '@usher/services'
import { expiryFields } from '#lib/expiry-fields.ts'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { answers, failWith, valueOrErrorPage, valuesOf } from '#lib/server/refusals.ts'
import { formOffers, pickerChoices, typedChoices } from '../../form-offers.ts'
import { onFields, readInvitationForm, refuseForm } from '../../read-form.ts'
import { changesOf } from './changes-of.ts'
import type { Actions, PageServerLoad } from './$types'

/** A picker shows every chosen one; more would be no form any more. */
const pickedAtMost = 100

const find = async (locals: App.Locals, id: string): Promise<InvitationDetail> =>
  valueOrErrorPage(await getInvitation({ ...by(locals), input: { id } }))

export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor } = by(locals)
  if (!mayDo(actor.role, 'invitations.write')) error(403, answers.forbidden.words)
  const invitation = await find(locals, params.id)
  const barred = invitation.webRoles.filter(({ id }) => !mayGrant(actor, id))
  if (barred.length > 0) {
    const names = barred.map(({ name }) => name).join(', ')
    error(
      403,
      `This invitation gives web roles that are not yours to grant: ${names}. Ask an owner or admin to change it.`,
    )
  }
  const hasTooMany = invitation.invitedContactIds.length > pickedAtMost
  const invited = hasTooMany ? [] : invitation.invitedContactIds
  const [offers, choices] = await Promise.all([
    formOffers(locals),
    pickerChoices(locals, {
      invitedContactId: invited.slice(0, 1),
      invitedContactIds: invited,
      inviterContactId: invitation.inviterContactId ? [invitation.inviterContactId] : [],
      assignToAccountId: invitation.assignToAccountId ? [invitation.assignToAccountId] : [],
    }),
  ])
  const { type, name, websiteId, ownerId, webRoleIds, redeemableBy, emailDomains, maximumRedemptions } =
    invitation
  const { redemptionWorkflowId, identityProviderId, message, owner, workflow } = invitation
  return {
    offers: {
      ...offers,
      // What it names now can stay, even where it could not be chosen anew.
      owners: withOwn(offers.owners, { value: owner.id, label: `${owner.name} (${owner.email})` }),
      workflows: workflow
        ? withOwn(offers.workflows, { value: workflow.id, label: `${workflow.name} (not activated)` })
        : offers.workflows,
    },
    choices,
    stored: {
      ...{ type, name, websiteId, ownerId, webRoleIds, redeemableBy, emailDomains, maximumRedemptions },
      ...{ redemptionWorkflowId, identityProviderId, message },
      expiry: expiryFields(invitation.expiresAt, invitation.website.timeZone),
      grantEndsAt: expiryFields(invitation.grantEndsAt, invitation.website.timeZone).date,
      grantLastsDays: invitation.grantLastsDays,
    },
    id: invitation.id,
    keepsWebsite: invitation.sentAt !== null || invitation.redemptionCount > 0,
    invitedCount: hasTooMany ? invitation.recipientCount : undefined,
  }
}

const withOwn = (
  options: readonly { value: string; label: string }[],
  own: { value: string; label: string },
) => (options.some(({ value }) => value === own.value) ? [...options] : [...options, own])

export const actions: Actions = {
  save: async (event) => {
    const { locals, params } = event
    const form = await event.request.formData()
    const before = await find(locals, params.id)
    const filled = readInvitationForm(form, before.type)
    const updated =
      refuseForm(form) ??
      (await updateInvitation({
        ...by(locals),
        input: { id: before.id, ...changesOf(before, filled, form) },
      }))
    if (!updated.ok) {
      return failWith(onFields(updated, before.type), form, { choices: await typedChoices(locals, form) })
    }
    redirectWith(event, to('/invitations', before.id), `${updated.value.name} was saved.`)
  },
  find: async ({ locals, request }) => {
    const form = await request.formData()
    const found = String(form.get('found') ?? '')
    return { values: valuesOf(form), found, choices: await typedChoices(locals, form) }
  },
}
