import { redirect } from '@sveltejs/kit'
import { getEmail, revealEmail } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
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
    text: view === 'text' ? text : null,
  }
}

export const actions: Actions = {
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
