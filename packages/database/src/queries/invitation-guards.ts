import { sql } from 'drizzle-orm'
import { guard } from '../connection/statement.ts'
import type { InvitationRecord } from './invitations.ts'

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

/** Null: any way in that the website offers. */
export const identityProviderIsOfWebsite = (identityProviderId: string | null, websiteId: string) =>
  guard(
    'identity_provider',
    sql`${identityProviderId} is null or exists (
      select 1 from identity_providers where id = ${identityProviderId} and website_id = ${websiteId})`,
  )

export const ownerIsActive = (staffUserId: string) =>
  guard('owner', sql`exists (select 1 from staff_users where id = ${staffUserId} and deactivated_at is null)`)

/** Nobody changed for whom the invitation is and what it gives since it was read. Redemptions do not count. */
export const invitationIsAsRead = (read: InvitationRecord) =>
  guard(
    'changed',
    sql`exists (
      select 1 from invitations
      where id = ${read.id} and website_id = ${read.websiteId} and redeemable_by = ${read.redeemableBy}
        and maximum_redemptions is ${read.maximumRedemptions} and email_domains = ${JSON.stringify(read.emailDomains)})
      and ${countOf('invitation_recipients', 'contact_id', read.id, read.invitedContactIds)}
      and ${countOf('invitation_web_roles', 'web_role_id', read.id, read.webRoleIds)}`,
  )

/** The invitation gives nothing but these web roles. */
export const invitationGivesOnly = (invitationId: string, webRoleIds: readonly string[]) =>
  guard('changed', countOf('invitation_web_roles', 'web_role_id', invitationId, webRoleIds))

/** There is room for those who have redeemed it. */
export const maximumCoversRedemptions = (invitationId: string, maximumRedemptions: number) =>
  guard(
    'maximum',
    sql`(select redemption_count from invitations where id = ${invitationId}) <= ${maximumRedemptions}`,
  )

/** Somebody may still need another code: there are seats left. */
export const invitationIsNotRedeemed = (invitationId: string) =>
  guard('redeemed', sql`(select status from invitations where id = ${invitationId}) <> 'redeemed'`)

/** Nobody has a link yet, and nobody has redeemed it. */
export const invitationIsUntouched = (invitationId: string) =>
  guard(
    'touched',
    sql`exists (select 1 from invitations where id = ${invitationId} and sent_at is null and redemption_count = 0)
      and not exists (select 1 from redemptions where invitation_id = ${invitationId})
      and not exists (select 1 from emails where invitation_id = ${invitationId})`,
  )

export const invitationIsActive = (invitationId: string) =>
  guard(
    'inactive',
    sql`exists (select 1 from invitations where id = ${invitationId} and deactivated_at is null)`,
  )

export const invitationIsInactive = (invitationId: string) =>
  guard(
    'active',
    sql`exists (select 1 from invitations where id = ${invitationId} and deactivated_at is not null)`,
  )

/** The rows are these and no others. */
function countOf(table: string, column: string, invitationId: string, ids: readonly string[]) {
  const rows = sql`from ${sql.identifier(table)} where invitation_id = ${invitationId}`
  const known = sql`${sql.identifier(column)} in (select value from json_each(${JSON.stringify(ids)}))`
  return sql`(select count(*) = ${ids.length} and coalesce(sum(${known}), 0) = ${ids.length} ${rows})`
}
