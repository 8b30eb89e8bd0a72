import {
  type EmailTemplateVersion,
  findBuiltInWorkflow,
  findEmailTemplate,
  findTemplateVersions,
} from '@usher/database'
import { defaultMailContent, type MailContent, type ManagementRefusal, ok, type Result } from '@usher/domain'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'

/** There is one: the mail of an invitation. */
export const invitationTemplateKey = 'invitation'

export type EmailTemplate = {
  /** What is sent. */
  active: MailContent
  /** null: what Usher brings, never changed. */
  activeVersion: number | null
  activatedAt: Date | null
  /** What is being written beside it; null: nothing. */
  draft: MailContent | null
  draftUpdatedAt: Date | null
  versions: EmailTemplateVersion[]
  /** Whether invitations are mailed at all; false while the Send Invitation workflow is deactivated. */
  isSending: boolean
  workflowId: string | null
}

/** The mail of an invitation, as it is sent and as it is being rewritten. Refuses `forbidden`. */
export async function getEmailTemplate({
  deps,
  actor,
}: Omit<Call, 'input'>): Promise<Result<EmailTemplate, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const [row, versions, workflow] = await Promise.all([
    findEmailTemplate(deps.database, invitationTemplateKey),
    findTemplateVersions(deps.database, invitationTemplateKey),
    findBuiltInWorkflow(deps.database, 'send_invitation'),
  ])
  return ok({
    active: row?.active?.content ?? defaultMailContent,
    activeVersion: row?.active?.version ?? null,
    activatedAt: row?.active?.createdAt ?? null,
    draft: row?.draft ?? null,
    draftUpdatedAt: row?.draftUpdatedAt ?? null,
    versions,
    isSending: workflow?.status === 'activated',
    workflowId: workflow?.id ?? null,
  })
}
