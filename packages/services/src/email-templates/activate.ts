import { activateTemplateVersion, templateDraftIs } from '@usher/database'
import { type ManagementRefusal, refuse, type Result } from '@usher/domain'
import { refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps, TemplateProblem } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { type EmailTemplate, getEmailTemplate, invitationTemplateKey } from './get.ts'

/**
 * Sends the draft from now on, as a version of its own. Mails that are queued already keep the version they were planned
 * with. Refuses `forbidden`, `conflict` without a draft or when somebody saved another meanwhile, and `invalid_request`
 * with each problem at its language, part and line (`en.body:3`).
 */
export async function activateEmailTemplate({
  deps,
  actor,
}: Omit<Call, 'input'>): Promise<Result<EmailTemplate, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const template = await getEmailTemplate({ deps, actor })
  if (!template.ok) return template
  const { draft, draftUpdatedAt } = template.value
  if (!draft) return refuse('conflict', { detail: 'There is no draft. Change something first.' })
  const compiled = await compilerOf(deps)(draft)
  if (!compiled.ok) return refuseInput(...compiled.problems.map(toFieldError))
  const id = deps.newId()
  const written = await deps.database.write([
    templateDraftIs(invitationTemplateKey, draftUpdatedAt),
    ...activateTemplateVersion(deps.database, {
      id,
      key: invitationTemplateKey,
      content: draft,
      compiled: compiled.languages,
      createdById: staffUserIdOf(actor),
      now: deps.now(),
    }),
    auditStatement(deps, actor, {
      action: 'email_template.activated',
      entityType: 'email_template',
      entityId: invitationTemplateKey,
      before: { version: template.value.activeVersion },
      after: { version: (template.value.versions[0]?.version ?? 0) + 1 },
    }),
  ])
  if (!written.ok)
    return refuse('conflict', { detail: 'Somebody saved another draft in the meantime. Look at it first.' })
  return getEmailTemplate({ deps, actor })
}

/** @throws in an app that publishes nothing */
export function compilerOf(deps: Deps): NonNullable<Deps['compileMail']> {
  if (!deps.compileMail) throw new Error('This app does not compile mails')
  return deps.compileMail
}

const toFieldError = ({ language, part, line, message }: TemplateProblem) => ({
  path: `${language}.${part}${line === null ? '' : `:${line}`}`,
  message,
})
