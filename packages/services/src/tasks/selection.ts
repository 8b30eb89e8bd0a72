import { findContactIds, findInvitationIds, type TaskRow } from '@usher/database'
import * as v from 'valibot'
import { listContactsSchema } from '../contacts/list.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { listInvitationsSchema } from '../invitations/list.ts'

const ids = v.pipe(
  v.array(idField),
  v.minLength(1, 'Nothing was selected. Tick some rows first.'),
  v.maxLength(5000),
  v.transform((all) => [...new Set(all)].sort()),
)
const paging = ['limit', 'cursor', 'sort'] as const

/** Which rows: those with these ids, or all that a list shows with this search and these filters. */
export const contactSelection = v.union([
  v.strictObject({ contactIds: ids }),
  v.strictObject({ contacts: v.omit(listContactsSchema, paging) }),
])
export const invitationSelection = v.union([
  v.strictObject({ invitationIds: ids }),
  v.strictObject({ invitations: v.omit(listInvitationsSchema, paging) }),
])
type Selection = v.InferOutput<typeof contactSelection> | v.InferOutput<typeof invitationSelection>

/** The next rows of a task after its cursor, in the order of their ids. */
export function nextIds(
  deps: Deps,
  task: Pick<TaskRow, 'cursor' | 'createdAt'>,
  selection: Selection,
  limit: number,
): Promise<string[]> {
  const page = { afterId: task.cursor, limit }
  if ('contacts' in selection)
    return findContactIds(deps.database, { ...selection.contacts, ...page, now: task.createdAt })
  if ('invitations' in selection)
    return findInvitationIds(deps.database, { ...selection.invitations, ...page, now: task.createdAt })
  const listed = 'contactIds' in selection ? selection.contactIds : selection.invitationIds
  return Promise.resolve(listed.filter((id) => id > task.cursor).slice(0, limit))
}

/** Known at once for rows that were ticked; the others are counted as they come. */
export const totalOf = (selection: Selection): number | null =>
  'contactIds' in selection
    ? selection.contactIds.length
    : 'invitationIds' in selection
      ? selection.invitationIds.length
      : null
