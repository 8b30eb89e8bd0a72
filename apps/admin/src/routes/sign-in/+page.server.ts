import { fail, redirect } from '@sveltejs/kit'
import { countAttempt, countStaff, forgetAttempts } from '@usher/services'
import { to } from '#lib/paths.ts'
import { applyCookies } from '#lib/server/apply-cookies.ts'
import { nextPath } from '#lib/server/next-path.ts'
import { isRefusedSignIn, signInBudgets, tooManyAttempts } from '#lib/server/sign-in.ts'
import { readSmallForm } from '#lib/server/small-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.actor) redirect(303, nextPath(url.searchParams.get('next'), to('/')))
  return {
    hasStaff: (await countStaff({ deps: locals.deps })) > 0,
    hasJoined: url.searchParams.has('joined'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals, url, cookies, getClientAddress }) => {
    const form = await readSmallForm(request)
    const email = String(form.get('email') ?? '').trim()
    const password = String(form.get('password') ?? '')
    if (!email || !password)
      return fail(400, { email, message: 'Type your e-mail address and your password.' })

    const { deps } = locals
    const budgets = await signInBudgets(deps, { email, ipAddress: getClientAddress() })
    const counted = await countAttempt({ deps, input: budgets })
    if (!counted.ok) {
      return fail(429, { email, message: tooManyAttempts(counted.retryAfterSeconds) })
    }
    let needsCode: boolean
    try {
      const { headers, response } = await locals.auth.api.signInEmail({
        body: { email, password },
        headers: request.headers,
        returnHeaders: true,
      })
      applyCookies(headers, cookies)
      needsCode = 'twoFactorRedirect' in response
    } catch (thrown) {
      if (!isRefusedSignIn(thrown)) throw thrown
      return fail(400, { email, message: 'The e-mail address or the password is not right.' })
    }
    await forgetAttempts({ deps, input: [budgets[0].bucket] })
    const next = nextPath(url.searchParams.get('next'), to('/'))
    redirect(303, needsCode ? `${to('/sign-in/code')}?next=${encodeURIComponent(next)}` : next)
  },
}
