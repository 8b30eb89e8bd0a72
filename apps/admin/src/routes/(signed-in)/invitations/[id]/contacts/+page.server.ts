import { getInvitation, listInvitationRecipients } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const called = by(locals)
  const [invitation, recipients] = await Promise.all([
    getInvitation({ ...called, input: { id: params.id } }),
    listInvitationRecipients({ ...called, input: { ...listInput(url), invitationId: params.id } }),
  ])
  const { id, name } = valueOrErrorPage(invitation)
  return { invitation: { id, name }, recipients: valueOrErrorPage(recipients) }
}
