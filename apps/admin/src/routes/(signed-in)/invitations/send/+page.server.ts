import { redirect } from '@sveltejs/kit'
import { sendInvitations } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listOf } from '#lib/server/form-input.ts'
import { summarisePlan } from '#lib/server/plan.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import { mailsOnTheirWay } from '../sent-words.ts'
import type { Actions, PageServerLoad } from './$types'

/** Flow → Send Invitation without JavaScript; with it the same is a dialog. Changes nothing. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const ids = [...new Set(url.searchParams.getAll('ids').filter(Boolean))]
  if (ids.length === 0) redirect(303, to('/invitations'))
  return { plan: valueOrErrorPage(await summarisePlan(locals, ids)) }
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
      },
    })
    if (!sent.ok) return failWith(sent)
    redirectWith(event, to('/sends', sent.value.id), mailsOnTheirWay(sent.value.planned))
  },
}
