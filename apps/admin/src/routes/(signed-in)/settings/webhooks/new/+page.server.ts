import { mayDo } from '@usher/domain'
import { createWebhookEndpoint } from '@usher/services'
import { error } from '@sveltejs/kit'
import { by } from '#lib/server/by.ts'
import { listOf, textsOf } from '#lib/server/form-input.ts'
import { answers, failWith } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  if (!mayDo(by(locals).actor.role, 'settings.write')) error(403, answers.forbidden.words)
}

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const form = await request.formData()
    const input = { ...textsOf(form, ['name', 'url']), eventTypes: listOf(form, 'eventTypes') }
    const created = await createWebhookEndpoint({ ...by(locals), input })
    // Not redirected: the secret is in this one answer and nowhere else.
    if (!created.ok) return failWith(created, form)
    const { id, name, secret } = created.value
    return { created: { id, name, secret } }
  },
}
