import { createOidcClient, getWebsite } from '@usher/services'
import { error } from '@sveltejs/kit'
import { mayDo } from '@usher/domain'
import { by } from '#lib/server/by.ts'
import { answers, failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import { applicationInput } from '../application-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!mayDo(by(locals).actor.role, 'settings.write')) error(403, answers.forbidden.words)
  return {
    website: valueOrErrorPage(await getWebsite({ ...by(locals), input: { id: params.id } })),
    issuer: locals.deps.origin,
  }
}

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await request.formData()
    const created = await createOidcClient({
      ...by(locals),
      input: {
        websiteId: params.id,
        ...applicationInput(form),
        hasSecret: form.get('kind') !== 'public',
      },
    })
    // Not redirected: the secret is in this one answer and nowhere else.
    return created.ok
      ? { created: { id: created.value.id, name: created.value.name, secret: created.value.secret } }
      : failWith(created, form)
  },
}
