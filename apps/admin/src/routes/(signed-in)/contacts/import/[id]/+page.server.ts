import { error } from '@sveltejs/kit'
import {
  type CsvField,
  getTask,
  type ImportCounts,
  type ImportPlan,
  listRejectedRows,
  runTask,
  startContactImport,
  undoTask,
} from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** So long the page waits for the answer itself; what takes longer goes on in the background. */
const patienceMilliseconds = 1500
const rejectsShown = 20

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('usher:import')
  const call = by(locals)
  const task = valueOrErrorPage(await getTask({ ...call, input: { id: params.id } }))
  if (task.kind !== 'import_contacts') error(404, 'There is no such import.')
  const { status, done, total, changed, error: problem } = task
  return {
    import: { id: task.id, status, done, total, changed, problem },
    plan: task.input as ImportPlan,
    counts: task.outcome as ImportCounts | null,
    rejects: valueOrErrorPage(
      await listRejectedRows({ ...call, input: { id: params.id, limit: rejectsShown } }),
    ),
  }
}

const start = (phase: ImportPlan['phase']) => async (event: RequestEvent) => {
  const { id } = event.params
  const form = await event.request.formData()
  const fields = form.getAll('fields').map((field) => (field === '' ? null : (field as CsvField)))
  const call = by(event.locals)
  const started = await startContactImport({ ...call, input: { id, fields, phase } })
  if (!started.ok) return failWith(started, form)
  const until = Date.now() + patienceMilliseconds
  await runTask({ deps: call.deps, id, mayGoOn: () => Date.now() < until })
  return null
}

export const actions: Actions = {
  check: start('check'),
  import: start('import'),
  undo: async (event) => {
    const { id } = event.params
    const undone = await undoTask({ ...by(event.locals), input: { id } })
    if (!undone.ok) redirectWith(event, to('/contacts/import', id), problemOf(undone).message, 'error')
    const until = Date.now() + patienceMilliseconds
    await runTask({ deps: event.locals.deps, id, mayGoOn: () => Date.now() < until })
    redirectWith(
      event,
      to('/contacts/import', id),
      'The import is rolled back. Contacts with a history stay.',
    )
  },
}
