import { fullName, mayDo, mayGrant } from '@usher/domain'
import {
  createGrant,
  deleteContact,
  eraseContact,
  getContact,
  listActivities,
  listEmails,
  listGrants,
  listInvitations,
  listWebRoles,
  listWebsites,
  revokeGrant,
  updateGrant,
} from '@usher/services'
import { expiryFields } from '#lib/expiry-fields.ts'
import { to } from '#lib/paths.ts'
import { allItems } from '#lib/server/all-items.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const call = by(locals)
  const contactId = params.id
  const [contact, invitations, emails, grants, activities] = await Promise.all([
    getContact({ ...call, input: { id: contactId } }),
    listInvitations({ ...call, input: { contactId, limit: 10 } }),
    listEmails({ ...call, input: { contactId, limit: 10 } }),
    listGrants({ ...call, input: { contactId, limit: 200 } }),
    listActivities({ ...call, input: { contactId, limit: 30 } }),
  ])
  const { grantable, zoneOf } = await grantOffers(locals)
  return {
    contact: valueOrErrorPage(contact),
    invitations: valueOrErrorPage(invitations),
    emails: valueOrErrorPage(emails),
    activities: valueOrErrorPage(activities).items,
    grants: valueOrErrorPage(grants).items.map((grant) => ({
      ...grant,
      mayChange: grantable.some(({ value }) => value === grant.webRole.id),
      endDay: expiryFields(grant.endsAt, zoneOf(grant.website.id)).date,
    })),
    grantable,
  }
}

/** The web roles that the actor may give by hand, and the clocks of their websites. */
async function grantOffers(locals: App.Locals) {
  const called = by(locals)
  const [webRoles, websites] = await Promise.all([
    allItems((page) => listWebRoles({ ...called, input: page })),
    allItems((page) => listWebsites({ ...called, input: page })),
  ])
  const mayGive = (id: string) => mayDo(called.actor.role, 'invitations.write') && mayGrant(called.actor, id)
  return {
    grantable: webRoles
      .filter(({ id }) => mayGive(id))
      .map(({ id, name, websiteName }) => ({
        value: id,
        label: websites.length > 1 ? `${name} (${websiteName})` : name,
      })),
    zoneOf: (websiteId: string) => websites.find(({ id }) => id === websiteId)?.timeZone ?? 'UTC',
  }
}

export const actions: Actions = {
  delete: async (event) => {
    const input = { id: event.params.id }
    const contact = valueOrErrorPage(await getContact({ ...by(event.locals), input }))
    const deleted = await deleteContact({ ...by(event.locals), input })
    if (!deleted.ok) return failWith(deleted, undefined, { isAboutDeletion: true })
    redirectWith(event, to('/contacts'), `${fullName(contact)} was deleted.`)
  },
  erase: async (event) => {
    const form = await event.request.formData()
    const { id } = event.params
    const input = { id, confirmation: String(form.get('confirmation') ?? '') }
    const erased = await eraseContact({ ...by(event.locals), input })
    if (!erased.ok) return failWith(erased, form, { isAboutErasure: true })
    redirectWith(event, to('/contacts', id), 'The person was erased.')
  },
  giveRole: async (event) => {
    const form = await event.request.formData()
    const contactId = event.params.id
    const input = { contactId, ...textsOf(form, ['webRoleId', 'endsAt']) }
    const given = await createGrant({ ...by(event.locals), input })
    if (!given.ok) return failWith(given, form, { grantId: 'new' })
    redirectWith(event, to('/contacts', contactId), `${given.value.webRole.name} was given.`)
  },
  changeGrant: async (event) => {
    const form = await event.request.formData()
    const { grantId = '', endsAt = '' } = textsOf(form, ['grantId', 'endsAt'])
    const changed = await updateGrant({ ...by(event.locals), input: { id: grantId, endsAt } })
    if (!changed.ok) return failWith(changed, form, { grantId })
    const { webRole, endsAt: end } = changed.value
    redirectWith(
      event,
      to('/contacts', event.params.id),
      end ? `${webRole.name} now ends by itself.` : `${webRole.name} does not end any more.`,
    )
  },
  revokeGrant: async (event) => {
    const id = event.url.searchParams.get('grantId') ?? ''
    const revoked = await revokeGrant({ ...by(event.locals), input: { id } })
    const page = to('/contacts', event.params.id)
    if (!revoked.ok) redirectWith(event, page, revoked.detail ?? 'It could not be taken back.', 'error')
    redirectWith(event, page, `${revoked.value.webRole.name} was taken back.`)
  },
}
