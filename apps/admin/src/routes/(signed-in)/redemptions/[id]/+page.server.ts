import { fullName, mayGrant } from '@usher/domain'
import { getInvitation, getRedemption, undoRedemption } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const called = by(locals)
  const redemption = valueOrErrorPage(await getRedemption({ ...called, input: { id: params.id } }))
  const invitation = valueOrErrorPage(
    await getInvitation({ ...called, input: { id: redemption.invitation.id } }),
  )
  const given = [...invitation.webRoleIds, ...redemption.grants.map(({ webRole }) => webRole.id)]
  return {
    redemption,
    invitation: { type: invitation.type, deactivatedAt: invitation.deactivatedAt },
    /** A free seat gives what the invitation gives. */
    mayUndo: given.every((id) => mayGrant(called.actor, id)),
  }
}

export const actions: Actions = {
  undo: async (event) => {
    const undone = await undoRedemption({ ...by(event.locals), input: { id: event.params.id } })
    if (!undone.ok) return failWith(undone)
    const { contact, id } = undone.value
    redirectWith(
      event,
      to('/redemptions', id),
      `Undone. ${contact.email ? `${fullName(contact)} is told by mail.` : `${fullName(contact)} has no e-mail address, so nobody was told.`}`,
    )
  },
}
