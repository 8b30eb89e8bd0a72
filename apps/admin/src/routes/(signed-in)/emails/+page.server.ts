import { fullName } from '@usher/domain'
import { getContact, getInvitation, listEmails } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('usher:emails')
  const called = by(locals)
  const invitationId = url.searchParams.get('invitationId')
  const contactId = url.searchParams.get('contactId')
  const [emails, invitation, contact] = await Promise.all([
    listEmails({
      ...called,
      input: listInput(url, ['status', 'kind', 'invitationId', 'contactId', 'sendId']),
    }),
    invitationId ? getInvitation({ ...called, input: { id: invitationId } }) : null,
    contactId ? getContact({ ...called, input: { id: contactId } }) : null,
  ])
  return {
    emails: valueOrErrorPage(emails),
    staysHere: locals.deps.mailTransport === 'outbox',
    invitationName: invitation?.ok ? invitation.value.name : null,
    contactName: contact?.ok ? fullName(contact.value) : null,
  }
}
