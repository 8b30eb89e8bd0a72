import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'

export const insertPiece = (
  taskId: string,
  piece: { position: number; row: number; text: string },
): SQL => sql`
  insert into task_pieces (task_id, position, row, text) values (${taskId}, ${piece.position}, ${piece.row}, ${piece.text})`

/** One piece of a task's file; `null` past its end. */
export async function findPiece(
  database: Database,
  taskId: string,
  position: number,
): Promise<{ row: number; text: string } | null> {
  const [piece] = await database.query.all<{ row: number; text: string }>(
    sql`select row, text from task_pieces where task_id = ${taskId} and position = ${position}`,
  )
  return piece ?? null
}

export const deletePieces = (taskId: string): SQL => sql`delete from task_pieces where task_id = ${taskId}`

export type Reject = { row: number; column: string | null; message: string; text: string }
export const insertRejects = (taskId: string, rejects: readonly Reject[]): SQL => sql`
  insert into task_rejects (task_id, row, "column", message, text)
  select ${taskId}, value->>'row', value->>'column', value->>'message', value->>'text' from json_each(${JSON.stringify(rejects)})`
export const deleteRejects = (taskId: string): SQL => sql`delete from task_rejects where task_id = ${taskId}`

/** Rows that were left out, in the order of the file. `after`: the number of rejects that were read before. */
export const findRejects = (
  database: Database,
  request: { taskId: string; after: number; limit: number },
): Promise<Reject[]> =>
  database.query.all<Reject>(sql`
    select row, "column", message, text from task_rejects where task_id = ${request.taskId}
    order by row, rowid limit ${request.limit} offset ${request.after}`)

export async function countRejects(database: Database, taskId: string): Promise<number> {
  const [row] = await database.query.all<{ count: number }>(
    sql`select count(distinct row) as count from task_rejects where task_id = ${taskId}`,
  )
  return row?.count ?? 0
}

/** Which of these contacts another row of the same file has touched already. */
export async function findTouched(
  database: Database,
  taskId: string,
  emailsNormalised: readonly string[],
): Promise<Set<string>> {
  const rows = await database.query.all<{ email: string }>(sql`
    select contacts.email_normalised as email from contacts
    join task_changes on task_changes.task_id = ${taskId} and task_changes.entity_id = contacts.id
    where contacts.email_normalised in (select value from json_each(${JSON.stringify(emailsNormalised)}))`)
  return new Set(rows.map(({ email }) => email))
}

/** What an import changes is kept first: nothing for who is new, the values that were there for who is known. */
export const keepImported = (
  taskId: string,
  changes: readonly { id: string; before: Record<string, unknown> | null }[],
): SQL => sql`
  insert into task_changes (task_id, entity_id, before)
  select ${taskId}, value->>'id', nullif(value->'before', 'null') from json_each(${JSON.stringify(changes)})
  where exists (select 1 from contacts where contacts.id = value->>'id')
  on conflict do nothing`

/** Who was new and has no history goes; who was known is as before. */
export const restoreContacts = (taskId: string, ids: readonly string[], now: Date): SQL[] => {
  const kept = sql`select entity_id from task_changes where task_id = ${taskId} and entity_id in (select value from json_each(${JSON.stringify(ids)}))`
  const unused = sql`select id from contacts where id in (${kept} and before is null)
    and not exists (select 1 from invitation_recipients where contact_id = contacts.id)
    and not exists (select 1 from redemptions where contact_id = contacts.id)
    and not exists (select 1 from grants where contact_id = contacts.id)
    and not exists (select 1 from emails where contact_id = contacts.id)
    and not exists (select 1 from invitee_users where contact_id = contacts.id)
    and not exists (select 1 from workflow_runs where contact_id = contacts.id)`
  const was = (column: string, name: string) =>
    sql`${sql.raw(column)} = case when json_type(change.before, ${`$.${name}`}) is null then contacts.${sql.raw(column)} else change.before ->> ${name} end`
  const columns = [
    was('first_name', 'firstName'),
    was('last_name', 'lastName'),
    was('email2', 'email2'),
    was('email3', 'email3'),
    was('account_id', 'accountId'),
    was('locale', 'locale'),
    was('time_zone', 'timeZone'),
  ]
  return [
    sql`update contacts set ${sql.join(columns, sql`, `)}, updated_at = ${now.getTime()}
      from task_changes change
      where change.task_id = ${taskId} and change.entity_id = contacts.id and change.before is not null
        and contacts.id in (${kept})`,
    sql`delete from activities where contact_id in (${unused})`,
    sql`delete from contacts where id in (${unused})`,
  ]
}
