import { schema } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { type Actor, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { check } from './check.ts'
import { createTaskSchema } from './input.ts'
import { totalOf } from './selection.ts'

/**
 * Puts a change to many rows on its way. It is made in the background, piece by piece, each piece with its audit row.
 * Refuses at once what the actor may not do or what contradicts itself. Input: `{ task }`.
 */
export async function createTask({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ id: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createTaskSchema, input)
  if (!parsed.ok) return parsed
  const { task } = parsed.value
  const refused = await check(deps, actor, task)
  if (!refused.ok) return refused

  const id = deps.newId()
  const now = deps.now()
  await deps.database.write([
    deps.database.query.insert(schema.tasks).values({
      id,
      kind: task.kind,
      status: 'queued',
      createdById: staffUserIdOf(actor),
      actor: rememberedActor(actor),
      input: task,
      total: totalOf(task.rows),
      createdAt: now,
    }),
    auditStatement(deps, actor, {
      action: 'task.created',
      entityType: 'task',
      entityId: id,
      after: { kind: task.kind },
    }),
  ])
  deps.onJobsWritten?.()
  return ok({ id })
}

/** Nothing of it is a right: those are read anew when the task runs. */
export const rememberedActor = (actor: Actor): Record<string, unknown> => ({ ...actor })
