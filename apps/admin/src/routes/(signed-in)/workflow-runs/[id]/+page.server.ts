import {
  cancelWorkflowRuns,
  decideApproval,
  getWorkflowRun,
  replayWorkflowRuns,
  retryWorkflowRuns,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('usher:workflow-run')
  const run = valueOrErrorPage(await getWorkflowRun({ ...by(locals), input: { workflowRunId: params.id } }))
  return { run, isActive: run.status === 'queued' || run.status === 'running' }
}

const change = (verb: typeof retryWorkflowRuns, done: string) => async (event: RequestEvent) => {
  const changed = await verb({ ...by(event.locals), input: { workflowRunIds: [event.params.id] } })
  const page = to('/workflow-runs', event.params.id)
  if (!changed.ok) redirectWith(event, page, problemOf(changed).message, 'error')
  redirectWith(event, page, done)
}

const decide = (approved: boolean) => async (event: RequestEvent) => {
  const comment = String((await event.request.formData()).get('comment') ?? '')
  const input = { workflowRunId: event.params.id, approved, comment }
  const decided = await decideApproval({ ...by(event.locals), input })
  const page = to('/workflow-runs', event.params.id)
  if (!decided.ok) redirectWith(event, page, problemOf(decided).message, 'error')
  redirectWith(event, page, approved ? 'Approved. The run goes on.' : 'Declined. The run goes on.')
}

export const actions: Actions = {
  retry: change(retryWorkflowRuns, 'The run goes on with the step that failed.'),
  cancel: change(cancelWorkflowRuns, 'The run is cancelled.'),
  replay: change(replayWorkflowRuns, 'The workflow runs once more for this contact.'),
  approve: decide(true),
  decline: decide(false),
}
