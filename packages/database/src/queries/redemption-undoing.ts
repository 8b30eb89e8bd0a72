import { type SQL, sql } from 'drizzle-orm'
import { type Change, guard } from '../connection/statement.ts'

/** It counts: nobody has undone it yet. */
export const redemptionStands = (redemptionId: string) =>
  guard('undone', sql`exists (select 1 from redemptions where id = ${redemptionId} and undone_at is null)`)

/**
 * Takes back what one redemption gave and nothing else, and frees its seat: in this order, in one batch with its guard.
 * What another redemption or staff gave stays; so does an account that staff have changed since.
 */
export const undoRedemptionStatements = (
  redemptionId: string,
  by: { staffUserId: string | null; now: Date },
): Change[] => {
  const now = by.now.getTime()
  return [
    sql`
      update redemptions set undone_at = ${now}, undone_by_id = ${by.staffUserId} where id = ${redemptionId}`,
    sql`
      update grants set revoked_at = ${now}, revoked_by_id = ${by.staffUserId}
      where redemption_id = ${redemptionId} and revoked_at is null`,
    ...leaveAccountStatements(redemptionId, now),
    unbindIdentity(redemptionId, now),
    sql`
      update workflow_runs set status = 'cancelled', error = 'The redemption was undone', ended_at = ${now}
      where redemption_id = ${redemptionId} and status = 'queued'`,
    sql`
      update invitations set redemption_count = redemption_count - 1, updated_at = ${now}
      where id = (select invitation_id from redemptions where id = ${redemptionId})`,
  ]
}

/** The contact leaves the account that was joined by the redemption. */
export const leaveAccountStatements = (redemptionId: string, now: number): SQL[] => [
  leaveAccount(redemptionId, now),
  handOnPreviousAccount(redemptionId),
]

/** What the contact of the redemption `undone` redeemed after it, still has, and joined an account by. */
const laterWithAccount = sql`
  select later.id from redemptions later
  where later.contact_id = undone.contact_id and later.undone_at is null and later.account_id is not null
    and later.id > undone.id`

/** Back to the account of before, unless a later redemption or staff has decided on it since. */
const leaveAccount = (redemptionId: string, now: number): SQL => sql`
  update contacts set account_id = undone.previous_account_id, updated_at = ${now}
  from redemptions undone
  where undone.id = ${redemptionId} and contacts.id = undone.contact_id and undone.account_id is not null
    and contacts.account_id = undone.account_id and not exists (${laterWithAccount})`

/** The next redemption then leads back to where this one would have: so that any order of undoing ends the same. */
const handOnPreviousAccount = (redemptionId: string): SQL => sql`
  update redemptions set previous_account_id = undone.previous_account_id
  from redemptions undone
  where undone.id = ${redemptionId} and undone.account_id is not null
    and redemptions.previous_account_id = undone.account_id
    and redemptions.id = (${laterWithAccount} order by later.id limit 1)`

/** The sign-in belongs to nobody again, unless another redemption binds it to the contact as well. */
const unbindIdentity = (redemptionId: string, now: number): SQL => sql`
  update invitee_users set contact_id = null, updated_at = ${now}
  from redemptions undone
  where undone.id = ${redemptionId} and invitee_users.id = undone.user_id
    and invitee_users.contact_id = undone.contact_id
    and not exists (
      select 1 from redemptions other
      where other.contact_id = undone.contact_id and other.user_id = undone.user_id and other.undone_at is null)`
