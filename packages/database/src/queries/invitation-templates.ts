import { eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import {
  type InvitationTemplateAttributes,
  invitationTemplates,
  staffUsers,
  websites,
} from '../schema/index.ts'

export type InvitationTemplate = {
  id: string
  name: string
  website: { id: string; name: string }
  attributes: InvitationTemplateAttributes
  createdBy: { id: string; name: string }
  createdAt: Date
  updatedAt: Date
}

const select = (database: Database) =>
  database.query
    .select({
      id: invitationTemplates.id,
      name: invitationTemplates.name,
      website: { id: websites.id, name: websites.name },
      attributes: invitationTemplates.attributes,
      createdBy: { id: staffUsers.id, name: staffUsers.name },
      createdAt: invitationTemplates.createdAt,
      updatedAt: invitationTemplates.updatedAt,
    })
    .from(invitationTemplates)
    .innerJoin(websites, eq(websites.id, invitationTemplates.websiteId))
    .innerJoin(staffUsers, eq(staffUsers.id, invitationTemplates.createdById))

/** All of them, by name: a house has a handful. */
export const findInvitationTemplates = (database: Database): Promise<InvitationTemplate[]> =>
  select(database)
    .orderBy(sql`${invitationTemplates.name} collate nocase`)
    .limit(200)

export const findInvitationTemplate = async (
  database: Database,
  by: { id: string } | { name: string },
): Promise<InvitationTemplate | null> => {
  const condition =
    'id' in by
      ? eq(invitationTemplates.id, by.id)
      : sql`${invitationTemplates.name} = ${by.name} collate nocase`
  const [template] = await select(database).where(condition)
  return template ?? null
}

/** Under a name that is taken it replaces what was there. */
export const saveInvitationTemplateRow = (row: {
  id: string
  name: string
  websiteId: string
  attributes: InvitationTemplateAttributes
  createdById: string
  now: Date
}): Change => sql`
  insert into invitation_templates (id, name, website_id, attributes, created_by_id, created_at, updated_at)
  values (${row.id}, ${row.name}, ${row.websiteId}, ${JSON.stringify(row.attributes)}, ${row.createdById},
    ${row.now.getTime()}, ${row.now.getTime()})
  on conflict (name collate nocase) do update set name = excluded.name, website_id = excluded.website_id,
    attributes = excluded.attributes, updated_at = excluded.updated_at`

export const deleteInvitationTemplateRow = (database: Database, id: string): Change =>
  database.query.delete(invitationTemplates).where(eq(invitationTemplates.id, id))
