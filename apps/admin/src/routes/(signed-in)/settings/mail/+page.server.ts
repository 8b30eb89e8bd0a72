import { error } from '@sveltejs/kit'
import { mayDo } from '@usher/domain'
import { examineMail, getMailSettings, updateMailSettings } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { answers, failWith, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const called = by(locals)
  if (!mayDo(called.actor.role, 'settings.write')) error(403, answers.forbidden.words)
  const state = valueOrErrorPage(await getMailSettings(called))
  return {
    ...state,
    transport: called.deps.mailTransport,
    // Streamed: the mail service may take its time.
    findings: examineMail(called).then((found) => (found.ok ? found.value : [])),
  }
}

const numberOf = (form: FormData, name: string): number | null => {
  const text = String(form.get(name) ?? '').trim()
  return text === '' ? null : Number(text)
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const [from, to_] = [String(form.get('quietFrom') ?? ''), String(form.get('quietTo') ?? '')]
    const updated = await updateMailSettings({
      ...by(event.locals),
      input: {
        recipientPerDay: numberOf(form, 'recipientPerDay'),
        senderPerDay: numberOf(form, 'senderPerDay'),
        housePerDay: numberOf(form, 'housePerDay'),
        quietHours: from || to_ ? { from, to: to_ } : null,
      },
    })
    if (!updated.ok) return failWith(updated, form)
    redirectWith(event, to('/settings/mail'), 'The mail settings are saved.')
  },
}
