import { getEmail } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { valueOrErrorPage } from '#lib/server/refusals.ts'
import type { PageServerLoad } from './$types'

const views = ['mail', 'text', 'details'] as const

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('usher:email')
  const { html, text, ...email } = valueOrErrorPage(
    await getEmail({ ...by(locals), input: { emailId: params.id } }),
  )
  const view = views.find((name) => name === url.searchParams.get('view')) ?? 'mail'
  return {
    email,
    view,
    isWritten: html !== null,
    text: view === 'text' ? text : null,
    /** What was kept of a mail that really left has its codes and links masked. */
    isMasked: html !== null && email.transport !== 'outbox',
  }
}
