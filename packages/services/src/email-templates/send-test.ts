import { insertEmails, insertJobs } from '@usher/database'
import { type ManagementRefusal, ok, readEmailAddress, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { emailJob, sealEmailInput } from '../emails/queue.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { previewEmailTemplate, previewEmailTemplateSchema } from './preview.ts'

export const sendTestEmailSchema = v.strictObject({
  ...previewEmailTemplateSchema.entries,
  address: v.string(),
})

/** Somebody waits for it. */
const urgent = 0

/**
 * Mails the preview to an address, by the way that all mails go. Its link and code open nothing.
 * Refuses `forbidden`, `not_found`, `invalid_request` with the problems of the template.
 */
export async function sendTestEmail({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ emailId: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(sendTestEmailSchema, input)
  if (!parsed.ok) return parsed
  const { address: given, ...asked } = parsed.value
  const address = readEmailAddress(given)
  if (!address)
    return refuseInput({ path: 'address', message: 'Give one plain address, such as jane@contoso.com.' })
  const preview = await previewEmailTemplate({ deps, actor, input: asked })
  if (!preview.ok) return preview
  const { mail, problems } = preview.value
  if (!mail)
    return refuseInput(
      ...problems.map(({ message, language, part }) => ({ path: `${language}.${part}`, message })),
    )
  const emailId = deps.newId()
  await deps.database.write([
    insertEmails(
      [
        {
          id: emailId,
          key: `test:${emailId}`,
          kind: 'test',
          toAddress: address,
          inputSealed: await sealEmailInput(deps, emailId, { ...mail, subject: `Test: ${mail.subject}` }),
        },
      ],
      deps.now(),
    ),
    insertJobs([emailJob(deps, emailId, urgent)], deps.now()),
    auditStatement(deps, actor, {
      action: 'email_template.tested',
      entityType: 'email',
      entityId: emailId,
      after: { address },
    }),
  ])
  deps.onJobsWritten?.()
  return ok({ emailId })
}
