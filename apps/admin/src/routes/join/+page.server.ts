import { redirect } from '@sveltejs/kit'
import { refuse } from '@usher/domain'
import { countAttempt, joinByStaffLink, readStaffLink } from '@usher/services'
import { to } from '#lib/paths.ts'
import { failWith } from '#lib/server/refusals.ts'
import { blockBudgets, tooManyAttempts } from '#lib/server/sign-in.ts'
import { readSmallForm } from '#lib/server/small-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('token') ?? ''
  const link = await readStaffLink({ deps: locals.deps, token })
  return {
    link: link.ok
      ? { kind: link.value.kind, name: link.value.user.name, email: link.value.user.email }
      : null,
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event
    const form = await readSmallForm(event.request)
    const ipAddress = event.getClientAddress()
    const { deps } = locals
    const counted = await countAttempt({ deps, input: await blockBudgets(deps, 'staff-join', ipAddress) })
    if (!counted.ok) {
      return failWith(refuse('too_many_attempts', { detail: tooManyAttempts(counted.retryAfterSeconds) }))
    }
    const password = String(form.get('password') ?? '')
    if (password !== String(form.get('password-again') ?? '')) {
      const errors = [{ path: 'password-again', message: 'These two are not the same. Type both again.' }]
      return failWith(refuse('invalid_request', { errors }), form)
    }
    const token = url.searchParams.get('token') ?? ''
    const joined = await joinByStaffLink({ deps, token, input: { password }, ipAddress })
    if (!joined.ok) return failWith(joined, form)
    redirect(303, `${to('/sign-in')}?joined=yes`)
  },
}
