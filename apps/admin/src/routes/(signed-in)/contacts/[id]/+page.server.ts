import { fullName } from '@usher/domain'
import {
  deleteContact,
  getContact,
  listActivities,
  listEmails,
  listInvitations,
  listRedemptions,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const call = by(locals)
  const contactId = params.id
  const [contact, invitations, emails, redemptions, activities] = await Promise.all([
    getContact({ ...call, input: { id: contactId } }),
    listInvitations({ ...call, input: { contactId, limit: 10 } }),
    listEmails({ ...call, input: { contactId, limit: 10 } }),
    listRedemptions({ ...call, input: { contactId, limit: 200 } }),
    listActivities({ ...call, input: { contactId, limit: 30 } }),
  ])
  const found = valueOrErrorPage(contact)
  const redeemed = valueOrErrorPage(redemptions).items.filter(({ undoneAt }) => undoneAt === null)
  return {
    contact: {
      ...found,
      webRoles: found.webRoles.map((webRole) => ({
        ...webRole,
        /** The redemption that gave it; null: given by hand. */
        origin: originOf(redeemed.find(({ webRoles }) => webRoles.some(({ id }) => id === webRole.id))),
      })),
    },
    invitations: valueOrErrorPage(invitations),
    emails: valueOrErrorPage(emails),
    activities: valueOrErrorPage(activities).items,
  }
}

const originOf = (redemption: { invitationId: string; invitationName: string } | undefined) =>
  redemption ? { invitationId: redemption.invitationId, invitationName: redemption.invitationName } : null

export const actions: Actions = {
  delete: async (event) => {
    const input = { id: event.params.id }
    const contact = valueOrErrorPage(await getContact({ ...by(event.locals), input }))
    const deleted = await deleteContact({ ...by(event.locals), input })
    if (!deleted.ok) return failWith(deleted)
    redirectWith(event, to('/contacts'), `${fullName(contact)} was deleted.`)
  },
}
