import { listWebRoles } from '@usher/services'
import { allItems } from '#lib/server/all-items.ts'
import { by } from '#lib/server/by.ts'
import { listOf, textsOf } from '#lib/server/form-input.ts'

/** The web roles that an inviter's ceiling is chosen from. */
export async function ceilingOffers(locals: App.Locals) {
  const webRoles = await allItems((page) => listWebRoles({ ...by(locals), input: page }))
  return webRoles.map(({ id, name, websiteName }) => ({ id, name, websiteName }))
}

/** What the form says; the ceiling counts for inviters alone and is kept for the others. */
export const readStaffForm = (form: FormData) => ({
  ...textsOf(form, ['name', 'email', 'role']),
  grantableWebRoleIds: listOf(form, 'grantableWebRoleIds'),
})
