import { runTask } from '@usher/services'
import type { House } from './deps.ts'
import type { Turn } from './drain.ts'
import { log } from './log.ts'

/** A piece of the oldest change to many rows: the worker can stop, and others have their turn, after each. */
export async function runTasks({ deps }: Pick<House, 'deps'>): Promise<Turn> {
  const turn = await runTask({ deps, mayGoOn: () => false })
  if (!turn) return 'idle'
  if (turn.isDone) log.info('{kind} {task}: {done} rows', { kind: turn.kind, task: turn.id, done: turn.done })
  return 'worked'
}
