import { deleteSuppression, listSuppressions } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  suppressions: valueOrErrorPage(
    await listSuppressions({ ...by(locals), input: listInput(url, ['reason', 'websiteId']) }),
  ),
})

export const actions: Actions = {
  allow: async (event) => {
    const form = await event.request.formData()
    const lifted = await deleteSuppression({ ...by(event.locals), input: textsOf(form, ['id']) })
    const page = to('/suppressions')
    if (!lifted.ok) redirectWith(event, page, problemOf(lifted).message, 'error')
    redirectWith(event, page, 'This address can be invited again.')
  },
}
