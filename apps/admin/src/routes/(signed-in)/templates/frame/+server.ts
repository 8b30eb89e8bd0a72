import { getEmailTemplate } from '@usher/services'
import { previewEmailTemplate } from '@usher/services/publish'
import { by } from '#lib/server/by.ts'
import { answerMail } from '#lib/server/mail-frame.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import { readTemplateForm } from '../read-template-form.ts'
import type { RequestHandler } from './$types'

/** The draft as it is stored. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const template = valueOrErrorPage(await getEmailTemplate(by(locals)))
  return show(locals, {
    content: template.draft ?? template.active,
    language: url.searchParams.get('language') ?? undefined,
    contactId: url.searchParams.get('contactId') || null,
  })
}

/** The form as it stands, unsaved: a read that is too long for an address. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const form = await request.formData()
  const template = valueOrErrorPage(await getEmailTemplate(by(locals)))
  const { language, content } = readTemplateForm(form, template.draft ?? template.active)
  return show(locals, { content, language, contactId: String(form.get('contactId') ?? '') || null })
}

async function show(locals: App.Locals, input: unknown): Promise<Response> {
  const preview = await previewEmailTemplate({ ...by(locals), input })
  if (!preview.ok) return answerMail(notice([preview.detail ?? 'It cannot be shown.']))
  const { mail, problems } = preview.value
  if (!mail) {
    return answerMail(
      notice(problems.map(({ part, line, message }) => `${part}${line ? `, line ${line}` : ''}: ${message}`)),
    )
  }
  return answerMail(mail.html)
}

const notice = (lines: string[]) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not yet right</title><body style="font:15px/1.5 system-ui,sans-serif;margin:24px;color:#7f1d1d;background:#fff"><p><strong>It cannot be shown yet</strong></p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></body></html>`

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
