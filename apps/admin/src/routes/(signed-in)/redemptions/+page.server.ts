import { fullName } from '@usher/domain'
import { getContact, getInvitation, listRedemptions } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const called = by(locals)
  const invitationId = url.searchParams.get('invitationId')
  const contactId = url.searchParams.get('contactId')
  const [redemptions, invitation, contact] = await Promise.all([
    listRedemptions({ ...called, input: listInput(url, ['invitationId', 'contactId']) }),
    invitationId ? getInvitation({ ...called, input: { id: invitationId } }) : null,
    contactId ? getContact({ ...called, input: { id: contactId } }) : null,
  ])
  return {
    redemptions: valueOrErrorPage(redemptions),
    invitationName: invitation?.ok ? invitation.value.name : null,
    contactName: contact?.ok ? fullName(contact.value) : null,
  }
}
