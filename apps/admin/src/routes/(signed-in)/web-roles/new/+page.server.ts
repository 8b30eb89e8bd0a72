import { createWebRole, listWebsites } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  websites: valueOrErrorPage(await listWebsites({ ...by(locals), input: { limit: 200 } })).items.map(
    ({ id, name }) => ({ id, name }),
  ),
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const input = textsOf(form, ['name', 'websiteId', 'description'])
    const created = await createWebRole({ ...by(event.locals), input })
    if (!created.ok) return failWith(created, form)
    redirectWith(event, to('/web-roles', created.value.id), `${created.value.name} was added.`)
  },
}
