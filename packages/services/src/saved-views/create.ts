import { keepSavedView } from '@usher/database'
import { type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import { neededLine } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'

export const savedViewLists = [
  'contacts',
  'accounts',
  'web-roles',
  'websites',
  'invitations',
  'redemptions',
] as const

export const createSavedViewSchema = v.strictObject({
  list: v.picklist(savedViewLists),
  name: neededLine(60, 'Give the view a name.'),
  query: v.pipe(
    v.string(),
    v.maxLength(2000),
    v.transform((text) => cleanQuery(text)),
  ),
  isShared: v.optional(v.boolean(), false),
})

/**
 * Keeps the search, filters, order and columns of a list under a name, for oneself or for all staff. One's own view of
 * that name is replaced. Refuses `forbidden` who may not change contacts and would share. Input: `createSavedViewSchema`.
 */
export async function createSavedView({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ query: string }, ManagementRefusal>> {
  const parsed = parseInput(createSavedViewSchema, input)
  if (!parsed.ok) return parsed
  const forbidden = refuseUnless(actor, parsed.value.isShared ? 'contacts.write' : 'read')
  if (forbidden) return forbidden
  const ownerId = staffUserIdOf(actor)
  if (!ownerId) return refuse('forbidden', { detail: 'Views belong to staff.' })
  const [id, now] = [deps.newId(), deps.now()]
  await deps.database.write([
    keepSavedView(deps.database, { id, ...parsed.value, ownerId, createdAt: now, updatedAt: now }),
    auditStatement(deps, actor, {
      action: 'saved_view.created',
      entityType: 'saved_view',
      entityId: id,
      after: parsed.value,
    }),
  ])
  return ok({ query: parsed.value.query })
}

/** A view begins on its first page. */
function cleanQuery(text: string): string {
  const params = new URLSearchParams(text)
  for (const name of [...params.keys()]) if (name === 'cursor' || name.startsWith('/')) params.delete(name)
  return params.toString()
}
