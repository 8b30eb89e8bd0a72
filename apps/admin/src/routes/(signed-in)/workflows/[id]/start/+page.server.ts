import { getWorkflow, listInvitations, startWorkflow } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listOf } from '#lib/server/form-input.ts'
import { findOptions, optionsById } from '#lib/server/options.ts'
import { failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const called = by(locals)
  const workflow = valueOrErrorPage(await getWorkflow({ ...called, input: { workflowId: params.id } }))
  const invitations = valueOrErrorPage(await listInvitations({ ...called, input: { limit: 50 } }))
  return {
    workflow: { id: workflow.id, name: workflow.name },
    options: await findOptions(locals, 'contacts', ''),
    chosen: await optionsById(locals, 'contacts', url.searchParams.getAll('contactId')),
    invitations: invitations.items.map(({ id, name }) => ({ id, name })),
    chosenInvitations: url.searchParams.getAll('invitationId'),
  }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const input = {
      workflowId: event.params.id,
      contactIds: listOf(form, 'contactIds'),
      invitationIds: listOf(form, 'invitationIds'),
    }
    const started = await startWorkflow({ ...by(event.locals), input })
    if (!started.ok) {
      const chosen = await optionsById(event.locals, 'contacts', input.contactIds)
      return failWith(started, form, { chosen })
    }
    const { count } = started.value
    const page = `${to('/workflow-runs')}?workflowId=${event.params.id}`
    redirectWith(event, page, count === 1 ? '1 run begins.' : `${count} runs begin.`)
  },
  find: async ({ locals, request }) => {
    const form = await request.formData()
    return {
      found: 'contactIds',
      options: await findOptions(locals, 'contacts', String(form.get('find-contactIds') ?? '')),
      chosen: await optionsById(locals, 'contacts', listOf(form, 'contactIds')),
    }
  },
}
