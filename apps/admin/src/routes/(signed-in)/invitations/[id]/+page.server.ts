import { mayGrant } from '@usher/domain'
import {
  activateInvitation,
  copyInvitationLink,
  deactivateInvitation,
  deleteInvitation,
  extendInvitation,
  getInvitation,
  listActivities,
  listEmails,
  revealInvitationCode,
  saveInvitationTemplate,
  updateInvitation,
} from '@usher/services'
import { expiryFields } from '#lib/expiry-fields.ts'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

/** More have pages of their own. */
const peopleShown = 8
const mailsShown = 5
const activitiesShown = 20

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('usher:invitation')
  const called = by(locals)
  const invitationId = params.id
  const isWhole = url.searchParams.get('timeline') === 'all'
  const [found, activities, emails] = await Promise.all([
    getInvitation({ ...called, input: { id: invitationId } }),
    listActivities({ ...called, input: { invitationId, limit: isWhole ? 200 : activitiesShown } }),
    listEmails({ ...called, input: { invitationId, limit: mailsShown } }),
  ])
  const {
    invitedContactIds: _,
    webRoleIds,
    recipients,
    redeemedContacts,
    ...invitation
  } = valueOrErrorPage(found)
  const mails = valueOrErrorPage(emails)
  return {
    invitation,
    expiry: expiryFields(invitation.expiresAt, invitation.website.timeZone),
    recipients: recipients.slice(0, peopleShown),
    redeemedContacts: redeemedContacts.slice(0, peopleShown),
    emails: mails,
    activities: valueOrErrorPage(activities),
    /** Who changes, activates or shows it gives what it gives. */
    mayGiveAll: webRoleIds.every((id) => mayGrant(called.actor, id)),
    isUntouched: invitation.sentAt === null && invitation.redemptionCount === 0 && mails.totalCount === 0,
  }
}

export const actions: Actions = {
  reveal: async ({ locals, params }) => {
    const revealed = await revealInvitationCode({ ...by(locals), input: { id: params.id } })
    return revealed.ok ? { revealed: revealed.value } : failWith(revealed)
  },
  /** For the button that fills the clipboard; without JavaScript the page shows the link. */
  copyLink: async ({ locals, params }) => {
    const copied = await copyInvitationLink({ ...by(locals), input: { id: params.id } })
    return copied.ok ? { link: copied.value.redemptionUrl } : failWith(copied)
  },
  deactivate: async (event) => {
    const { id } = event.params
    const done = await deactivateInvitation({ ...by(event.locals), input: { id } })
    if (!done.ok) return failWith(done)
    redirectWith(event, to('/invitations', id), `${done.value.name} is inactive: nobody can redeem it now.`)
  },
  activate: async (event) => {
    const { id } = event.params
    const done = await activateInvitation({ ...by(event.locals), input: { id } })
    if (!done.ok) return failWith(done)
    redirectWith(event, to('/invitations', id), `${done.value.name} is active again.`)
  },
  extend: async (event) => {
    const form = await event.request.formData()
    const { id } = event.params
    const input = { id, days: Number(form.get('days')) }
    const done = await extendInvitation({ ...by(event.locals), input })
    if (!done.ok) return failWith(done, form, { about: 'extend' as const })
    redirectWith(event, to('/invitations', id), `${done.value.name} can be redeemed for longer.`)
  },
  raise: async (event) => {
    const form = await event.request.formData()
    const { id } = event.params
    const typed = String(form.get('maximumRedemptions') ?? '').trim()
    const input = { id, maximumRedemptions: typed === '' ? null : Number(typed) }
    const done = await updateInvitation({ ...by(event.locals), input })
    if (!done.ok) return failWith(done, form, { about: 'raise' as const })
    const { name, seatsLeft } = done.value
    const words = seatsLeft === null ? 'There is no limit now.' : `${seatsLeft} seats are left.`
    redirectWith(event, to('/invitations', id), `${name} was saved. ${words}`)
  },
  saveTemplate: async (event) => {
    const form = await event.request.formData()
    const { id } = event.params
    const input = { invitationId: id, name: String(form.get('name') ?? '') }
    const saved = await saveInvitationTemplate({ ...by(event.locals), input })
    if (!saved.ok) return failWith(saved, form, { about: 'template' as const })
    redirectWith(event, to('/invitations/templates'), `The template ${saved.value.name} was saved.`)
  },
  rotate: async (event) => {
    const { id } = event.params
    const done = await updateInvitation({ ...by(event.locals), input: { id, code: null } })
    if (!done.ok) return failWith(done, undefined, { about: 'rotate' as const })
    redirectWith(
      event,
      to('/invitations', id),
      'It has a new code. The old link and the old code open nothing any more: send it again.',
    )
  },
  delete: async (event) => {
    const input = { id: event.params.id }
    const { name } = valueOrErrorPage(await getInvitation({ ...by(event.locals), input }))
    const deleted = await deleteInvitation({ ...by(event.locals), input })
    if (!deleted.ok) return failWith(deleted, undefined, { isAboutDeletion: true })
    redirectWith(event, to('/invitations'), `${name} was deleted.`)
  },
}
