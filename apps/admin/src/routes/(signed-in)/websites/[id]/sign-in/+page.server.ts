import { getSignInSettings, updateSignInSettings } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import { signInSettingsInput } from '#lib/server/sign-in-settings-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  signIn: valueOrErrorPage(await getSignInSettings({ ...by(locals), input: { websiteId: params.id } })),
})

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const websiteId = event.params.id
    const input = { websiteId, settings: signInSettingsInput(form) }
    const updated = await updateSignInSettings({ ...by(event.locals), input })
    if (!updated.ok) return failWith(updated, form)
    const said = `How people sign in to ${updated.value.websiteName} was saved. It holds from now on.`
    redirectWith(event, to('/websites', websiteId, 'sign-in'), said)
  },
}
