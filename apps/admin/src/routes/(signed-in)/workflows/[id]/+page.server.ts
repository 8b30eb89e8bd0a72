import { flattenSteps } from '@usher/domain'
import {
  activateWorkflow,
  deactivateWorkflow,
  deleteWorkflow,
  getWorkflow,
  listWorkflowRuns,
  nameEntities,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const runsShown = 10

export const load: PageServerLoad = async ({ locals, params }) => {
  const called = by(locals)
  const [found, runs] = await Promise.all([
    getWorkflow({ ...called, input: { workflowId: params.id } }),
    listWorkflowRuns({ ...called, input: { workflowId: params.id, limit: runsShown } }),
  ])
  const workflow = valueOrErrorPage(found)
  const ids = flattenSteps([...(workflow.definition?.steps ?? []), ...(workflow.draft?.steps ?? [])]).flatMap(
    (step) =>
      step.kind === 'add_web_role' || step.kind === 'remove_web_role'
        ? [step.webRoleId]
        : step.kind === 'call_webhook'
          ? [step.endpointId]
          : step.kind === 'start_workflow'
            ? [step.workflowId]
            : [],
  )
  const names = ids.length > 0 ? await nameEntities({ ...called, input: { ids } }) : null
  return { workflow, runs: valueOrErrorPage(runs), names: names?.ok ? names.value : {} }
}

const move = (change: typeof activateWorkflow, done: string) => async (event: RequestEvent) => {
  const changed = await change({ ...by(event.locals), input: { workflowId: event.params.id } })
  const page = to('/workflows', event.params.id)
  if (changed.ok) redirectWith(event, page, `${changed.value.name} ${done}`)
  const reasons = (changed.errors ?? []).map(({ path, message }) => `${path}: ${message}`)
  redirectWith(event, page, [problemOf(changed).message, ...reasons].join(' '), 'error')
}

export const actions: Actions = {
  activate: move(activateWorkflow, 'runs from now on.'),
  deactivate: move(deactivateWorkflow, 'is stopped.'),
  delete: async (event) => {
    const deleted = await deleteWorkflow({ ...by(event.locals), input: { workflowId: event.params.id } })
    if (!deleted.ok)
      redirectWith(event, to('/workflows', event.params.id), problemOf(deleted).message, 'error')
    redirectWith(event, to('/workflows'), 'The workflow is deleted.')
  },
}
