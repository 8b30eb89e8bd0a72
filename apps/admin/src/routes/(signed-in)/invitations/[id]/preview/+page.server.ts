import { fullName } from '@usher/domain'
import {
  createLandingPreview,
  getInvitation,
  landingPreviewStates,
  previewInvitationMail,
} from '@usher/services'
import { by } from '#lib/server/by.ts'
import { answers, valueOrErrorPage } from '#lib/server/refusals.ts'
import { previewLanguages, previewSchemes } from './choices.ts'
import type { PageServerLoad } from './$types'

/** Contacts to look at it as; more have a page of their own. */
const contactsOffered = 50

/** `?contactId=&state=&lang=&scheme=`: the page in a frame, by a ticket that ends soon. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const called = by(locals)
  const invitation = valueOrErrorPage(await getInvitation({ ...called, input: { id: params.id } }))
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const recipients = invitation.recipients.slice(0, contactsOffered)
  const contactId =
    asked('contactId') === 'nobody'
      ? null
      : (recipients.find(({ id }) => id === asked('contactId'))?.id ?? recipients[0]?.id ?? null)
  const state = landingPreviewStates.find((one) => one === asked('state')) ?? 'valid'
  const language = previewLanguages.find(({ value }) => value === asked('lang'))?.value ?? ''
  const scheme = previewSchemes.find(({ value }) => value === asked('scheme'))?.value ?? 'light'
  const mail = contactId
    ? await previewInvitationMail({ ...called, input: { invitationId: params.id, contactId } })
    : null
  const made = await createLandingPreview({ ...called, input: { invitationId: params.id, contactId, state } })
  return {
    invitation: { id: invitation.id, name: invitation.name },
    recipients: recipients.map((recipient) => ({ value: recipient.id, label: fullName(recipient) })),
    chosen: { contactId: contactId ?? 'nobody', state, language, scheme },
    /** The mail of an invited contact; whoever is given the link by hand has none. */
    mail: mail?.ok ? { subject: mail.value.mail?.subject ?? null, problem: mail.value.problem } : null,
    source: made.ok ? `${made.value.path}&lang=${language}&scheme=${scheme}` : null,
    problem: made.ok ? null : (made.detail ?? answers[made.refusal].words),
  }
}
