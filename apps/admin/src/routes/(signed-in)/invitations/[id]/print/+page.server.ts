import { error } from '@sveltejs/kit'
import { fullName, mayDo, mayGrant } from '@usher/domain'
import { getInvitation, revealInvitationCode } from '@usher/services'
import { expiryFields } from '#lib/expiry-fields.ts'
import { by } from '#lib/server/by.ts'
import { answers, failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const called = by(locals)
  if (!mayDo(called.actor.role, 'codes.reveal')) error(403, answers.forbidden.words)
  const invitation = valueOrErrorPage(await getInvitation({ ...called, input: { id: params.id } }))
  if (!invitation.webRoleIds.every((id) => mayGrant(called.actor, id))) {
    error(
      403,
      'This invitation gives web roles that are not yours to grant, so its code is not yours to see.',
    )
  }
  const { id, name, message, website, account, webRoles, recipients, type } = invitation
  const [first] = recipients
  return {
    invitation: { id, name, message, website: website.name, account: account?.name ?? null },
    webRoles: webRoles.map((role) => role.name),
    recipient: type === 'single' && first ? fullName(first) : null,
    expiry: expiryFields(invitation.expiresAt, website.timeZone),
    locale: website.locale,
  }
}

export const actions: Actions = {
  /** A POST, since it goes on record that the code was shown. */
  show: async ({ locals, params }) => {
    const revealed = await revealInvitationCode({ ...by(locals), input: { id: params.id } })
    return revealed.ok ? { revealed: revealed.value } : failWith(revealed)
  },
}
