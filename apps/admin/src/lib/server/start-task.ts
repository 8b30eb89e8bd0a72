import type { RequestEvent } from '@sveltejs/kit'
import type { ManagementRefusal, Refused } from '@usher/domain'
import { createTask, getTask, runTask } from '@usher/services'
import { to } from '#lib/paths.ts'
import { taskInWords } from '#lib/task-words.ts'
import { by } from './by.ts'
import { redirectWith } from './flash.ts'

/**
 * Begins a change to many rows. What was ticked is done at once, and can be undone from the page that follows; all that
 * match are left to the background, whose page follows. Returns only when it was refused.
 */
export async function startTask(
  event: Pick<RequestEvent, 'cookies' | 'locals'>,
  task: Record<string, unknown> & { rows: Record<string, unknown> },
  back: string,
): Promise<Refused<ManagementRefusal>> {
  const called = by(event.locals)
  const created = await createTask({ ...called, input: { task } })
  if (!created.ok) return created
  const { id } = created.value
  const isTicked = 'contactIds' in task.rows || 'invitationIds' in task.rows
  if (isTicked) await runTask({ deps: called.deps, id })
  const found = await getTask({ ...called, input: { id } })
  if (!found.ok || found.value.status !== 'completed') {
    redirectWith(
      event,
      to('/tasks', id),
      found.ok && found.value.error ? found.value.error : 'This is under way.',
      found.ok && found.value.error ? 'error' : 'success',
    )
  }
  redirectWith(event, back, taskInWords(found.value), 'success', found.value.changed > 0 ? id : undefined)
}

/** The list that a form came from, without the name of the action, which is part of its address. */
export function listAddress(url: URL): string {
  const params = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')))
  return params.size > 0 ? `${url.pathname}?${params}` : url.pathname
}
