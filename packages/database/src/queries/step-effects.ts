import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'

/**
 * The web role is there, and who activated the workflow may grant it now: the SQL of the domain's `mayGrant`. Nobody by
 * name is the operator of the machine, who may.
 */
export const activatorMayGrant = (activatedById: string | null, webRoleId: string) =>
  guard(
    'ceiling',
    sql`exists (select 1 from web_roles where id = ${webRoleId}) and (${activatedById} is null or exists (
      select 1 from staff_users where id = ${activatedById} and deactivated_at is null
        and (role in ('owner', 'admin') or (role = 'inviter' and exists (
          select 1 from staff_grantable_web_roles ceiling
          where ceiling.staff_user_id = staff_users.id and ceiling.web_role_id = ${webRoleId})))))`,
  )

export async function hasWebRole(
  database: Database,
  { contactId, webRoleId, now }: { contactId: string; webRoleId: string; now: Date },
): Promise<boolean> {
  const rows = await database.query.all(sql`
    select 1 from grants where contact_id = ${contactId} and web_role_id = ${webRoleId} and revoked_at is null
      and (ends_at is null or ends_at > ${now.getTime()}) limit 1`)
  return rows.length > 0
}

/** A grant of a workflow: undone with the redemption that began the run, where that has given no such role itself. */
export const insertWorkflowGrant = (grant: {
  id: string
  contactId: string
  webRoleId: string
  redemptionId: string | null
  grantedById: string | null
  endsAt: Date | null
  now: Date
}): Change => sql`
  insert into grants (id, contact_id, web_role_id, redemption_id, granted_by_id, granted_at, ends_at)
  select ${grant.id}, ${grant.contactId}, ${grant.webRoleId},
    (select id from redemptions where id = ${grant.redemptionId} and undone_at is null and not exists (
      select 1 from grants where redemption_id = ${grant.redemptionId} and web_role_id = ${grant.webRoleId})),
    ${grant.grantedById}, ${grant.now.getTime()}, ${grant.endsAt?.getTime() ?? null}
  where not exists (
    select 1 from grants where contact_id = ${grant.contactId} and web_role_id = ${grant.webRoleId}
      and revoked_at is null and (ends_at is null or ends_at > ${grant.now.getTime()}))`

export const revokeGrants = (revoked: {
  contactId: string
  webRoleId: string
  revokedById: string | null
  now: Date
}): Change => sql`
  update grants set revoked_at = ${revoked.now.getTime()}, revoked_by_id = ${revoked.revokedById}
  where contact_id = ${revoked.contactId} and web_role_id = ${revoked.webRoleId} and revoked_at is null`

/** Any number of marks on contacts, in one statement. */
export const insertContactTags = (
  tags: readonly { contactId: string; tag: string }[],
  now: Date,
): Change => sql`
  insert into contact_tags (contact_id, tag, created_at)
  select value->>'contactId', value->>'tag', ${now.getTime()} from json_each(${JSON.stringify(tags)})
  where true
  on conflict do nothing`

export async function findAccountNamed(database: Database, name: string): Promise<string | null> {
  const [row] = await database.query.all<{ id: string }>(sql`
    select id from accounts where name = ${name} collate nocase order by created_at, id limit 1`)
  return row?.id ?? null
}

/** No account has this name: two runs that create one do not make two. */
export const noAccountHasName = (name: string) =>
  guard('named', sql`not exists (select 1 from accounts where name = ${name} collate nocase)`)
