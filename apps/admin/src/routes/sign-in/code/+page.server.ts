import { fail, redirect } from '@sveltejs/kit'
import { countAttempt } from '@usher/services'
import { to } from '#lib/paths.ts'
import { applyCookies } from '#lib/server/apply-cookies.ts'
import { nextPath } from '#lib/server/next-path.ts'
import { blockBudgets, isRefusedSignIn, tooManyAttempts } from '#lib/server/sign-in.ts'
import { readSmallForm } from '#lib/server/small-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.actor) redirect(303, nextPath(url.searchParams.get('next'), to('/')))
}

export const actions: Actions = {
  default: async ({ request, locals, url, cookies, getClientAddress }) => {
    const form = await readSmallForm(request)
    const code = String(form.get('code') ?? '').replace(/\s/g, '')
    if (!code) return fail(400, { message: 'Type the code that your app shows, or a recovery code.' })
    const { deps, auth } = locals
    const counted = await countAttempt({
      deps,
      input: await blockBudgets(deps, 'staff-second-step', getClientAddress()),
    })
    if (!counted.ok) return fail(429, { message: tooManyAttempts(counted.retryAfterSeconds) })
    const call = { body: { code }, headers: request.headers, returnHeaders: true } as const
    try {
      // Six digits are of the app; recovery codes are longer.
      const { headers } = /^\d{6}$/.test(code)
        ? await auth.api.verifyTOTP(call)
        : await auth.api.verifyBackupCode(call)
      applyCookies(headers, cookies)
    } catch (thrown) {
      if (!isRefusedSignIn(thrown)) throw thrown
      return fail(400, {
        message:
          'This code is not right, or too old. After several wrong ones, sign in again from the start.',
      })
    }
    redirect(303, nextPath(url.searchParams.get('next'), to('/')))
  },
}
