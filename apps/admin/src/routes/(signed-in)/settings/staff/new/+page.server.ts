import { error } from '@sveltejs/kit'
import { mayDo } from '@usher/domain'
import { inviteStaff } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith } from '#lib/server/refusals.ts'
import { ceilingOffers, readStaffForm } from '../staff-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  if (!mayDo(by(locals).actor.role, 'staff.write')) error(403, 'Only owners add staff. Ask one of them.')
  return { webRoles: await ceilingOffers(locals) }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const invited = await inviteStaff({ ...by(event.locals), input: readStaffForm(form) })
    if (!invited.ok) return failWith(invited, form)
    const { id, name, email } = invited.value
    redirectWith(event, to('/settings/staff', id), `${name} is mailed a link at ${email}.`)
  },
}
