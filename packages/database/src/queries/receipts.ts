import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { leaveAccountStatements } from './redemption-undoing.ts'

/** What one redemption gave its contact, by whom and until when, and what it left on record about them. */
export type Receipt = {
  redemptionId: string
  website: {
    id: string
    name: string
    baseUrl: string
    accentColor: string | null
    logoUrl: string | null
    supportEmail: string | null
    locale: string
    timeZone: string
  }
  /** In whose name the invitation spoke. */
  givenBy: string
  webRoles: { id: string; name: string; endsAt: Date | null; isInForce: boolean }[]
  /** The account the contact joined by it. */
  account: { id: string; name: string } | null
  redeemedAt: Date
  ipAddress: string | null
  userAgent: string | null
  /** When the contact gave all of it back. */
  givenBackAt: Date | null
}

/** More than anybody reads. */
const newest = 50

/** Redemptions that nobody has undone of whoever signs in as this user, the newest first. */
export async function findReceipts(database: Database, userId: string, now: Date): Promise<Receipt[]> {
  const rows = await database.query.all<{ receipt: string }>(sql`
    select json_object(
      'redemptionId', redemptions.id, 'redeemedAt', redemptions.redeemed_at, 'ipAddress', redemptions.ip_address,
      'userAgent', redemptions.user_agent, 'givenBackAt', redemptions.given_back_at,
      'givenBy', coalesce(
        nullif(trim(coalesce(inviter.first_name, '') || ' ' || coalesce(inviter.last_name, '')), ''),
        inviter.email, staff_users.name),
      'account', case when accounts.id is not null then json_object('id', accounts.id, 'name', accounts.name) end,
      'website', json_object('id', websites.id, 'name', websites.name, 'baseUrl', websites.base_url,
        'accentColor', websites.accent_color, 'logoUrl', websites.logo_url,
        'supportEmail', websites.support_email, 'locale', websites.locale, 'timeZone', websites.time_zone),
      'webRoles', (select json_group_array(json_object('id', web_roles.id, 'name', web_roles.name,
          'endsAt', grants.ends_at, 'isRevoked', grants.revoked_at is not null))
        from grants join web_roles on web_roles.id = grants.web_role_id
        where grants.redemption_id = redemptions.id)) as receipt
    from invitee_users
    join redemptions on redemptions.contact_id = invitee_users.contact_id and redemptions.undone_at is null
    join invitations on invitations.id = redemptions.invitation_id
    join websites on websites.id = invitations.website_id
    join staff_users on staff_users.id = invitations.owner_id
    left join contacts inviter on inviter.id = invitations.inviter_contact_id
    left join accounts on accounts.id = redemptions.account_id
    where invitee_users.id = ${userId}
    order by redemptions.redeemed_at desc, redemptions.id desc limit ${newest}`)
  return rows.map(({ receipt }) => readReceipt(JSON.parse(receipt) as StoredReceipt, now))
}

type StoredReceipt = Omit<Receipt, 'webRoles' | 'redeemedAt' | 'givenBackAt'> & {
  webRoles: { id: string; name: string; endsAt: number | null; isRevoked: 0 | 1 }[]
  redeemedAt: number
  givenBackAt: number | null
}

const readReceipt = (
  { webRoles, redeemedAt, givenBackAt, ...receipt }: StoredReceipt,
  now: Date,
): Receipt => ({
  ...receipt,
  webRoles: webRoles.map(({ endsAt, isRevoked, ...webRole }) => ({
    ...webRole,
    endsAt: endsAt === null ? null : new Date(endsAt),
    isInForce: !isRevoked && (endsAt === null || endsAt > now.getTime()),
  })),
  redeemedAt: new Date(redeemedAt),
  givenBackAt: givenBackAt === null ? null : new Date(givenBackAt),
})

/** The redemption is of the contact of this user, stands, and has not been given back. */
export const redemptionIsHeldBy = (redemptionId: string, userId: string) =>
  guard(
    'not_theirs',
    sql`exists (
      select 1 from redemptions join invitee_users on invitee_users.contact_id = redemptions.contact_id
      where redemptions.id = ${redemptionId} and invitee_users.id = ${userId}
        and redemptions.undone_at is null and redemptions.given_back_at is null)`,
  )

/** Ends what the redemption gave, and the account that was joined by it. The redemption itself stands: its seat is used. */
export const giveBackStatements = (redemptionId: string, now: Date): Change[] => [
  sql`update redemptions set given_back_at = ${now.getTime()} where id = ${redemptionId}`,
  sql`
    update grants set revoked_at = ${now.getTime()}
    where redemption_id = ${redemptionId} and revoked_at is null`,
  ...leaveAccountStatements(redemptionId, now.getTime()),
]
