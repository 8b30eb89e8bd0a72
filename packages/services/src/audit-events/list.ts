import { type AuditEventRow, auditEventSorts, findAuditEvents, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

const name = v.pipe(v.string(), v.maxLength(100))
export const listAuditEventsSchema = v.strictObject({
  ...pageEntries(auditEventSorts, '-occurredAt'),
  entityType: v.optional(name),
  entityId: v.optional(name),
  actorId: v.optional(name),
  /** `contact.created`, `invitation.code_revealed`, … */
  action: v.optional(name),
})
export type ListAuditEventsInput = v.InferInput<typeof listAuditEventsSchema>

export type AuditEvent = AuditEventRow

/** Who changed what, the newest first. For owners and admins: it tells of staff. Input: `ListAuditEventsInput`. */
export async function listAuditEvents({
  deps,
  actor,
  input,
}: Call): Promise<Result<Page<AuditEvent>, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(listAuditEventsSchema, input)
  return parsed.ok ? answerPage(await findAuditEvents(deps.database, parsed.value)) : parsed
}
