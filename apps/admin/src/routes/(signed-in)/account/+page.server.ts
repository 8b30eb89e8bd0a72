import { fail } from '@sveltejs/kit'
import { refuse } from '@usher/domain'
import { changeOwnPassword, getStaffUser, listOwnSessions, revokeOwnSession } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const called = by(locals)
  const [sessions, user] = await Promise.all([
    listOwnSessions(called),
    getStaffUser({ ...called, input: { id: called.actor.id } }),
  ])
  return {
    user: valueOrErrorPage(user),
    sessions: valueOrErrorPage(sessions).map((session) => ({
      ...session,
      isThisOne: session.id === locals.sessionId,
    })),
  }
}

export const actions: Actions = {
  password: async (event) => {
    const { locals } = event
    const form = await event.request.formData()
    const text = (name: string) => String(form.get(name) ?? '')
    if (text('password') !== text('password-again')) {
      const errors = [
        { path: 'password-again', message: 'The two passwords differ. Type the same one twice.' },
      ]
      return failWith(refuse('invalid_request', { errors }), form)
    }
    const { password } = await locals.auth.$context
    const changed = await changeOwnPassword({
      ...by(locals),
      input: { currentPassword: text('current-password'), password: text('password') },
      sessionId: locals.sessionId,
      verifyPassword: password.verify,
    })
    if (!changed.ok) {
      const errors = changed.errors?.map(({ path, message }) => ({
        path: path === 'currentPassword' ? 'current-password' : path,
        message,
      }))
      return failWith(errors ? { ...changed, errors } : changed, form)
    }
    redirectWith(event, to('/account'), 'Your password is changed. Your other sessions ended.')
  },
  revoke: async (event) => {
    const form = await event.request.formData()
    const id = String(form.get('sessionId') ?? '')
    const revoked = await revokeOwnSession({ ...by(event.locals), input: { id } })
    if (!revoked.ok) return fail(404, { message: revoked.detail ?? 'There is no such session any more.' })
    redirectWith(event, to('/account'), 'That session is signed out.')
  },
}
