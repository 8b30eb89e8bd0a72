import { and, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import { activities, invitations, websites } from '../schema/index.ts'
import { forgetSampleRecord } from './sample-records.ts'

export type NewInvitation = Omit<typeof invitations.$inferInsert, 'redemptionCount' | 'status'>
export type InvitationChange = Partial<
  Omit<NewInvitation, 'id' | 'type' | 'createdAt' | 'sentAt' | 'deactivatedAt'> & { updatedAt: Date }
>

/** At most a few hundred rows: every value is a parameter of its own. */
export const insertInvitations = (database: Database, rows: NewInvitation[]): Change =>
  database.query.insert(invitations).values(rows)

/** Any number of invited contacts, in one statement. */
export const insertRecipients = (
  recipients: readonly { invitationId: string; contactId: string }[],
  createdAt: Date,
): SQL => sql`
  insert or ignore into invitation_recipients (invitation_id, contact_id, created_at)
  select value->>'invitationId', value->>'contactId', ${createdAt.getTime()}
  from json_each(${JSON.stringify(recipients)})`

/** When what an invitation gives ends: at an instant, or so many days after the redemption; never both. */
export type GrantEnd = { grantEndsAt: Date | null; grantLastsDays: number | null }
const endless: GrantEnd = { grantEndsAt: null, grantLastsDays: null }

/** The web roles that all of these invitations give. Those they already give keep who added them. */
export const insertInvitationWebRoles = (
  invitationIds: readonly string[],
  webRoleIds: readonly string[],
  addedById: string,
  { grantEndsAt, grantLastsDays }: GrantEnd = endless,
): SQL => sql`
  insert or ignore into invitation_web_roles
    (invitation_id, web_role_id, added_by_id, grant_ends_at, grant_lasts_days)
  select invitation.value, role.value, ${addedById}, ${grantEndsAt?.getTime() ?? null}, ${grantLastsDays}
  from json_each(${JSON.stringify(invitationIds)}) invitation, json_each(${JSON.stringify(webRoleIds)}) role`

export const updateInvitationRow = (database: Database, id: string, change: InvitationChange): Change =>
  database.query.update(invitations).set(change).where(eq(invitations.id, id))

export const setDeactivatedAt = (
  database: Database,
  id: string,
  deactivatedAt: Date | null,
  now: Date,
): Change =>
  database.query.update(invitations).set({ deactivatedAt, updatedAt: now }).where(eq(invitations.id, id))

/** With whom it invites, what it gives and its own timeline. Contacts keep their lines; the audit keeps what it was. */
export const deleteInvitationRow = (database: Database, id: string): Change[] => [
  database.query.delete(activities).where(and(eq(activities.invitationId, id), isNull(activities.contactId))),
  database.query.delete(invitations).where(eq(invitations.id, id)),
  forgetSampleRecord(database, 'invitation', id),
]

/** Invites these contacts and no others. */
export const replaceRecipients = (
  invitationId: string,
  contactIds: readonly string[],
  now: Date,
): Change[] => [
  sql`
    delete from invitation_recipients
    where invitation_id = ${invitationId}
      and contact_id not in (select value from json_each(${JSON.stringify(contactIds)}))`,
  insertRecipients(
    contactIds.map((contactId) => ({ invitationId, contactId })),
    now,
  ),
]

/** Gives these web roles and no others. */
export const replaceInvitationWebRoles = (
  invitationId: string,
  webRoleIds: readonly string[],
  addedById: string,
): Change[] => [
  sql`
    delete from invitation_web_roles
    where invitation_id = ${invitationId}
      and web_role_id not in (select value from json_each(${JSON.stringify(webRoleIds)}))`,
  insertInvitationWebRoles([invitationId], webRoleIds, addedById),
]

export const setGrantEnd = (invitationId: string, { grantEndsAt, grantLastsDays }: GrantEnd): SQL => sql`
  update invitation_web_roles
  set grant_ends_at = ${grantEndsAt?.getTime() ?? null}, grant_lasts_days = ${grantLastsDays}
  where invitation_id = ${invitationId}`

/** An invitation's own attributes, whom it invites, what it gives and for how long. Never its code. */
export type InvitationRecord = Omit<typeof invitations.$inferSelect, 'codeHash' | 'codeSealed'> & {
  invitedContactIds: string[]
  webRoleIds: string[]
} & GrantEnd

const { codeHash: _hash, codeSealed: _sealed, ...attributes } = getTableColumns(invitations)
/** Everything but the code. */
export const invitationColumns = attributes

const invitationRecordColumns = {
  ...attributes,
  invitedContactIds: idList(
    sql`select contact_id as id from invitation_recipients where invitation_id = ${invitations.id} order by rowid`,
  ),
  webRoleIds: idList(
    sql`select web_role_id as id from invitation_web_roles where invitation_id = ${invitations.id} order by rowid`,
  ),
  grantEndsAt: sql<Date | null>`(select max(grant_ends_at) from invitation_web_roles
    where invitation_id = ${invitations.id})`.mapWith((at: number) => new Date(at)),
  grantLastsDays: sql<number | null>`(select max(grant_lasts_days) from invitation_web_roles
    where invitation_id = ${invitations.id})`,
}

export async function findInvitations(
  database: Database,
  ids: readonly string[],
): Promise<InvitationRecord[]> {
  const rows = await database.query
    .select(invitationRecordColumns)
    .from(invitations)
    .where(sql`${invitations.id} in (select value from json_each(${JSON.stringify(ids)}))`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** One invitation, or `null`. */
export const findInvitation = async (database: Database, id: string): Promise<InvitationRecord | null> =>
  (await findInvitations(database, [id]))[0] ?? null

/** The sealed code, with the website that its link leads to. */
export async function findSealedCode(database: Database, id: string) {
  const [row] = await database.query
    .select({
      name: invitations.name,
      codeSealed: invitations.codeSealed,
      webRoleIds: invitationRecordColumns.webRoleIds,
      website: { baseUrl: websites.baseUrl, edgeUrl: websites.edgeUrl },
    })
    .from(invitations)
    .innerJoin(websites, eq(websites.id, invitations.websiteId))
    .where(eq(invitations.id, id))
  return row ?? null
}

function idList(select: SQL) {
  return sql<string[]>`(select json_group_array(id) from (${select}))`.mapWith((text: string) =>
    JSON.parse(text),
  )
}
