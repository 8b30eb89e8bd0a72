import { fullName, invitationViews } from '@usher/domain'
import {
  activateInvitation,
  deactivateInvitation,
  getContact,
  listInvitations,
  listStaff,
  listWebsites,
} from '@usher/services'
import { allItems } from '#lib/server/all-items.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listOf } from '#lib/server/form-input.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import { changeSelected } from './change-selected.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const called = by(locals)
  const [invitations, websites, owners, contactName] = await Promise.all([
    listInvitations({ ...called, input: listInput(url, ['view', 'contactId', 'websiteId', 'ownerId']) }),
    allItems((page) => listWebsites({ ...called, input: page })),
    allItems((page) => listStaff({ ...called, input: page })),
    nameOfContact(locals, url.searchParams.get('contactId')),
  ])
  const view = url.searchParams.get('view') ?? ''
  return {
    invitations: valueOrErrorPage(invitations),
    view: invitationViews.find((one) => one === view) ?? 'all',
    websites: websites.map(({ id, name }) => ({ value: id, label: name })),
    owners: owners.map(({ id, name }) => ({ value: id, label: name })),
    contactName,
  }
}

async function nameOfContact(locals: App.Locals, id: string | null): Promise<string | null> {
  if (!id) return null
  const contact = await getContact({ ...by(locals), input: { id } })
  return contact.ok ? fullName(contact.value) : 'somebody who is gone'
}

/** The list again, as it was filtered, saying what happened to the selected ones. */
const change =
  (verb: typeof activateInvitation, done: 'activated' | 'deactivated') => async (event: RequestEvent) => {
    const ids = listOf(await event.request.formData(), 'ids')
    const { message, kind } = await changeSelected(by(event.locals), verb, ids, done)
    redirectWith(event, listAddress(event.url), message, kind)
  }

/** Without the name of the action, which is part of the address of the form. */
function listAddress(url: URL): string {
  const params = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')))
  return params.size > 0 ? `${url.pathname}?${params}` : url.pathname
}

export const actions: Actions = {
  deactivate: change(deactivateInvitation, 'deactivated'),
  activate: change(activateInvitation, 'activated'),
}
