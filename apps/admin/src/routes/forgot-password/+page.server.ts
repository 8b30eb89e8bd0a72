import { fail } from '@sveltejs/kit'
import { countAttempt, requestStaffPasswordReset } from '@usher/services'
import { signInBudgets, tooManyAttempts } from '#lib/server/sign-in.ts'
import { readSmallForm } from '#lib/server/small-form.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  /** The same answer whether there is such a staff user or not. */
  default: async ({ request, locals, getClientAddress }) => {
    const form = await readSmallForm(request)
    const email = String(form.get('email') ?? '').trim()
    if (!email) return fail(400, { email, message: 'Type your e-mail address.' })
    const ipAddress = getClientAddress()
    const { deps } = locals
    const budgets = await signInBudgets(deps, { email, ipAddress })
    const counted = await countAttempt({
      deps,
      input: budgets.map((budget) => ({ ...budget, bucket: `forgot:${budget.bucket}` })),
    })
    if (!counted.ok) return fail(429, { email, message: tooManyAttempts(counted.retryAfterSeconds) })
    await requestStaffPasswordReset({ deps, input: { email, ipAddress } })
    return { email, isSent: true }
  },
}
