import type { ManagementRefusal, Result } from '@usher/domain'
import {
  activateStaff,
  deactivateStaff,
  getStaffUser,
  removeStaffTwoFactor,
  sendStaffLink,
  type StaffUser,
  updateStaff,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { answers, failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import { ceilingOffers, readStaffForm } from '../staff-form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  user: valueOrErrorPage(await getStaffUser({ ...by(locals), input: { id: params.id } })),
  webRoles: await ceilingOffers(locals),
})

type Verb = (
  call: ReturnType<typeof by> & { input: { id: string } },
) => Promise<Result<StaffUser, ManagementRefusal>>

const act = (verb: Verb, words: (user: StaffUser) => string) => async (event: RequestEvent) => {
  const { id } = event.params
  const done = await verb({ ...by(event.locals), input: { id } })
  const page = to('/settings/staff', id)
  if (!done.ok) redirectWith(event, page, done.detail ?? answers[done.refusal].words, 'error')
  redirectWith(event, page, words(done.value))
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { email: _, ...given } = readStaffForm(form)
    const updated = await updateStaff({ ...by(event.locals), input: { id: event.params.id, ...given } })
    if (!updated.ok) return failWith(updated, form)
    redirectWith(event, to('/settings/staff', event.params.id), `${updated.value.name} was saved.`)
  },
  deactivate: act(deactivateStaff, ({ name }) => `${name} is deactivated and signed out everywhere.`),
  activate: act(activateStaff, ({ name }) => `${name} can sign in again.`),
  sendLink: act(sendStaffLink, ({ name, email }) => `${name} is mailed a new link at ${email}.`),
  removeTwoFactor: act(removeStaffTwoFactor, ({ name }) => `${name} signs in with the password alone now.`),
}
