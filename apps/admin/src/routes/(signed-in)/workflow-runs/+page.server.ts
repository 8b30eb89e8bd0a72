import {
  cancelWorkflowRuns,
  getWorkflow,
  listWorkflowRuns,
  replayWorkflowRuns,
  retryWorkflowRuns,
} from '@usher/services'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { listOf } from '#lib/server/form-input.ts'
import { listInput } from '#lib/server/list-input.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const filters = ['workflowId', 'contactId', 'invitationId', 'status', 'waitingFor']

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('usher:workflow-runs')
  const called = by(locals)
  const workflowId = url.searchParams.get('workflowId')
  const [runs, workflow] = await Promise.all([
    listWorkflowRuns({ ...called, input: listInput(url, filters) }),
    workflowId ? getWorkflow({ ...called, input: { workflowId } }) : null,
  ])
  return { runs: valueOrErrorPage(runs), workflowName: workflow?.ok ? workflow.value.name : null }
}

const withChosen = (change: typeof retryWorkflowRuns, done: string) => async (event: RequestEvent) => {
  const workflowRunIds = listOf(await event.request.formData(), 'workflowRunId')
  const changed = await change({ ...by(event.locals), input: { workflowRunIds } })
  // The action's name is in the address; what is listed stays.
  const page = `${event.url.pathname}?${new URLSearchParams([...event.url.searchParams].filter(([name]) => !name.startsWith('/')))}`
  if (!changed.ok) redirectWith(event, page, problemOf(changed).message, 'error')
  const { count } = changed.value
  redirectWith(event, page, `${count === 1 ? '1 run' : `${count} runs`} ${done}`)
}

export const actions: Actions = {
  retry: withChosen(retryWorkflowRuns, 'tried again from the failed step.'),
  cancel: withChosen(cancelWorkflowRuns, 'cancelled.'),
  replay: withChosen(replayWorkflowRuns, 'begun once more.'),
}
