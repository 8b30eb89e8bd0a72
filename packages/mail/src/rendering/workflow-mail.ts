import { supportLine } from './invitation-mail.ts'
import { type RenderedMail, renderParts } from './mail-layout.ts'
import { mergeFieldsOf, type MailSubject } from './merge-fields.ts'
import { flatten, unlink } from './plain-text.ts'
import { renderStepText, type StepText } from './step-text.ts'

/** A mail that a workflow's step writes. @throws TemplateError */
export function renderWorkflowMail(input: MailSubject & { step: StepText }): RenderedMail {
  const name = flatten(input.website.name)
  return renderParts({
    ...renderStepText(input.step, mergeFieldsOf(input)),
    website: { ...input.website, name },
    button: { label: `Open ${name}`, url: input.website.baseUrl },
    footer: [
      `This mail was sent to ${unlink(input.contact.email)} by ${name}.`,
      ...supportLine(input.website.supportEmail),
    ],
  })
}
