import { findInvitationNames, findInvitation } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import type { Invitation } from './describe.ts'
import { refuseUnknownInvitation } from './refuse-guarded.ts'
import { updateInvitation } from './update.ts'

export const extendInvitationSchema = v.strictObject({
  id: idField,
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)), 14),
})

/**
 * Moves the expiry by so many days, from today on where it has passed, to the end of that day on the website's clock.
 * Refuses as `updateInvitation` does. Input: `{ id, days? }`, 14 days unless told.
 */
export async function extendInvitation({
  deps,
  actor,
  input,
}: Call): Promise<Result<Invitation, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'invitations.write')
  if (forbidden) return forbidden
  const parsed = parseInput(extendInvitationSchema, input)
  if (!parsed.ok) return parsed
  const { id, days } = parsed.value
  const [invitation, names] = await Promise.all([
    findInvitation(deps.database, id),
    findInvitationNames(deps.database, id),
  ])
  if (!invitation || !names) return refuseUnknownInvitation()
  const now = deps.now()
  const { expiresAt } = invitation
  // An expiry is the first instant after its last day.
  const lastInstant = expiresAt && expiresAt > now ? expiresAt.getTime() - 1 : now.getTime()
  const timeZone = names.website.timeZone
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(
    new Date(lastInstant + days * 86_400_000),
  )
  return updateInvitation({ deps, actor, input: { id, expiresAt: day } })
}
