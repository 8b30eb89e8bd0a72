import { type SQL, sql } from 'drizzle-orm'

/** Statements on some thousand rows at once. Each first keeps what was there (`task_changes`), then works on what it kept. */
type Piece = { taskId: string; ids: readonly string[]; now: Date }
const listed = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`
/** The rows of the piece that are being changed. */
const kept = ({ taskId, ids }: Piece) =>
  sql`(select entity_id from task_changes where task_id = ${taskId} and entity_id in ${listed(ids)})`

/** Web roles that an actor may give: null is all of them. */
export type Ceiling = readonly string[] | null
const givesWithin = (ceiling: Ceiling) =>
  ceiling === null
    ? sql`1`
    : sql`not exists (select 1 from invitation_web_roles where invitation_id = invitations.id and web_role_id not in ${listed(ceiling)})`

export const deactivateMany = (piece: Piece): SQL[] => [
  sql`
    insert into task_changes (task_id, entity_id, before)
    select ${piece.taskId}, id, '{}' from invitations where id in ${listed(piece.ids)} and deactivated_at is null`,
  sql`
    update invitations set deactivated_at = ${piece.now.getTime()}, updated_at = ${piece.now.getTime()}
    where id in ${kept(piece)}`,
]

export const activateMany = (piece: Piece, ceiling: Ceiling): SQL[] => [
  sql`
    insert into task_changes (task_id, entity_id, before)
    select ${piece.taskId}, id, json_object('deactivatedAt', deactivated_at) from invitations
    where id in ${listed(piece.ids)} and deactivated_at is not null and ${givesWithin(ceiling)}`,
  sql`
    update invitations set deactivated_at = null, updated_at = ${piece.now.getTime()} where id in ${kept(piece)}`,
]

/** Only later than now, and nothing that is used up. */
export const extendMany = (piece: Piece, expiresAt: Date | null, ceiling: Ceiling): SQL[] => [
  sql`
    insert into task_changes (task_id, entity_id, before)
    select ${piece.taskId}, id, json_object('expiresAt', expires_at) from invitations
    where id in ${listed(piece.ids)} and status in ('new', 'sent')
      and expires_at is not ${expiresAt?.getTime() ?? null} and ${givesWithin(ceiling)}`,
  sql`
    update invitations set expires_at = ${expiresAt?.getTime() ?? null}, updated_at = ${piece.now.getTime()}
    where id in ${kept(piece)}`,
]

/** Back to what was kept, as far as the task's own value still stands there. */
export const restoreInvitations = (
  piece: Piece & { column: 'deactivated_at' | 'expires_at'; wasSetTo: number | null },
  ceiling: Ceiling,
): SQL[] => {
  const column = sql.raw(piece.column)
  const name = piece.column === 'deactivated_at' ? 'deactivatedAt' : 'expiresAt'
  return [
    sql`
      update invitations set updated_at = ${piece.now.getTime()}, ${column} = (
        select before ->> ${name} from task_changes where task_id = ${piece.taskId} and entity_id = invitations.id)
      where id in ${kept(piece)} and ${givesWithin(ceiling)}
        and ${piece.wasSetTo === null ? sql`${column} is null` : sql`${column} is not null`}`,
  ]
}

/** A line on the timeline of each invitation that was changed. */
export const tellInvitations = (
  piece: Piece,
  type: string,
  words: string,
  lines: readonly { id: string; activityId: string }[],
): SQL => sql`
  insert into activities (id, type, invitation_id, subject, data, occurred_at)
  select value->>'activityId', ${type}, invitations.id, ${words} || invitations.name, '{}', ${piece.now.getTime()}
  from json_each(${JSON.stringify(lines)}) join invitations on invitations.id = value->>'id'
  where invitations.id in ${kept(piece)}`

/** Invitations of a bulk, from one JSON argument: half a statement's price beside a parameter a value. */
export const insertManyInvitations = (
  rows: readonly { id: string; contactId: string; codeHash: string; codeSealed: string }[],
  common: {
    name: string
    websiteId: string
    ownerId: string
    inviterContactId: string | null
    expiresAt: Date | null
    assignToAccountId: string | null
    redemptionWorkflowId: string | null
    redeemableBy: string
    emailDomains: readonly string[]
    message: string | null
  },
  piece: Piece,
): SQL[] => [
  sql`
    insert into invitations (id, name, type, website_id, owner_id, inviter_contact_id, code_hash, code_sealed, code_kind,
      expires_at, assign_to_account_id, redemption_workflow_id, maximum_redemptions, redeemable_by, email_domains, message,
      created_at, updated_at)
    select value->>'id', ${common.name}, 'single', ${common.websiteId}, ${common.ownerId}, ${common.inviterContactId},
      value->>'codeHash', value->>'codeSealed', 'generated', ${common.expiresAt?.getTime() ?? null}, ${common.assignToAccountId},
      ${common.redemptionWorkflowId}, 1, ${common.redeemableBy}, ${JSON.stringify(common.emailDomains)}, ${common.message},
      ${piece.now.getTime()}, ${piece.now.getTime()}
    from json_each(${JSON.stringify(rows)}) where exists (select 1 from contacts where contacts.id = value->>'contactId')`,
  sql`
    insert into invitation_recipients (invitation_id, contact_id, created_at)
    select value->>'id', value->>'contactId', ${piece.now.getTime()} from json_each(${JSON.stringify(
      rows.map(({ id, contactId }) => ({ id, contactId })),
    )})
    where exists (select 1 from invitations where invitations.id = value->>'id')`,
  sql`
    insert into task_changes (task_id, entity_id)
    select ${piece.taskId}, id from invitations where id in ${listed(piece.ids)}`,
]

/** Given by hand to those who do not have it; what is kept is the grant, not the contact. */
export const giveMany = (
  piece: Piece,
  grant: { webRoleId: string; endsAt: Date | null; grantedById: string; subject: string },
  rows: readonly { id: string; contactId: string; activityId: string }[],
): SQL[] => [
  sql`
    insert into grants (id, contact_id, web_role_id, granted_by_id, granted_at, ends_at)
    select value->>'id', value->>'contactId', ${grant.webRoleId}, ${grant.grantedById}, ${piece.now.getTime()}, ${grant.endsAt?.getTime() ?? null}
    from json_each(${JSON.stringify(rows)})
    where exists (select 1 from contacts where contacts.id = value->>'contactId')
      and not exists (select 1 from grants held where held.contact_id = value->>'contactId' and held.web_role_id = ${grant.webRoleId}
        and held.revoked_at is null and (held.ends_at is null or held.ends_at > ${piece.now.getTime()}))`,
  sql`
    insert into task_changes (task_id, entity_id) select ${piece.taskId}, id from grants where id in ${listed(piece.ids)}`,
  sql`
    insert into activities (id, type, contact_id, subject, data, occurred_at)
    select value->>'activityId', 'role_granted', value->>'contactId', ${grant.subject}, json_object('grantId', value->>'id'), ${piece.now.getTime()}
    from json_each(${JSON.stringify(rows)}) where value->>'id' in ${kept(piece)}`,
]

export const revokeMany = (piece: Piece, revokedById: string | null): SQL[] => [
  sql`
    update grants set revoked_at = ${piece.now.getTime()}, revoked_by_id = ${revokedById}
    where id in ${kept(piece)} and revoked_at is null`,
]

/** Created by a task and nobody's yet: neither sent nor redeemed. Their timelines go with them. */
export const deleteManyInvitations = (piece: Piece): SQL[] => {
  const unused = sql`(select id from invitations where id in ${kept(piece)} and status in ('new', 'inactive') and sent_at is null
    and redemption_count = 0 and not exists (select 1 from redemptions where invitation_id = invitations.id)
    and not exists (select 1 from emails where invitation_id = invitations.id))`
  return [
    sql`delete from activities where invitation_id in ${unused} and contact_id is null`,
    sql`delete from invitation_recipients where invitation_id in ${unused}`,
    sql`delete from invitation_web_roles where invitation_id in ${unused}`,
    sql`delete from invitations where id in ${unused}`,
  ]
}

/** The audit row of a piece: which rows were changed, told by what was kept. Nothing where nothing was. */
export const auditPiece = (
  piece: Piece,
  event: {
    id: string
    actorKind: string
    actorId: string | null
    actorName: string
    ipAddress: string | null
    action: string
    after: Record<string, unknown>
  },
): SQL => sql`
  insert into audit_events (id, actor_kind, actor_id, actor_name, action, entity_type, entity_id, before, after, ip_address, occurred_at)
  select ${event.id}, ${event.actorKind}, ${event.actorId}, ${event.actorName}, ${event.action}, 'task', ${piece.taskId},
    (select json_object('rows', json_group_array(json_object('id', entity_id, 'was', json(before))))
      from task_changes where task_id = ${piece.taskId} and before <> '{}' and entity_id in ${listed(piece.ids)}),
    (select json_patch(${JSON.stringify(event.after)}, json_object('ids', json_group_array(entity_id)))
      from task_changes where task_id = ${piece.taskId} and entity_id in ${listed(piece.ids)}),
    ${event.ipAddress}, ${piece.now.getTime()}
  where exists (select 1 from task_changes where task_id = ${piece.taskId} and entity_id in ${listed(piece.ids)})`
