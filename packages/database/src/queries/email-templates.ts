import type { CompiledMailText, MailContent } from '@usher/domain'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import { type Change, guard } from '../connection/statement.ts'
import { emailTemplates, emailTemplateVersions, staffUsers } from '../schema/index.ts'

export type EmailTemplateRow = {
  draft: MailContent | null
  draftUpdatedAt: Date | null
  /** What is sent; null: what Usher brings. */
  active: { id: string; version: number; content: MailContent; createdAt: Date } | null
}

export async function findEmailTemplate(database: Database, key: string): Promise<EmailTemplateRow | null> {
  const [row] = await database.query
    .select({
      draft: emailTemplates.draft,
      draftUpdatedAt: emailTemplates.draftUpdatedAt,
      id: emailTemplateVersions.id,
      version: emailTemplateVersions.version,
      content: emailTemplateVersions.content,
      createdAt: emailTemplateVersions.createdAt,
    })
    .from(emailTemplates)
    .leftJoin(emailTemplateVersions, eq(emailTemplateVersions.id, emailTemplates.activeVersionId))
    .where(eq(emailTemplates.key, key))
  if (!row) return null
  const { draft, draftUpdatedAt, id, version, content, createdAt } = row
  return {
    draft,
    draftUpdatedAt,
    active: id && version && content && createdAt ? { id, version, content, createdAt } : null,
  }
}

/** null takes the draft away. */
export const writeTemplateDraft = (key: string, draft: MailContent | null, now: Date): SQL => sql`
  insert into email_templates (key, draft, draft_updated_at, updated_at)
  values (${key}, ${draft && JSON.stringify(draft)}, ${now.getTime()}, ${now.getTime()})
  on conflict (key) do update set draft = excluded.draft, draft_updated_at = excluded.draft_updated_at,
    updated_at = excluded.updated_at`

/** True while the draft is the one that was read: nobody saved another in between. */
export const templateDraftIs = (key: string, updatedAt: Date | null) =>
  guard(
    'draft',
    sql`(select draft_updated_at from email_templates where key = ${key}) is ${updatedAt?.getTime() ?? null}`,
  )

/** A version that is sent from now on, in place of the draft. */
export const activateTemplateVersion = (
  database: Database,
  row: {
    id: string
    key: string
    content: MailContent
    compiled: Record<string, CompiledMailText>
    createdById: string | null
    now: Date
  },
): Change[] => [
  sql`
    insert into email_templates (key, updated_at) values (${row.key}, ${row.now.getTime()})
    on conflict (key) do nothing`,
  database.query.insert(emailTemplateVersions).values({
    id: row.id,
    templateKey: row.key,
    version: sql`(select coalesce(max(version), 0) + 1 from email_template_versions where template_key = ${row.key})`,
    content: row.content,
    compiled: row.compiled,
    createdById: row.createdById,
    createdAt: row.now,
  }),
  sql`
    update email_templates
    set active_version_id = ${row.id}, draft = null, draft_updated_at = null, updated_at = ${row.now.getTime()}
    where key = ${row.key}`,
]

export type EmailTemplateVersion = {
  id: string
  version: number
  content: MailContent
  createdByName: string | null
  createdAt: Date
  isActive: boolean
}

/** The latest first; a house has some dozens at most. */
export const findTemplateVersions = async (
  database: Database,
  key: string,
): Promise<EmailTemplateVersion[]> => {
  const rows = await database.query
    .select({
      id: emailTemplateVersions.id,
      version: emailTemplateVersions.version,
      content: emailTemplateVersions.content,
      createdByName: staffUsers.name,
      createdAt: emailTemplateVersions.createdAt,
      isActive: sql<number>`${emailTemplateVersions.id} = ${emailTemplates.activeVersionId}`,
    })
    .from(emailTemplateVersions)
    .innerJoin(emailTemplates, eq(emailTemplates.key, emailTemplateVersions.templateKey))
    .leftJoin(staffUsers, eq(staffUsers.id, emailTemplateVersions.createdById))
    .where(eq(emailTemplateVersions.templateKey, key))
    .orderBy(desc(emailTemplateVersions.version))
    .limit(200)
  return rows.map((row) => ({ ...row, isActive: Boolean(row.isActive) }))
}

export async function findTemplateVersion(
  database: Database,
  key: string,
  version: number,
): Promise<{ content: MailContent } | null> {
  const [row] = await database.query
    .select({ content: emailTemplateVersions.content })
    .from(emailTemplateVersions)
    .where(and(eq(emailTemplateVersions.templateKey, key), eq(emailTemplateVersions.version, version)))
  return row ?? null
}

export type TemplateToSend = {
  content: Pick<MailContent, 'from' | 'replyTo' | 'defaultLanguage'>
  compiled: Record<string, CompiledMailText>
}

export async function findTemplateToSend(database: Database, id: string): Promise<TemplateToSend | null> {
  const [row] = await database.query
    .select({ content: emailTemplateVersions.content, compiled: emailTemplateVersions.compiled })
    .from(emailTemplateVersions)
    .where(eq(emailTemplateVersions.id, id))
  return row ?? null
}
