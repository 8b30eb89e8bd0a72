import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'

/** A mail of which the provider may know more than it told. */
export type EmailToCheck = { id: string; messageId: string; doubts: number; checks: number; sentAt: number }

/** Takes up to `limit` mails that are to be asked about; nobody else asks about them until `heldUntil`. */
export async function claimEmailChecks(
  database: Database,
  claim: { now: Date; heldUntil: Date; limit: number },
): Promise<EmailToCheck[]> {
  const due = sql`select id from emails where next_check_at <= ${claim.now.getTime()} order by next_check_at limit ${claim.limit}`
  const [isDue] = await database.query.all(sql`select 1 from (${due}) limit 1`)
  if (!isDue) return []
  const written = await database.write([
    sql`
      update emails set next_check_at = ${claim.heldUntil.getTime()}
      where id in (${due})
      returning id, provider_message_id, doubts, checks, sent_at`,
  ])
  return (written.ok ? (written.results[0]?.rows ?? []) : []).map((row) => ({
    id: String(row['id']),
    messageId: String(row['provider_message_id']),
    doubts: Number(row['doubts']),
    checks: Number(row['checks']),
    sentAt: Number(row['sent_at']),
  }))
}

/** What asking came to. Mails of which all is known are not asked about again. */
export const recordEmailChecks = (
  checks: readonly { emailId: string; nextCheckAt: number | null; duplicates: number }[],
): SQL => sql`
  update emails
  set checks = checks + 1, duplicates = max(duplicates, checked.value->>'duplicates'),
      next_check_at = case when status = 'sent' then checked.value->>'nextCheckAt' end
  from json_each(${JSON.stringify(checks)}) checked
  where emails.id = checked.value->>'emailId'`
