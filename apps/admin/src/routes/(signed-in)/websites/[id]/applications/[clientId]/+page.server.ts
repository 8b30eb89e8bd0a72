import { deleteOidcClient, getOidcClient, renewOidcClientSecret, updateOidcClient } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import { applicationInput } from '../application-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  application: valueOrErrorPage(await getOidcClient({ ...by(locals), input: { id: params.clientId } })),
  issuer: locals.deps.origin,
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const input = { id: event.params.clientId, ...applicationInput(form) }
    const updated = await updateOidcClient({ ...by(event.locals), input })
    if (!updated.ok) return failWith(updated, form)
    const page = to('/websites', event.params.id, 'applications')
    redirectWith(event, page, `${updated.value.name} was changed.`)
  },
  // Not redirected: the secret is in this one answer and nowhere else.
  renew: async ({ locals, params }) => {
    const renewed = await renewOidcClientSecret({ ...by(locals), input: { id: params.clientId } })
    return renewed.ok ? { secret: renewed.value.secret } : failWith(renewed)
  },
  delete: async (event) => {
    const deleted = await deleteOidcClient({ ...by(event.locals), input: { id: event.params.clientId } })
    if (!deleted.ok) return failWith(deleted)
    redirectWith(event, to('/websites', event.params.id, 'applications'), 'The application was deleted.')
  },
}
