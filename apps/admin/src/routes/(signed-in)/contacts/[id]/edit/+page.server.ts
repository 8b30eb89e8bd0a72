import { fullName } from '@usher/domain'
import { getContact, updateContact } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { accountChoice, contactFieldNames, findAccounts } from '#lib/server/contact-form.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, valueOrErrorPage, valuesOf } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const contact = valueOrErrorPage(await getContact({ ...by(locals), input: { id: params.id } }))
  return { contact, accounts: await accountChoice(locals, contact.accountId) }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const given = textsOf(form, contactFieldNames)
    const { id } = event.params
    const updated = await updateContact({ ...by(event.locals), input: { id, ...given } })
    if (!updated.ok) {
      return failWith(updated, form, { accounts: await accountChoice(event.locals, given.accountId ?? null) })
    }
    redirectWith(event, to('/contacts', id), `${fullName(updated.value)} was saved.`)
  },
  find: async ({ locals, request }) => {
    const form = await request.formData()
    return { values: valuesOf(form), ...(await findAccounts(locals, form)) }
  },
}
