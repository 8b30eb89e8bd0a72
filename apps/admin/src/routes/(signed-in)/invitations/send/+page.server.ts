import { error, redirect } from '@sveltejs/kit'
import { findAllInvitationIds, sendInvitations } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listOf } from '#lib/server/form-input.ts'
import { summarisePlan } from '#lib/server/plan.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import { selectionOf } from '#lib/server/selection.ts'
import { mailsOnTheirWay } from '../sent-words.ts'
import type { Actions, PageServerLoad } from './$types'

const maximumOfASend = 10_000

/** Flow → Send Invitation without JavaScript; with it the same is a dialog. Changes nothing. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const ids = await idsOf(locals, url.searchParams)
  if (ids.length === 0) redirect(303, to('/invitations'))
  return { plan: valueOrErrorPage(await summarisePlan(locals, ids)) }
}

/** The ticked ones, or all that the list showed, up to what one send may hold. */
async function idsOf(locals: App.Locals, params: URLSearchParams): Promise<string[]> {
  if (params.get('all') !== 'yes') return [...new Set(params.getAll('ids').filter(Boolean))]
  const { invitations } = selectionOf(params, 'invitations')
  const found = await findAllInvitationIds({
    ...by(locals),
    input: { ...(invitations as object), maximum: maximumOfASend + 1 },
  })
  const ids = valueOrErrorPage(found)
  if (ids.length > maximumOfASend) {
    error(400, 'These are more than 10,000 invitations. Narrow the list down, and send them in parts.')
  }
  return ids
}

export const actions: Actions = {
  send: async (event) => {
    const form = await event.request.formData()
    const sendId = form.get('sendId')
    const sent = await sendInvitations({
      ...by(event.locals),
      input: {
        invitationIds: listOf(form, 'ids'),
        ...(typeof sendId === 'string' && sendId ? { sendId } : {}),
        scheduledFor: String(form.get('scheduledFor') ?? '') || null,
      },
    })
    if (!sent.ok) return failWith(sent, form)
    redirectWith(event, to('/sends', sent.value.id), mailsOnTheirWay(sent.value.planned))
  },
}
