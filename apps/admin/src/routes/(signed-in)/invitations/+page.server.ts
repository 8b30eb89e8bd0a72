import { fullName, invitationViews } from '@usher/domain'
import { getContact, listInvitations, listStaff, listWebsites } from '@usher/services'
import { allItems } from '#lib/server/all-items.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import { selectionOf } from '#lib/server/selection.ts'
import { listAddress, startTask } from '#lib/server/start-task.ts'
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
const change = (kind: 'activate_invitations' | 'deactivate_invitations') => async (event: RequestEvent) => {
  const rows = selectionOf(await event.request.formData(), 'invitations')
  const back = listAddress(event.url)
  const refused = await startTask(event, { kind, rows }, back)
  redirectWith(event, back, problemOf(refused).message, 'error')
}

export const actions: Actions = {
  deactivate: change('deactivate_invitations'),
  activate: change('activate_invitations'),
}
