import type { MailHouseSettings } from '@usher/domain'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, json, updatedAt } from './columns.ts'

/** One row: what staff set about mail, and whether the queue stands still. */
export const mailSettings = sqliteTable('mail_settings', {
  id: id(),
  settings: json<MailHouseSettings>().notNull(),
  /** Since when the transport refuses everything, and why. */
  pausedAt: instant(),
  pauseReason: text(),
  updatedAt: updatedAt(),
})
