import { fail } from '@sveltejs/kit'
import { recordOwnTwoFactor, getStaffUser } from '@usher/services'
import { to } from '#lib/paths.ts'
import { applyCookies } from '#lib/server/apply-cookies.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import { isRefusedSignIn } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const called = by(locals)
  const user = valueOrErrorPage(await getStaffUser({ ...called, input: { id: called.actor.id } }))
  return { isOn: user.twoFactorEnabled }
}

const wrongPassword = { problem: 'password', message: 'This is not your password.' } as const

/** Runs one of Better Auth's own steps; its “no” is the form again. */
async function attempt<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (thrown) {
    if (!isRefusedSignIn(thrown)) throw thrown
    return null
  }
}

const passwordOf = async (event: RequestEvent) =>
  String((await event.request.formData()).get('password') ?? '')

export const actions: Actions = {
  /** Makes a secret, which counts once its first code was typed. */
  begin: async (event) => {
    const { auth } = event.locals
    const { headers } = event.request
    const password = await passwordOf(event)
    const begun = await attempt(() =>
      auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }),
    )
    if (!begun || begun.method !== 'totp') return fail(400, wrongPassword)
    return { begun: { uri: begun.totpURI, recoveryCodes: begun.backupCodes } }
  },
  confirm: async (event) => {
    const { auth } = event.locals
    const form = await event.request.formData()
    const code = String(form.get('code') ?? '').replace(/\s/g, '')
    const { headers } = event.request
    const confirmed = await attempt(() =>
      auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
    )
    if (!confirmed) {
      return fail(400, {
        problem: 'code',
        message:
          'This is not the code of this moment. Look at the clock of the telephone, then try the next code.',
        begun: {
          uri: String(form.get('uri') ?? ''),
          recoveryCodes: form.getAll('recoveryCode').map(String),
        },
      } as const)
    }
    applyCookies(confirmed.headers, event.cookies)
    await recordOwnTwoFactor({ ...by(event.locals), input: { change: 'two_factor_enabled' } })
    redirectWith(event, to('/account'), 'Two-factor is on.')
  },
  disable: async (event) => {
    const { auth } = event.locals
    const { headers } = event.request
    const password = await passwordOf(event)
    const disabled = await attempt(() =>
      auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
    )
    if (!disabled) return fail(400, wrongPassword)
    applyCookies(disabled.headers, event.cookies)
    await recordOwnTwoFactor({ ...by(event.locals), input: { change: 'two_factor_disabled' } })
    redirectWith(event, to('/account'), 'Two-factor is off.')
  },
  recoveryCodes: async (event) => {
    const { auth } = event.locals
    const { headers } = event.request
    const password = await passwordOf(event)
    const made = await attempt(() => auth.api.generateBackupCodes({ body: { password }, headers }))
    if (!made) return fail(400, wrongPassword)
    await recordOwnTwoFactor({ ...by(event.locals), input: { change: 'recovery_codes_made' } })
    return { recoveryCodes: made.backupCodes }
  },
}
