import { defaultWebsiteSettings } from '@usher/domain'
import { createWebsite } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith } from '#lib/server/refusals.ts'
import { websiteInput } from '#lib/server/website-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({
  website: {
    name: '',
    baseUrl: by(locals).deps.origin,
    edgeUrl: null,
    allowedReturnUrls: [],
    locale: 'en',
    timeZone: 'UTC',
    accentColor: null,
    logoUrl: null,
    supportEmail: null,
    settings: defaultWebsiteSettings,
  },
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const created = await createWebsite({ ...by(event.locals), input: websiteInput(form) })
    if (!created.ok) return failWith(created, form)
    redirectWith(event, to('/websites', created.value.id), `${created.value.name} was added.`)
  },
}
