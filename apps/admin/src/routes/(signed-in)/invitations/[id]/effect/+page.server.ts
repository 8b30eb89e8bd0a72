import { explainEffect, getInvitation } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { findOptions, optionsById } from '#lib/server/options.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

/** `?contactId=`: what the invitation would do for them. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const called = by(locals)
  const invitation = valueOrErrorPage(await getInvitation({ ...called, input: { id: params.id } }))
  const contactId = url.searchParams.get('contactId') || invitation.invitedContactIds[0]
  const effect = contactId
    ? await explainEffect({ ...called, input: { invitationId: params.id, contactId } })
    : null
  return {
    invitation: { id: invitation.id, name: invitation.name, workflow: invitation.workflow },
    effect: effect?.ok ? effect.value : null,
    options: await findOptions(locals, 'contacts', ''),
    chosen: await optionsById(locals, 'contacts', contactId ? [contactId] : []),
  }
}

export const actions: Actions = {
  find: async ({ locals, request }) => {
    const form = await request.formData()
    const search = String(form.get('find-contactId') ?? '')
    return { found: 'contactId', options: await findOptions(locals, 'contacts', search) }
  },
}
