import { error } from '@sveltejs/kit'
import { fullName, mayDo, mayGrant } from '@usher/domain'
import {
  createInvitation,
  getContact,
  getInvitation,
  getInvitationTemplate,
  sendInvitations,
} from '@usher/services'
import { expiryFields } from '#lib/expiry-fields.ts'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { answers, failWith, valueOrErrorPage, valuesOf } from '#lib/server/refusals.ts'
import { formOffers, pickerChoices, typedChoices } from '../form-offers.ts'
import { onFields, readInvitationForm, readType, refuseForm } from '../read-form.ts'
import { mailsOnTheirWay } from '../sent-words.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** How many contacts of the address begin a Group. */
const prefilledAtMost = 50

/** `?contactId=` begins as Create Invitation on that contact does; several of them begin a Group. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const called = by(locals)
  if (!mayDo(called.actor.role, 'invitations.write')) error(403, answers.forbidden.words)
  const all = (name: string) => url.searchParams.getAll(name).filter(Boolean)
  const from = all('from')[0]
  if (from) return duplicate(locals, from)
  const templateId = all('templateId')[0]
  if (templateId) return fromTemplate(locals, templateId, all('contactId').slice(0, prefilledAtMost))
  const contactIds = all('contactId').slice(0, prefilledAtMost)
  const [firstId = '', ...others] = contactIds
  const [offers, choices, first] = await Promise.all([
    formOffers(locals),
    pickerChoices(locals, {
      invitedContactId: contactIds.slice(0, 1),
      invitedContactIds: contactIds,
      assignToAccountId: all('accountId').slice(0, 1),
    }),
    firstId && others.length === 0 ? getContact({ ...called, input: { id: firstId } }) : null,
  ])
  return {
    offers,
    choices,
    stored: {
      type: others.length > 0 ? ('group' as const) : ('single' as const),
      name: first?.ok ? `Invitation for ${fullName(first.value)}` : '',
      websiteId: all('websiteId')[0] ?? offers.websites[0]?.id ?? '',
      webRoleIds: all('webRoleId'),
      ownerId: called.actor.id,
    },
    cancel: firstId && others.length === 0 ? to('/contacts', firstId) : to('/invitations'),
  }
}

/** Another one like it: everything but its code, its contacts where there are many, and an expiry that has passed. */
async function duplicate(locals: App.Locals, id: string) {
  const called = by(locals)
  const original = valueOrErrorPage(await getInvitation({ ...called, input: { id } }))
  const { type, name, websiteId, redeemableBy, emailDomains, maximumRedemptions, message, website } = original
  const { date, time } = expiryFields(original.isExpired ? null : original.expiresAt, website.timeZone)
  const isGrantOver = original.grantEndsAt !== null && original.grantEndsAt <= new Date()
  const invited = original.invitedContactIds.slice(0, type === 'single' ? 0 : prefilledAtMost)
  const [offers, choices] = await Promise.all([
    formOffers(locals),
    pickerChoices(locals, {
      invitedContactIds: invited,
      inviterContactId: original.inviterContactId ? [original.inviterContactId] : [],
      assignToAccountId: original.assignToAccountId ? [original.assignToAccountId] : [],
    }),
  ])
  return {
    offers,
    choices,
    stored: {
      ...{ type, websiteId, redeemableBy, emailDomains, maximumRedemptions, message },
      name: `${name} (copy)`,
      webRoleIds: original.webRoleIds.filter((webRoleId) => mayGrant(called.actor, webRoleId)),
      ownerId: called.actor.id,
      redemptionWorkflowId: original.workflow?.status === 'activated' ? original.redemptionWorkflowId : null,
      identityProviderId: original.identityProviderId,
      expiry: { date, time },
      grantEndsAt: isGrantOver ? '' : expiryFields(original.grantEndsAt, website.timeZone).date,
      grantLastsDays: original.grantLastsDays,
    },
    cancel: to('/invitations', id),
  }
}

/** As a template has it: its days become days of the calendar, and what is gone since is left out. */
async function fromTemplate(locals: App.Locals, id: string, contactIds: string[]) {
  const called = by(locals)
  const template = valueOrErrorPage(await getInvitationTemplate({ ...called, input: { id } }))
  const { type, webRoleIds, assignToAccountId, expiresInDays, redemptionWorkflowId, ...rest } =
    template.attributes
  const [offers, choices] = await Promise.all([
    formOffers(locals),
    pickerChoices(locals, {
      invitedContactId: type === 'single' ? contactIds.slice(0, 1) : [],
      invitedContactIds: type === 'group' ? contactIds : [],
      assignToAccountId: assignToAccountId ? [assignToAccountId] : [],
    }),
  ])
  const timeZone = offers.websites.find((website) => website.id === template.website.id)?.timeZone ?? 'UTC'
  const lastInstant = expiresInDays && new Date(Date.now() + expiresInDays * 86_400_000)
  return {
    offers,
    choices,
    stored: {
      ...rest,
      type,
      name: template.name,
      websiteId: template.website.id,
      webRoleIds: webRoleIds.filter((webRoleId) => mayGrant(called.actor, webRoleId)),
      ownerId: called.actor.id,
      redemptionWorkflowId: offers.workflows.some(({ value }) => value === redemptionWorkflowId)
        ? redemptionWorkflowId
        : null,
      expiry: lastInstant ? { ...expiryFields(lastInstant, timeZone), time: '' } : { date: '', time: '' },
    },
    cancel: to('/invitations/templates'),
  }
}

async function save(event: RequestEvent) {
  const form = await event.request.formData()
  const filled = readInvitationForm(form, readType(form))
  const called = by(event.locals)
  const created = refuseForm(form) ?? (await createInvitation({ ...called, input: filled }))
  if (!created.ok) {
    return failWith(onFields(created, filled.type), form, { choices: await typedChoices(event.locals, form) })
  }
  const { id, name } = created.value
  const page = to('/invitations', id)
  if (form.get('then') !== 'send') redirectWith(event, page, `${name} was created.`)

  // The invitation is there whatever becomes of the send: said on its own page.
  const sent = await sendInvitations({ ...called, input: { invitationIds: [id] } })
  if (!sent.ok) {
    const why = sent.detail ?? answers[sent.refusal].words
    redirectWith(event, page, `${name} was created, but not sent. ${why}`, 'error')
  }
  if (sent.value.planned === 0) {
    redirectWith(event, page, `${name} was created, but not sent: there is nobody to mail.`, 'error')
  }
  redirectWith(
    event,
    to('/sends', sent.value.id),
    `${name} was created. ${mailsOnTheirWay(sent.value.planned)}`,
  )
}

export const actions: Actions = {
  save,
  find: async ({ locals, request }) => {
    const form = await request.formData()
    const found = String(form.get('found') ?? '')
    return { values: valuesOf(form), found, choices: await typedChoices(locals, form) }
  },
}
