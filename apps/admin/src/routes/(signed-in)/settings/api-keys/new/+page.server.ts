import { type ApiKeyRole, apiKeyRoles, createApiKey } from '@usher/services'
import { error } from '@sveltejs/kit'
import { mayDo } from '@usher/domain'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { answers, failWith } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

const words = {
  admin: 'Everything except staff: contacts, accounts, websites, web roles, invitations, sends, settings.',
  inviter: 'Contacts, invitations and sends, with the web roles that you may grant.',
  viewer: 'Reads, and changes nothing.',
} as const satisfies Record<ApiKeyRole, string>

export const load: PageServerLoad = ({ locals }) => {
  if (!mayDo(by(locals).actor.role, 'settings.write')) error(403, answers.forbidden.words)
  return {
    roles: apiKeyRoles.map((role) => ({ role, words: words[role] })),
    apiUrl: `${locals.deps.origin}${to('/api/v1')}`,
  }
}

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const form = await request.formData()
    const created = await createApiKey({ ...by(locals), input: textsOf(form, ['name', 'role', 'expiresAt']) })
    // Not redirected: the key is in this one answer and nowhere else.
    return created.ok
      ? { created: { name: created.value.name, key: created.value.key } }
      : failWith(created, form)
  },
}
