import { deleteWebRole, getWebRole, listContacts } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  webRole: valueOrErrorPage(await getWebRole({ ...by(locals), input: { id: params.id } })),
  contacts: valueOrErrorPage(
    await listContacts({ ...by(locals), input: { webRoleId: params.id, limit: 10 } }),
  ),
})

export const actions: Actions = {
  delete: async (event) => {
    const input = { id: event.params.id }
    const webRole = valueOrErrorPage(await getWebRole({ ...by(event.locals), input }))
    const deleted = await deleteWebRole({ ...by(event.locals), input })
    if (!deleted.ok) return failWith(deleted)
    redirectWith(event, to('/web-roles'), `${webRole.name} was deleted.`)
  },
}
