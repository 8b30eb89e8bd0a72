import { mayDo, mayGrant } from '@usher/domain'
import { getInvitation, inviteContact, listInvitationRecipients, uninviteContact } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { listInput } from '#lib/server/list-input.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { findOptions } from '#lib/server/options.ts'
import { answers, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const called = by(locals)
  const [invitation, recipients] = await Promise.all([
    getInvitation({ ...called, input: { id: params.id } }),
    listInvitationRecipients({ ...called, input: { ...listInput(url), invitationId: params.id } }),
  ])
  const { id, name, type, webRoleIds } = valueOrErrorPage(invitation)
  const { actor } = called
  const mayChange =
    type === 'group' &&
    mayDo(actor.role, 'invitations.write') &&
    webRoleIds.every((webRoleId) => mayGrant(actor, webRoleId))
  return {
    invitation: { id, name },
    recipients: valueOrErrorPage(recipients),
    mayChange,
    options: mayChange ? await findOptions(locals, 'contacts', '') : [],
  }
}

const change =
  (verb: typeof inviteContact, words: string) =>
  async (event: RequestEvent): Promise<never> => {
    const form = await event.request.formData()
    const { id } = event.params
    const contactId = String(form.get('contactId') ?? '')
    const changed = await verb({ ...by(event.locals), input: { id, contactId } })
    const page = to('/invitations', id, 'contacts')
    if (!changed.ok) redirectWith(event, page, changed.detail ?? answers[changed.refusal].words, 'error')
    redirectWith(event, page, words)
  }

export const actions: Actions = {
  invite: change(inviteContact, 'Invited. Send the invitation, so that they get the link.'),
  uninvite: change(uninviteContact, 'Not invited any more.'),
  find: async ({ locals, request }) => {
    const form = await request.formData()
    return {
      found: 'contactId',
      options: await findOptions(locals, 'contacts', String(form.get('find-contactId') ?? '')),
    }
  },
}
