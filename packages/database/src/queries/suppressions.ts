import type { SuppressionReason } from '@usher/domain'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { guard } from '../connection/statement.ts'
import { staffUsers, suppressions, websites } from '../schema/index.ts'
import { containsText, endPage, type Page, type PageRequest, type SortName, startPage } from './page.ts'

export type NewSuppression = {
  id: string
  addressHash: string
  address: string
  /** null: everywhere. */
  websiteId: string | null
  reason: SuppressionReason
  emailId?: string | null
  createdById?: string | null
}

/** Any number of suppressions in one statement. An address that is on the list already stays as it is. */
export const insertSuppressions = (rows: readonly NewSuppression[], now: Date): SQL => sql`
  insert into suppressions (id, address_hash, address, website_id, reason, email_id, created_by_id, created_at)
  select value->>'id', value->>'addressHash', value->>'address', value->>'websiteId', value->>'reason',
    value->>'emailId', value->>'createdById', ${now.getTime()}
  from json_each(${JSON.stringify(rows)})
  where true
  on conflict do nothing`

/** Takes what fits off the list. */
export const liftSuppressions = (
  hashes: readonly string[],
  websiteId: string | null,
  reasons: readonly SuppressionReason[],
  now: Date,
): SQL => sql`
  update suppressions set lifted_at = ${now.getTime()}
  where lifted_at is null and address_hash in (select value from json_each(${JSON.stringify(hashes)}))
    and website_id is ${websiteId} and reason in (select value from json_each(${JSON.stringify(reasons)}))`

export const liftSuppression = (id: string, now: Date): SQL =>
  sql`update suppressions set lifted_at = ${now.getTime()} where id = ${id}`

export const suppressionIsActive = (id: string) =>
  guard('active', sql`exists (select 1 from suppressions where id = ${id} and lifted_at is null)`)

/** The address itself goes, its hash stays. */
export const forgetSuppressedAddress = (address: string): SQL =>
  sql`update suppressions set address = null where lower(address) = lower(${address})`

export async function hasSuppressions(database: Database): Promise<boolean> {
  const rows = await database.query.all(sql`select 1 from suppressions where lifted_at is null limit 1`)
  return rows.length > 0
}

export type ActiveSuppression = { addressHash: string; websiteId: string | null; reason: SuppressionReason }

export const findSuppressionsByHash = (
  database: Database,
  hashes: readonly string[],
): Promise<ActiveSuppression[]> =>
  database.query
    .select({
      addressHash: suppressions.addressHash,
      websiteId: suppressions.websiteId,
      reason: suppressions.reason,
    })
    .from(suppressions)
    .where(
      and(
        isNull(suppressions.liftedAt),
        sql`${suppressions.addressHash} in (select value from json_each(${JSON.stringify(hashes)}))`,
      ),
    )

export type SuppressionListItem = {
  id: string
  /** null: the person was erased, the list alone remembers. */
  address: string | null
  /** null: every website. */
  websiteId: string | null
  websiteName: string | null
  reason: SuppressionReason
  emailId: string | null
  createdByName: string | null
  createdAt: Date
}

export const suppressionSorts = { createdAt: [suppressions.createdAt], address: [suppressions.address] }

const columns = {
  id: suppressions.id,
  address: suppressions.address,
  websiteId: suppressions.websiteId,
  websiteName: websites.name,
  reason: suppressions.reason,
  emailId: suppressions.emailId,
  createdByName: staffUsers.name,
  createdAt: suppressions.createdAt,
}

export async function findSuppressions(
  database: Database,
  request: PageRequest<SortName<typeof suppressionSorts>> & {
    reason?: SuppressionReason | undefined
    websiteId?: string | undefined
  },
): Promise<Page<SuppressionListItem> | null> {
  const page = startPage(request, suppressionSorts, suppressions.id)
  if (!page) return null
  const filter = and(
    isNull(suppressions.liftedAt),
    containsText(request.search, [suppressions.address]),
    request.reason === undefined ? undefined : eq(suppressions.reason, request.reason),
    request.websiteId === undefined ? undefined : eq(suppressions.websiteId, request.websiteId),
  )
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(suppressions)
    .leftJoin(websites, eq(websites.id, suppressions.websiteId))
    .leftJoin(staffUsers, eq(staffUsers.id, suppressions.createdById))
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const [total] = await database.query
    .select({ count: sql<number>`count(*)` })
    .from(suppressions)
    .where(filter)
  return { ...endPage(page, rows), totalCount: total?.count ?? 0 }
}

export async function findSuppression(database: Database, id: string): Promise<SuppressionListItem | null> {
  const [row] = await database.query
    .select(columns)
    .from(suppressions)
    .leftJoin(websites, eq(websites.id, suppressions.websiteId))
    .leftJoin(staffUsers, eq(staffUsers.id, suppressions.createdById))
    .where(and(eq(suppressions.id, id), isNull(suppressions.liftedAt)))
  return row ?? null
}

/** The mail whose link somebody used: who got it, and whose it was. */
export type MailOfUnsubscribe = {
  emailId: string
  address: string
  contactId: string | null
  invitationId: string | null
  website: {
    id: string
    name: string
    baseUrl: string
    locale: string
    accentColor: string | null
    logoUrl: string | null
    supportEmail: string | null
  }
}

export async function findMailOfUnsubscribe(
  database: Database,
  emailId: string,
): Promise<MailOfUnsubscribe | null> {
  const [row] = await database.query.all<{ mail: string }>(sql`
    select json_object('emailId', emails.id, 'address', emails.to_address, 'contactId', emails.contact_id,
      'invitationId', emails.invitation_id, 'website', json_object('id', websites.id, 'name', websites.name,
        'baseUrl', websites.base_url, 'locale', websites.locale, 'accentColor', websites.accent_color,
        'logoUrl', websites.logo_url, 'supportEmail', websites.support_email)) as mail
    from emails join websites on websites.id = emails.website_id
    where emails.id = ${emailId} and emails.to_address is not null`)
  return row ? (JSON.parse(row.mail) as MailOfUnsubscribe) : null
}

/** To whom a provider's message went; null when it is none of ours. */
export async function findAddressOfMessage(database: Database, messageId: string): Promise<string | null> {
  const [row] = await database.query.all<{ address: string | null }>(
    sql`select to_address as address from emails where provider_message_id = ${messageId} limit 1`,
  )
  return row?.address ?? null
}
