import { error } from '@sveltejs/kit'
import { previewInvitationMail } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { answerMail } from '#lib/server/mail-frame.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { RequestHandler } from './$types'

/** The mail as a document of its own, for the frame of the page. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const contactId = url.searchParams.get('contactId') ?? ''
  const input = { invitationId: params.id, contactId }
  const { mail, problem } = valueOrErrorPage(await previewInvitationMail({ ...by(locals), input }))
  if (!mail) error(409, problem)
  return answerMail(mail.html)
}
