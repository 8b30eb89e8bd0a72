import { fail } from '@sveltejs/kit'
import {
  approveInvitationRequest,
  closeInvitationRequest,
  countInvitationRequests,
  listInvitationRequests,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const called = by(locals)
  const [requests, counts] = await Promise.all([
    listInvitationRequests({ ...called, input: listInput(url, ['view']) }),
    countInvitationRequests(called),
  ])
  return { requests: valueOrErrorPage(requests), waiting: valueOrErrorPage(counts) }
}

/** Back to the list it was answered in. */
const answer =
  (change: typeof approveInvitationRequest, done: (kind: FormDataEntryValue | null) => string) =>
  async (event: RequestEvent) => {
    const form = await event.request.formData()
    const id = form.get('id')
    if (typeof id !== 'string') return fail(400, { message: 'Choose what to answer.' })
    const answered = await change({ ...by(event.locals), input: { id } })
    const view = event.url.searchParams.get('view')
    const page = `${to('/requests')}${view ? `?${new URLSearchParams({ view })}` : ''}`
    if (!answered.ok) redirectWith(event, page, problemOf(answered).message, 'error')
    redirectWith(event, page, done(form.get('kind')))
  }

export const actions: Actions = {
  approve: answer(approveInvitationRequest, () => 'A new link is on its way.'),
  close: answer(closeInvitationRequest, (kind) =>
    kind === 'new_link' ? 'No new link was given. The invitee is not told.' : 'Noted.',
  ),
}
