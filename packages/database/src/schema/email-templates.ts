import type { CompiledMailText, MailContent } from '@usher/domain'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { createdAt, id, instant, json, updatedAt } from './columns.ts'

/** The mails that staff edit: a draft beside the version that is sent. Without a row, what Usher brings is sent. */
export const emailTemplates = sqliteTable('email_templates', {
  key: text().primaryKey(),
  activeVersionId: text(),
  draft: json<MailContent>(),
  draftUpdatedAt: instant(),
  updatedAt: updatedAt(),
})

/** What was once activated, as it was written and as it is sent. Never changed. */
export const emailTemplateVersions = sqliteTable(
  'email_template_versions',
  {
    id: id(),
    templateKey: text()
      .notNull()
      .references(() => emailTemplates.key),
    version: integer().notNull(),
    content: json<MailContent>().notNull(),
    compiled: json<Record<string, CompiledMailText>>().notNull(),
    createdById: text(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('email_template_versions_number').on(table.templateKey, table.version)],
)
