import type { InvitationType, RedeemablePolicy } from '@usher/domain'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { createdAt, id, json, updatedAt } from './columns.ts'
import { staffUsers } from './staff.ts'
import { websites } from './websites.ts'

/** What invitations made from it begin with. What it names may be gone when it is used: then it is left out. */
export type InvitationTemplateAttributes = {
  type: InvitationType
  webRoleIds: string[]
  assignToAccountId: string | null
  redemptionWorkflowId: string | null
  redeemableBy: RedeemablePolicy
  emailDomains: string[]
  maximumRedemptions: number | null
  message: string | null
  /** Days from the day of creation on; null: no expiry. */
  expiresInDays: number | null
  /** Days from the redemption on; null: what it gives does not end. */
  grantLastsDays: number | null
}

/** For repeated use. Names are unique in any case of letters, by an index of the migration. */
export const invitationTemplates = sqliteTable('invitation_templates', {
  id: id(),
  name: text().notNull(),
  websiteId: text()
    .notNull()
    .references(() => websites.id, { onDelete: 'cascade' }),
  attributes: json<InvitationTemplateAttributes>().notNull(),
  createdById: text()
    .notNull()
    .references(() => staffUsers.id),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})
