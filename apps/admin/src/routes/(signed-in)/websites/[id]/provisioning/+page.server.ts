import { createScimTarget, deleteScimTarget, getScimTarget, getWebsite } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await getScimTarget({ ...by(locals), input: { websiteId: params.id } })
  return {
    website: valueOrErrorPage(await getWebsite({ ...by(locals), input: { id: params.id } })),
    target: found.ok || found.refusal !== 'not_found' ? valueOrErrorPage(found) : null,
  }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const input = { websiteId: event.params.id, ...textsOf(form, ['baseUrl', 'token']) }
    const created = await createScimTarget({ ...by(event.locals), input })
    if (!created.ok) return withoutToken(failWith(created, form))
    const page = to('/websites', event.params.id, 'provisioning')
    redirectWith(event, page, 'People and web roles are on their way there.')
  },
  delete: async (event) => {
    const deleted = await deleteScimTarget({ ...by(event.locals), input: { websiteId: event.params.id } })
    if (!deleted.ok) return failWith(deleted)
    const page = to('/websites', event.params.id, 'provisioning')
    redirectWith(event, page, 'Nothing is pushed any more. What is there stays there.')
  },
}

/** A secret is typed again, not shown again. */
function withoutToken(failure: ReturnType<typeof failWith>) {
  delete failure.data.values['token']
  return failure
}
