import { flatten, paragraphsOf } from './plain-text.ts'
import { renderTemplate, TemplateError } from './template.ts'

/** What staff wrote for a mail: Liquid over the merge fields. */
export type StepText = { subject: string; preheader: string; body: string }

/** @throws TemplateError when a template cannot be rendered, or the subject is empty */
export function renderStepText(
  step: StepText,
  fields: Record<string, unknown>,
): { subject: string; preheader: string; paragraphs: string[][] } {
  const subject = [...flatten(renderTemplate(step.subject, fields))].slice(0, 200).join('')
  if (!subject) throw new TemplateError('The subject is empty')
  return {
    subject,
    preheader: flatten(renderTemplate(step.preheader, fields)),
    paragraphs: paragraphsOf(renderTemplate(step.body, fields)),
  }
}
