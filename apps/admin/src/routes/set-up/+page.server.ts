import { fail, redirect } from '@sveltejs/kit'
import { countStaff, createFirstOwner, isSetUpToken } from '@usher/services'
import { to } from '#lib/paths.ts'
import { applyCookies } from '#lib/server/apply-cookies.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, problemOf } from '#lib/server/refusals.ts'
import { readSmallForm } from '#lib/server/small-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { deps } = locals
  if ((await countStaff({ deps })) > 0) redirect(303, locals.actor ? to('/') : to('/sign-in'))
  return { isRightLink: await isSetUpToken(deps.keys, url.searchParams.get('token') ?? '') }
}

export const actions: Actions = {
  default: async ({ request, locals, url, cookies, getClientAddress }) => {
    const form = await readSmallForm(request)
    const given = textsOf(form, ['name', 'email', 'password'])
    if (given.password !== form.get('password-again')) {
      const errors = [
        { path: 'password-again', message: 'The two passwords differ. Type the same one twice.' },
      ]
      return fail(400, problemOf({ ok: false, refusal: 'invalid_request', errors }, form))
    }
    const created = await createFirstOwner({
      deps: locals.deps,
      setUpToken: url.searchParams.get('token') ?? '',
      input: given,
      ipAddress: getClientAddress(),
    })
    if (!created.ok) return failWith(created, form)

    const { headers } = await locals.auth.api.signInEmail({
      body: { email: given.email?.trim() ?? '', password: given.password ?? '' },
      headers: request.headers,
      returnHeaders: true,
    })
    applyCookies(headers, cookies)
    redirectWith({ cookies, locals }, to('/'), 'Welcome! You are the owner of this Usher.')
  },
}
