import { type AuditEventRow, auditEventSorts, findAuditEvents, type Page } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { answerPage, pageEntries } from '../page-input.ts'
import { parseInput } from '../parse-input.ts'

const name = v.pipe(v.string(), v.maxLength(100))
const dayFix = 'Give a day such as 2027-03-31.'
/** Its first instant. Empty, as a form sends it, is none. */
const dayField = v.pipe(
  v.string(),
  v.check((text) => text === '' || /^\d{4}-\d\d-\d\d$/.test(text), dayFix),
  v.transform((text) => (text === '' ? undefined : new Date(`${text}T00:00:00Z`))),
  v.check((day) => day === undefined || !Number.isNaN(day.getTime()), dayFix),
)
const oneDay = 86_400_000
export const listAuditEventsSchema = v.strictObject({
  ...pageEntries(auditEventSorts, '-occurredAt'),
  entityType: v.optional(name),
  entityId: v.optional(name),
  actorId: v.optional(name),
  /** `contact.created`, `invitation.code_revealed`, … */
  action: v.optional(name),
  from: v.optional(v.pipe(dayField, v.description('A day in UTC, `2027-03-31`; that day and later.'))),
  until: v.optional(v.pipe(dayField, v.description('A day in UTC; that day and earlier.'))),
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
  if (!parsed.ok) return parsed
  const { until, ...request } = parsed.value
  const end = until && new Date(until.getTime() + oneDay)
  return answerPage(await findAuditEvents(deps.database, { ...request, until: end }))
}
