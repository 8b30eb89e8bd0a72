import type { ManagementRefusal, Result } from '@usher/domain'
import {
  activateInvitation,
  diagnoseAccess,
  extendInvitation,
  getInvitation,
  inviteContact,
  unlockSignIn,
  updateInvitation,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { answers, failWith } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** Ids may stand in the address, as after a fix; what somebody types may not: it can hold a code. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const ids = idsOf(url.searchParams)
  if (!ids.contactId && !ids.invitationId) return { diagnosis: null }
  const diagnosed = await diagnoseAccess({ ...by(locals), input: ids })
  return { diagnosis: diagnosed.ok ? diagnosed.value : null }
}

type Ids = { contactId?: string; invitationId?: string }

const idsOf = (params: URLSearchParams): Ids =>
  Object.fromEntries(
    ['contactId', 'invitationId'].flatMap((name) => {
      const id = params.get(name)
      return id ? [[name, id]] : []
    }),
  )

/** Carries out a fix, then looks again. */
async function fix(
  event: RequestEvent,
  carryOut: (ids: Required<Ids>) => Promise<Result<unknown, ManagementRefusal>>,
  words: string,
): Promise<never> {
  const { contactId = '', invitationId = '' } = textsOf(await event.request.formData(), [
    'contactId',
    'invitationId',
  ])
  const done = await carryOut({ contactId, invitationId })
  const query = new URLSearchParams(Object.entries({ contactId, invitationId }).filter(([, id]) => id !== ''))
  const page = `${to('/why')}?${query}` as const
  if (!done.ok) redirectWith(event, page, done.detail ?? answers[done.refusal].words, 'error')
  redirectWith(event, page, words)
}

export const actions: Actions = {
  ask: async ({ locals, request }) => {
    const form = await request.formData()
    const question = String(form.get('question') ?? '')
    const diagnosed = await diagnoseAccess({ ...by(locals), input: { question } })
    // Not typed back either: the page may be printed, kept and shared.
    return diagnosed.ok ? { diagnosis: diagnosed.value } : failWith(diagnosed, undefined, { diagnosis: null })
  },
  activate: (event) =>
    fix(
      event,
      ({ invitationId: id }) => activateInvitation({ ...by(event.locals), input: { id } }),
      'It is active again.',
    ),
  extend: (event) =>
    fix(
      event,
      ({ invitationId: id }) => extendInvitation({ ...by(event.locals), input: { id } }),
      'It can be redeemed for another 14 days.',
    ),
  addSeat: (event) =>
    fix(event, ({ invitationId }) => addSeat(event.locals, invitationId), 'There is one more seat.'),
  invite: (event) =>
    fix(
      event,
      ({ invitationId: id, contactId }) => inviteContact({ ...by(event.locals), input: { id, contactId } }),
      'Invited. Send it now, so that they get the link.',
    ),
  unlock: (event) =>
    fix(
      event,
      ({ contactId }) => unlockSignIn({ ...by(event.locals), input: { contactId } }),
      'They can sign in again.',
    ),
}

async function addSeat(locals: App.Locals, id: string) {
  const found = await getInvitation({ ...by(locals), input: { id } })
  if (!found.ok) return found
  const { maximumRedemptions, redemptionCount } = found.value
  if (maximumRedemptions === null || maximumRedemptions > redemptionCount) return found
  return updateInvitation({ ...by(locals), input: { id, maximumRedemptions: maximumRedemptions + 1 } })
}
