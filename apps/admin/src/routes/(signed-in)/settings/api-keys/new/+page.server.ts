import { type ApiKeyRole, apiKeyRoles, createApiKey, listWebsites } from '@usher/services'
import { error } from '@sveltejs/kit'
import { mayDo } from '@usher/domain'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { answers, failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

const words = {
  admin: 'Everything except staff: contacts, accounts, websites, web roles, invitations, sends, settings.',
  inviter: 'Contacts, invitations and sends, with the web roles that you may grant.',
  viewer: 'Reads, and changes nothing.',
} as const satisfies Record<ApiKeyRole, string>

export const load: PageServerLoad = async ({ locals }) => {
  if (!mayDo(by(locals).actor.role, 'settings.write')) error(403, answers.forbidden.words)
  return {
    roles: apiKeyRoles.map((role) => ({ role, words: words[role] })),
    apiUrl: `${locals.deps.origin}${to('/api/v1')}`,
    grantsUrl: `${locals.deps.origin}/api/grants`,
    websites: valueOrErrorPage(await listWebsites({ ...by(locals), input: { limit: 200 } })).items.map(
      ({ id, name }) => ({ value: id, label: name }),
    ),
  }
}

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const form = await request.formData()
    const created = await createApiKey({ ...by(locals), input: keyInput(form) })
    // Not redirected: the key is in this one answer and nowhere else.
    return created.ok
      ? {
          created: {
            name: created.value.name,
            key: created.value.key,
            isForWebsite: created.value.websiteId !== null,
          },
        }
      : failWith(created, form)
  },
}

function keyInput(form: FormData) {
  const scopes = String(form.get('scopes') ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
  return {
    ...textsOf(form, ['name', 'role', 'websiteId', 'expiresAt']),
    scopes: scopes.length > 0 ? scopes : null,
  }
}
