import { activateWorkflow, deactivateWorkflow, getWorkflow, listWorkflowRuns } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const runsShown = 10

export const load: PageServerLoad = async ({ locals, params }) => {
  const called = by(locals)
  const [workflow, runs] = await Promise.all([
    getWorkflow({ ...called, input: { workflowId: params.id } }),
    listWorkflowRuns({ ...called, input: { workflowId: params.id, limit: runsShown } }),
  ])
  return { workflow: valueOrErrorPage(workflow), runs: valueOrErrorPage(runs) }
}

const move = (change: typeof activateWorkflow, done: string) => async (event: RequestEvent) => {
  const changed = await change({ ...by(event.locals), input: { workflowId: event.params.id } })
  const page = to('/workflows', event.params.id)
  if (!changed.ok) redirectWith(event, page, problemOf(changed).message, 'error')
  redirectWith(event, page, `${changed.value.name} ${done}`)
}

export const actions: Actions = {
  activate: move(activateWorkflow, 'runs again.'),
  deactivate: move(deactivateWorkflow, 'is stopped.'),
}
