import { error } from '@sveltejs/kit'
import { mayDo } from '@usher/domain'
import { createSuppression, listWebsites } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { answers, failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const called = by(locals)
  if (!mayDo(called.actor.role, 'contacts.write')) error(403, answers.forbidden.words)
  const websites = valueOrErrorPage(await listWebsites({ ...called, input: { limit: 200 } }))
  return { websites: websites.items.map(({ id, name }) => ({ value: id, label: name })) }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { address, websiteId } = textsOf(form, ['address', 'websiteId'])
    const created = await createSuppression({
      ...by(event.locals),
      input: { address, websiteId: websiteId || null },
    })
    if (!created.ok) return failWith(created, form)
    redirectWith(event, to('/suppressions'), 'This address gets no more invitations.')
  },
}
