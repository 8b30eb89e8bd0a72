import { createAccount } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith } from '#lib/server/refusals.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const input = textsOf(form, ['name', 'number', 'email', 'websiteUrl'])
    const created = await createAccount({ ...by(event.locals), input })
    if (!created.ok) return failWith(created, form)
    redirectWith(event, to('/accounts', created.value.id), `${created.value.name} was added.`)
  },
}
