import { redirect } from '@sveltejs/kit'
import { type EmailStatus, refuse } from '@usher/domain'
import { exclusionReasonTexts, getEmail, resendEmail, revealEmail } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { failWith, problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

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
    isMendable:
      email.kind === 'invitation' &&
      email.invitationId !== null &&
      email.contactId !== null &&
      mendable.includes(email.status),
    text: view === 'text' ? text : null,
  }
}

/** What can be mended by sending it again, perhaps to another address. */
const mendable: readonly EmailStatus[] = ['bounced', 'complained', 'suppressed', 'failed', 'not_sent']

export const actions: Actions = {
  /** The address is mended and the invitation sent again, to this contact alone. */
  resend: async (event) => {
    const { locals, params, request } = event
    const form = await request.formData()
    const { address, code } = textsOf(form, ['address', 'code'])
    const sent = await resendEmail({ ...by(locals), input: { emailId: params.id, address, code } })
    if (!sent.ok) return failWith(sent, form)
    const [left] = sent.value.excluded
    if (left) {
      const detail = `It was not sent again: ${exclusionReasonTexts[left.reason]}.`
      return failWith(refuse('conflict', { detail }), form)
    }
    redirectWith(
      event,
      to('/sends', sent.value.id),
      code === 'new'
        ? 'The invitation is on its way again, with a new code. The old one opens nothing any more.'
        : 'The invitation is on its way again, with the same code.',
    )
  },
  /** Codes and links are shown to who asks for them, on the record; looking at the page writes nothing. */
  reveal: async (event) => {
    const { locals, params, url } = event
    const revealed = await revealEmail({ ...by(locals), input: { emailId: params.id } })
    const view = url.searchParams.get('view')
    const back = to('/emails', params.id) + (view ? `?view=${encodeURIComponent(view)}` : '')
    if (!revealed.ok) redirectWith(event, back, problemOf(revealed).message, 'error')
    redirect(303, back)
  },
}
