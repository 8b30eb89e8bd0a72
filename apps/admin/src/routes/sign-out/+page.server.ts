import { redirect } from '@sveltejs/kit'
import { to } from '#lib/paths.ts'
import { applyCookies } from '#lib/server/apply-cookies.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = () => redirect(303, to('/'))

export const actions: Actions = {
  default: async ({ locals, request, cookies }) => {
    const { headers } = await locals.auth.api.signOut({ headers: request.headers, returnHeaders: true })
    applyCookies(headers, cookies)
    redirect(303, to('/sign-in'))
  },
}
