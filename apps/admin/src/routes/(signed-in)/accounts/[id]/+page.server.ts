import { deleteAccount, getAccount, listContacts } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  account: valueOrErrorPage(await getAccount({ ...by(locals), input: { id: params.id } })),
  contacts: valueOrErrorPage(
    await listContacts({ ...by(locals), input: { accountId: params.id, limit: 10 } }),
  ),
})

export const actions: Actions = {
  delete: async (event) => {
    const input = { id: event.params.id }
    const account = valueOrErrorPage(await getAccount({ ...by(event.locals), input }))
    const deleted = await deleteAccount({ ...by(event.locals), input })
    if (!deleted.ok) return failWith(deleted)
    redirectWith(event, to('/accounts'), `${account.name} was deleted.`)
  },
}
