import { getWebsite, listOidcClients, rotateOidcKeys } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  website: valueOrErrorPage(await getWebsite({ ...by(locals), input: { id: params.id } })),
  applications: valueOrErrorPage(
    await listOidcClients({ ...by(locals), input: { ...listInput(url), websiteId: params.id } }),
  ),
  issuer: locals.deps.origin,
})

export const actions: Actions = {
  rotate: async (event) => {
    const rotated = await rotateOidcKeys({ ...by(event.locals), input: {} })
    const page = to('/websites', event.params.id, 'applications')
    if (!rotated.ok) redirectWith(event, page, problemOf(rotated).message, 'error')
    redirectWith(event, page, 'There is a new key. It signs in ten minutes, when every website has read it.')
  },
}
