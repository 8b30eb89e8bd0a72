import { error } from '@sveltejs/kit'
import { getEmail } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { answerMail } from '#lib/server/mail-frame.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params }) => {
  const { html } = valueOrErrorPage(await getEmail({ ...by(locals), input: { emailId: params.id } }))
  if (html === null) error(404, 'There is nothing to show of this mail.')
  return answerMail(html)
}
