import { getWebRole, updateWebRole } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  webRole: valueOrErrorPage(await getWebRole({ ...by(locals), input: { id: params.id } })),
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { id } = event.params
    const given = textsOf(form, ['name', 'description'])
    const updated = await updateWebRole({ ...by(event.locals), input: { id, ...given } })
    if (!updated.ok) return failWith(updated, form)
    redirectWith(event, to('/web-roles', id), `${updated.value.name} was saved.`)
  },
}
