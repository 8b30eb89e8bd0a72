import { getAccount, updateAccount } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  account: valueOrErrorPage(await getAccount({ ...by(locals), input: { id: params.id } })),
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { id } = event.params
    const given = textsOf(form, ['name', 'number', 'email', 'websiteUrl'])
    const updated = await updateAccount({ ...by(event.locals), input: { id, ...given } })
    if (!updated.ok) return failWith(updated, form)
    redirectWith(event, to('/accounts', id), `${updated.value.name} was saved.`)
  },
}
