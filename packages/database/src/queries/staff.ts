import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { staffCredentials, staffGrantableWebRoles, staffUsers } from '../schema/index.ts'
import { countRows } from './count-rows.ts'
import {
  containsText,
  endPage,
  type Page,
  type PageRequest,
  type Sorts,
  sortNamesOf,
  startPage,
} from './page.ts'

export type StaffUserRow = typeof staffUsers.$inferSelect
export type StaffListItem = Pick<
  StaffUserRow,
  'id' | 'name' | 'email' | 'role' | 'twoFactorEnabled' | 'deactivatedAt' | 'createdAt' | 'updatedAt'
> & {
  /** They have chosen a password; until then they are invited only. */
  hasJoined: boolean
}

const sorts = {
  name: [sql`${staffUsers.name} collate nocase`],
  email: [staffUsers.email],
  createdAt: [staffUsers.createdAt],
} satisfies Sorts
export const staffSorts = sortNamesOf(sorts)

const columns = {
  id: staffUsers.id,
  name: staffUsers.name,
  email: staffUsers.email,
  role: staffUsers.role,
  twoFactorEnabled: staffUsers.twoFactorEnabled,
  deactivatedAt: staffUsers.deactivatedAt,
  // By their names: a select from one table would leave the tables out.
  hasJoined: sql<boolean>`exists (select 1 from staff_credentials
    where staff_credentials.user_id = staff_users.id and staff_credentials.password is not null)`.mapWith(
    Boolean,
  ),
  createdAt: staffUsers.createdAt,
  updatedAt: staffUsers.updatedAt,
}

/** Deactivated ones too. */
export const countStaffUsers = (database: Database): Promise<number> => countRows(database, staffUsers)

/** A staff user who can sign in, with the web roles on their list; `null` for anybody else. */
export async function findActiveStaffUser(
  database: Database,
  by: { id: string } | { email: string },
): Promise<
  (Pick<StaffListItem, 'id' | 'name' | 'email' | 'role'> & { grantableWebRoleIds: string[] }) | null
> {
  const [user] = await database.query
    .select({ id: staffUsers.id, name: staffUsers.name, email: staffUsers.email, role: staffUsers.role })
    .from(staffUsers)
    .where(
      and(
        'id' in by ? eq(staffUsers.id, by.id) : eq(staffUsers.email, by.email),
        isNull(staffUsers.deactivatedAt),
      ),
    )
  return user ? { ...user, grantableWebRoleIds: await findGrantableWebRoleIds(database, user.id) } : null
}

/** The list of an inviter; owners and admins need none. */
export async function findGrantableWebRoleIds(database: Database, staffUserId: string): Promise<string[]> {
  const rows = await database.query
    .select({ webRoleId: staffGrantableWebRoles.webRoleId })
    .from(staffGrantableWebRoles)
    .where(eq(staffGrantableWebRoles.staffUserId, staffUserId))
    .orderBy(asc(staffGrantableWebRoles.webRoleId))
  return rows.map((row) => row.webRoleId)
}

/** `null`: the cursor is none of this list. */
export async function findStaffUsers(
  database: Database,
  request: PageRequest,
): Promise<Page<StaffListItem> | null> {
  const page = startPage(request, sorts, staffUsers.id)
  if (!page) return null
  const filter = containsText(request.search, [staffUsers.name, staffUsers.email])
  const rows = await database.query
    .select({ ...columns, pageKey: page.key })
    .from(staffUsers)
    .where(and(filter, page.after))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  return { ...endPage(page, rows), totalCount: await countRows(database, staffUsers, filter) }
}

/** A staff user who signs in with a password. */
export const insertStaffUser = (
  database: Database,
  user: typeof staffUsers.$inferInsert,
  credential: { id: string; passwordHash: string },
): Change[] => [
  database.query.insert(staffUsers).values(user),
  database.query.insert(staffCredentials).values({
    id: credential.id,
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: credential.passwordHash,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
  }),
]

export const noStaffExists = () => guard('staff_exists', sql`not exists (select 1 from ${staffUsers})`)

export const staffEmailIsFree = (email: string) =>
  guard('email_taken', sql`not exists (select 1 from ${staffUsers} where ${eq(staffUsers.email, email)})`)

export const staffUserIsActive = (id: string) =>
  guard(
    'staff_user',
    sql`exists (select 1 from ${staffUsers} where ${eq(staffUsers.id, id)} and ${isNull(staffUsers.deactivatedAt)})`,
  )

export async function findStaffUser(
  database: Database,
  id: string,
): Promise<(StaffListItem & { grantableWebRoleIds: string[] }) | null> {
  const [user] = await database.query.select(columns).from(staffUsers).where(eq(staffUsers.id, id))
  return user ? { ...user, grantableWebRoleIds: await findGrantableWebRoleIds(database, id) } : null
}

/** Somebody who has not chosen a password yet. */
export const insertInvitedStaffUser = (database: Database, user: typeof staffUsers.$inferInsert): Change =>
  database.query.insert(staffUsers).values(user)

export const updateStaffUserRow = (database: Database, id: string, values: Partial<StaffUserRow>): Change =>
  database.query.update(staffUsers).set(values).where(eq(staffUsers.id, id))

/** These web roles and no others, as far as they exist. */
export const replaceGrantableWebRoles = (staffUserId: string, webRoleIds: readonly string[]): Change[] => [
  sql`delete from staff_grantable_web_roles where staff_user_id = ${staffUserId}`,
  sql`
    insert into staff_grantable_web_roles (staff_user_id, web_role_id)
    select ${staffUserId}, id from web_roles where id in (select value from json_each(${JSON.stringify(webRoleIds)}))`,
]

/** Somebody else can still do everything: an owner who can sign in. */
export const otherOwnerExists = (exceptId: string) =>
  guard(
    'last_owner',
    sql`exists (select 1 from staff_users where role = 'owner' and deactivated_at is null and id <> ${exceptId}
      and exists (select 1 from staff_credentials where user_id = staff_users.id and password is not null))`,
  )
