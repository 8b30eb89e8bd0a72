import {
  advanceTask,
  auditPiece,
  claimTask,
  findTaskChanges,
  holdsTask,
  ownerIsActive,
  type TaskRow,
  updateTaskRow,
} from '@usher/database'
import { ok, refuse, type Refused, type Result } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { runImportPiece } from '../contact-imports/run-piece.ts'
import { readStaffActor } from '../staff/read-actor.ts'
import { check } from './check.ts'
import type { TaskInput } from './input.ts'
import { nextIds } from './selection.ts'
import { unmake } from './unmake.ts'

const rowsPerPiece = 1000
const leaseMilliseconds = 60_000

export type TaskTurn = { id: string; kind: TaskRow['kind']; done: number; isDone: boolean }

/** Works on the oldest task that waits, or on one, until it is done or `mayGoOn` says no. `null`: nothing waits. */
export async function runTask({
  deps,
  id,
  mayGoOn = () => true,
}: {
  deps: Deps
  id?: string
  mayGoOn?: () => boolean
}): Promise<TaskTurn | null> {
  const leaseToken = deps.newId()
  const task = await claimTask(deps.database, {
    now: deps.now(),
    leaseToken,
    leaseEndsAt: leaseEnd(deps),
    ...(id ? { id } : {}),
  })
  if (!task) return null
  let { cursor, done } = task
  let { outcome, changed } = task
  for (;;) {
    const now = { ...task, cursor, done, outcome, changed }
    const turn = await runPiece(deps, now, leaseToken)
    if (!turn.ok) {
      await end(deps, task.id, leaseToken, { status: 'failed', error: turn.detail ?? turn.refusal })
      return { id: task.id, kind: task.kind, done, isDone: true }
    }
    if (turn.value === 'lost') return { id: task.id, kind: task.kind, done, isDone: false }
    if (turn.value === 'ended') return { id: task.id, kind: task.kind, done, isDone: true }
    cursor = turn.value.cursor
    done += turn.value.rows
    ;({ outcome, changed } = now)
    if (!mayGoOn()) {
      await deps.database.write([
        holdsTask(task.id, leaseToken),
        updateTaskRow(deps.database, task.id, { leaseToken: null, leaseEndsAt: null }),
      ])
      return { id: task.id, kind: task.kind, done, isDone: false }
    }
    await breathe()
  }
}

type Turn = 'lost' | 'ended' | { cursor: string; rows: number }

/** One piece with everything that belongs to it, in one batch: its place in the task is part of the batch. */
async function runPiece(deps: Deps, task: TaskRow, leaseToken: string): Promise<Result<Turn, string>> {
  const actor = await actorOf(deps, task)
  if (!actor) return refuseGone()
  if (task.status === 'undoing') return unmakePiece(deps, task, leaseToken, actor)
  if (task.kind === 'import_contacts') {
    return runImportPiece(deps, { task, actor, leaseToken, leaseEndsAt: leaseEnd(deps) })
  }
  const input = task.input as TaskInput
  const work = await check(deps, actor, input)
  if (!work.ok) return work
  const now = deps.now()
  const rows = await nextIds(deps, task, input.rows, rowsPerPiece)
  const last = rows.at(-1)
  if (last === undefined) {
    const ended = await end(deps, task.id, leaseToken, { status: 'completed', total: task.done })
    return ok(ended)
  }
  const piece = { taskId: task.id, ids: rows, now }
  const made = await work.value.make(deps, actor, piece)
  const written = await deps.database.write([
    holdsTask(task.id, leaseToken),
    ...('id' in actor && actor.kind === 'staff' ? [ownerIsActive(actor.id)] : []),
    ...made.statements,
    auditPiece(
      { ...piece, ids: made.ids },
      { ...eventOf(deps, actor), action: work.value.action, after: made.after },
    ),
    advanceTask(task.id, { ids: made.ids, cursor: last, rows: rows.length, leaseEndsAt: leaseEnd(deps) }),
  ])
  return ok(written.ok ? { cursor: last, rows: rows.length } : 'lost')
}

async function unmakePiece(
  deps: Deps,
  task: TaskRow,
  leaseToken: string,
  actor: Actor,
): Promise<Result<Turn, string>> {
  const now = deps.now()
  const changes = await findTaskChanges(deps.database, {
    taskId: task.id,
    afterId: task.cursor,
    limit: rowsPerPiece,
  })
  const last = changes.at(-1)
  if (!last) return ok(await end(deps, task.id, leaseToken, { status: 'undone', undoneAt: now }))
  const piece = { taskId: task.id, ids: changes.map(({ id }) => id), now }
  const unmade = unmake(deps, actor, task, piece)
  const written = await deps.database.write([
    holdsTask(task.id, leaseToken),
    ...unmade.statements,
    auditPiece(piece, { ...eventOf(deps, actor), action: unmade.action, after: {} }),
    updateTaskRow(deps.database, task.id, { cursor: last.id, leaseEndsAt: leaseEnd(deps) }),
  ])
  return ok(written.ok ? { cursor: last.id, rows: changes.length } : 'lost')
}

/** Whoever asked for it, with the rights they have now. */
async function actorOf(deps: Deps, task: TaskRow): Promise<Actor | null> {
  const asked = task.actor as Actor
  if (asked.kind === 'command_line' || asked.kind === 'system') return asked
  const staffUserId = asked.kind === 'staff' ? asked.id : asked.staffUserId
  const now = await readStaffActor({ deps, staffUserId, ipAddress: asked.ipAddress })
  if (!now || asked.kind === 'staff') return now
  // A key has at most what it had and what its person has.
  const isLower = asked.role === 'inviter' || now.role === 'inviter'
  const both = asked.grantableWebRoleIds.filter(
    (id) => now.role !== 'inviter' || now.grantableWebRoleIds.includes(id),
  )
  return {
    ...asked,
    role: isLower ? 'inviter' : now.role,
    grantableWebRoleIds: asked.role === 'inviter' ? both : now.grantableWebRoleIds,
  }
}

async function end(
  deps: Deps,
  id: string,
  leaseToken: string,
  values: Partial<TaskRow>,
): Promise<'ended' | 'lost'> {
  const written = await deps.database.write([
    holdsTask(id, leaseToken),
    updateTaskRow(deps.database, id, {
      ...values,
      completedAt: deps.now(),
      leaseToken: null,
      leaseEndsAt: null,
    }),
  ])
  return written.ok ? 'ended' : 'lost'
}

const eventOf = (deps: Deps, actor: Actor) => ({
  id: deps.newId(),
  actorKind: actor.kind,
  actorId: 'id' in actor ? actor.id : null,
  actorName: actor.name,
  ipAddress: 'ipAddress' in actor ? actor.ipAddress : null,
})

const refuseGone = (): Refused<'forbidden'> =>
  refuse('forbidden', { detail: 'Whoever asked for this may not sign in any more.' })

const leaseEnd = (deps: Deps) => new Date(deps.now().getTime() + leaseMilliseconds)
/** A long task lets others of the process have their turn. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
