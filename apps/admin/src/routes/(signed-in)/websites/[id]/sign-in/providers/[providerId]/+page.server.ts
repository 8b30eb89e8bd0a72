import { deleteIdentityProvider, getIdentityProvider, updateIdentityProvider } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { identityProviderInput } from '#lib/server/identity-provider-form.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  provider: valueOrErrorPage(await getIdentityProvider({ ...by(locals), input: { id: params.providerId } })),
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { id: websiteId, providerId: id } = event.params
    const input = { id, ...identityProviderInput(form) }
    const updated = await updateIdentityProvider({ ...by(event.locals), input })
    if (!updated.ok) return failWith(updated, form)
    redirectWith(event, to('/websites', websiteId, 'sign-in'), `${updated.value.name} was saved.`)
  },
  delete: async (event) => {
    const { id: websiteId, providerId: id } = event.params
    const deleted = await deleteIdentityProvider({ ...by(event.locals), input: { id } })
    if (!deleted.ok) return failWith(deleted, undefined, { isAboutDeleting: true })
    redirectWith(event, to('/websites', websiteId, 'sign-in'), 'The provider was deleted.')
  },
}
