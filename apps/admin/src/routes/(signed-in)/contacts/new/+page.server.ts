import { fullName } from '@usher/domain'
import { createContact } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { accountChoice, contactFieldNames, findAccounts } from '#lib/server/contact-form.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, valuesOf } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  accounts: await accountChoice(locals, url.searchParams.get('accountId')),
  email: url.searchParams.get('email') ?? '',
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const given = textsOf(form, contactFieldNames)
    const created = await createContact({ ...by(event.locals), input: given })
    if (!created.ok) {
      return failWith(created, form, { accounts: await accountChoice(event.locals, given.accountId ?? null) })
    }
    redirectWith(event, to('/contacts', created.value.id), `${fullName(created.value)} was added.`)
  },
  find: async ({ locals, request }) => {
    const form = await request.formData()
    return { values: valuesOf(form), ...(await findAccounts(locals, form)) }
  },
}
