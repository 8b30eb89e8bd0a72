import { and, asc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import {
  accounts,
  contacts,
  invitations,
  staffUsers,
  webRoles,
  websites,
  workflows,
} from '../schema/index.ts'

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

/** The web roles that all of these invitations give. Those they already give keep who added them. */
export const insertInvitationWebRoles = (
  invitationIds: readonly string[],
  webRoleIds: readonly string[],
  addedById: string,
): SQL => sql`
  insert or ignore into invitation_web_roles (invitation_id, web_role_id, added_by_id)
  select invitation.value, role.value, ${addedById}
  from json_each(${JSON.stringify(invitationIds)}) invitation, json_each(${JSON.stringify(webRoleIds)}) role`

/** Nobody has this code, under any key. */
export const codeIsFree = (codeHashes: readonly string[], exceptInvitationId: string | null = null) =>
  guard(
    'code',
    sql`not exists (
      select 1 from invitations
      where code_hash in (select value from json_each(${JSON.stringify(codeHashes)})) and id is not ${exceptInvitationId})`,
  )

export const webRolesAreOfWebsite = (webRoleIds: readonly string[], websiteId: string) =>
  guard(
    'web_roles',
    sql`not exists (
      select 1 from json_each(${JSON.stringify(webRoleIds)})
      where value not in (select id from web_roles where website_id = ${websiteId}))`,
  )

export const workflowRunsOnRedemption = (workflowId: string | null) =>
  guard(
    'workflow',
    sql`${workflowId} is null or exists (
      select 1 from workflows where id = ${workflowId} and trigger = 'redemption' and status = 'activated')`,
  )

export const ownerIsActive = (staffUserId: string) =>
  guard('owner', sql`exists (select 1 from staff_users where id = ${staffUserId} and deactivated_at is null)`)

/** What an invitation names, as far as it exists. */
export async function findInvitationReferences(
  database: Database,
  named: {
    /** null: any, of which up to two are returned. */
    websiteId: string | null
    ownerId: string | null
    contactIds: readonly string[]
    accountId: string | null
    workflowId: string | null
    webRoleIds: readonly string[]
  },
) {
  const { query } = database
  const [sites, owners, unknownContacts, account, workflow, roles] = await Promise.all([
    query
      .select({
        id: websites.id,
        name: websites.name,
        baseUrl: websites.baseUrl,
        edgeUrl: websites.edgeUrl,
        timeZone: websites.timeZone,
      })
      .from(websites)
      .where(named.websiteId === null ? undefined : eq(websites.id, named.websiteId))
      .limit(2),
    named.ownerId === null
      ? []
      : query
          .select({ id: staffUsers.id })
          .from(staffUsers)
          .where(and(eq(staffUsers.id, named.ownerId), isNull(staffUsers.deactivatedAt))),
    named.contactIds.length === 0
      ? []
      : query.all<{ value: string }>(
          sql`select value from json_each(${JSON.stringify(named.contactIds)}) where value not in (select ${contacts.id} from ${contacts})`,
        ),
    named.accountId === null
      ? []
      : query.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, named.accountId)),
    named.workflowId === null
      ? []
      : query
          .select({ trigger: workflows.trigger, status: workflows.status })
          .from(workflows)
          .where(eq(workflows.id, named.workflowId)),
    named.webRoleIds.length === 0
      ? []
      : query
          .select({ id: webRoles.id, websiteId: webRoles.websiteId })
          .from(webRoles)
          .where(inArray(webRoles.id, [...named.webRoleIds])),
  ])
  return {
    websites: sites,
    ownerIsActive: owners.length > 0,
    unknownContactIds: new Set(unknownContacts.map((row) => row.value)),
    accountExists: account.length > 0,
    workflow: workflow[0] ?? null,
    webRoles: roles,
  }
}

/** The first owner of the house, for whom the command line acts. */
export async function findFirstOwnerId(database: Database): Promise<string | null> {
  const [owner] = await database.query
    .select({ id: staffUsers.id })
    .from(staffUsers)
    .where(and(isNull(staffUsers.deactivatedAt), eq(staffUsers.role, 'owner')))
    .orderBy(asc(staffUsers.createdAt), asc(staffUsers.id))
    .limit(1)
  return owner?.id ?? null
}

/** An invitation's own attributes, whom it invites and what it gives. Never its code. */
export type InvitationRecord = Omit<typeof invitations.$inferSelect, 'codeHash' | 'codeSealed'> & {
  invitedContactIds: string[]
  webRoleIds: string[]
}

const { codeHash: _hash, codeSealed: _sealed, ...attributes } = getTableColumns(invitations)

export const invitationRecordColumns = {
  ...attributes,
  invitedContactIds: idList(
    sql`select contact_id as id from invitation_recipients where invitation_id = ${invitations.id} order by created_at, contact_id`,
  ),
  webRoleIds: idList(
    sql`select web_role_id as id from invitation_web_roles where invitation_id = ${invitations.id} order by web_role_id`,
  ),
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

export const findInvitation = async (database: Database, id: string): Promise<InvitationRecord | null> =>
  (await findInvitations(database, [id]))[0] ?? null

function idList(select: SQL) {
  return sql<string[]>`(select json_group_array(id) from (${select}))`.mapWith((text: string) =>
    JSON.parse(text),
  )
}
