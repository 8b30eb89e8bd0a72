import { getWebsite, updateWebsite } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import { websiteInput } from '#lib/server/website-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  website: valueOrErrorPage(await getWebsite({ ...by(locals), input: { id: params.id } })),
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { id } = event.params
    const updated = await updateWebsite({ ...by(event.locals), input: { id, ...websiteInput(form) } })
    if (!updated.ok) return failWith(updated, form)
    redirectWith(event, to('/websites', id), `${updated.value.name} was saved.`)
  },
}
