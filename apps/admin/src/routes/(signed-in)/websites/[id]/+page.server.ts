import { deleteWebsite, getWebsite, listWebRoles } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  website: valueOrErrorPage(await getWebsite({ ...by(locals), input: { id: params.id } })),
  webRoles: valueOrErrorPage(
    await listWebRoles({ ...by(locals), input: { websiteId: params.id, limit: 20 } }),
  ),
})

export const actions: Actions = {
  delete: async (event) => {
    const input = { id: event.params.id }
    const website = valueOrErrorPage(await getWebsite({ ...by(event.locals), input }))
    const deleted = await deleteWebsite({ ...by(event.locals), input })
    if (!deleted.ok) return failWith(deleted)
    redirectWith(event, to('/websites'), `${website.name} was deleted.`)
  },
}
