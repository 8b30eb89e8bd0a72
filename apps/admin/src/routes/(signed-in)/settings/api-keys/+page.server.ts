import { deleteApiKey, listApiKeys } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const apiKeys = valueOrErrorPage(await listApiKeys({ ...by(locals), input: listInput(url) }))
  const now = locals.deps.now()
  return {
    apiKeys: {
      ...apiKeys,
      items: apiKeys.items.map((apiKey) => ({
        ...apiKey,
        isExpired: apiKey.expiresAt !== null && apiKey.expiresAt <= now,
        // It ends with the last instant of that day, in UTC.
        lastDay: apiKey.expiresAt && new Date(apiKey.expiresAt.getTime() - 1),
      })),
    },
    docs: to('/api/v1/docs'),
  }
}

export const actions: Actions = {
  revoke: async (event) => {
    const form = await event.request.formData()
    const revoked = await deleteApiKey({ ...by(event.locals), input: textsOf(form, ['id']) })
    const page = to('/settings/api-keys')
    if (!revoked.ok) redirectWith(event, page, problemOf(revoked).message, 'error')
    redirectWith(event, page, 'The key is revoked. Nothing can use it any more.')
  },
}
