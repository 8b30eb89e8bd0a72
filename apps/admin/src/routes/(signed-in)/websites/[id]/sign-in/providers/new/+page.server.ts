import { identityProviderNames, identityProviderPresets } from '@usher/domain'
import { createIdentityProvider, getWebsite } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { identityProviderInput } from '#lib/server/identity-provider-form.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

const presetOf = (url: URL) =>
  identityProviderPresets.find((preset) => preset === url.searchParams.get('preset')) ?? 'openid'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id, name } = valueOrErrorPage(await getWebsite({ ...by(locals), input: { id: params.id } }))
  const preset = presetOf(url)
  return {
    website: { id, name },
    provider: {
      preset,
      name: identityProviderNames[preset],
      issuer: null,
      clientId: '',
      hasSecret: false,
      vouchesForEmail: true,
      teamId: null,
      keyId: null,
      isEnabled: true,
    },
  }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const websiteId = event.params.id
    const input = { websiteId, preset: presetOf(event.url), ...identityProviderInput(form) }
    const created = await createIdentityProvider({ ...by(event.locals), input })
    if (!created.ok) return failWith(created, form)
    const next = to('/websites', websiteId, 'sign-in', 'providers', created.value.id)
    redirectWith(event, next, `${created.value.name} was added. Register its callback URL there.`)
  },
}
