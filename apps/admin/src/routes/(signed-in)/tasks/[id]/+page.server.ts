import { cancelTask, getTask, undoTask } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('usher:task')
  return { task: valueOrErrorPage(await getTask({ ...by(locals), input: { id: params.id } })) }
}

const step = (verb: typeof undoTask, said: string) => async (event: RequestEvent) => {
  const { id } = event.params
  const answer = await verb({ ...by(event.locals), input: { id } })
  if (!answer.ok) redirectWith(event, to('/tasks', id), problemOf(answer).message, 'error')
  redirectWith(event, to('/tasks', id), said)
}

export const actions: Actions = {
  undo: step(undoTask, 'It is being undone.'),
  cancel: step(cancelTask, 'It was stopped. What it has changed stays, and can be undone.'),
}
