import { fullName } from '@usher/domain'
import { deleteContact, getContact } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  contact: valueOrErrorPage(await getContact({ ...by(locals), input: { id: params.id } })),
})

export const actions: Actions = {
  delete: async (event) => {
    const input = { id: event.params.id }
    const contact = valueOrErrorPage(await getContact({ ...by(event.locals), input }))
    const deleted = await deleteContact({ ...by(event.locals), input })
    if (!deleted.ok) return failWith(deleted)
    redirectWith(event, to('/contacts'), `${fullName(contact)} was deleted.`)
  },
}
