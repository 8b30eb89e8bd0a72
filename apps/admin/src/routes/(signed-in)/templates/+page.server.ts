import { error } from '@sveltejs/kit'
import { blockKinds, invitationMergeFields, type MailContent } from '@usher/domain'
import {
  activateEmailTemplate,
  activateWorkflow,
  deactivateWorkflow,
  deleteEmailTemplateDraft,
  getContact,
  getEmailTemplate,
  updateEmailTemplateDraft,
} from '@usher/services'
import { mjmlOf, sendTestEmail } from '@usher/services/publish'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith, problemOf, valueOrErrorPage } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { applyEdit, readTemplateForm } from './read-template-form.ts'

const page = (language: string) => `${to('/templates')}?language=${encodeURIComponent(language)}`

export const load: PageServerLoad = async ({ locals, url }) => {
  const called = by(locals)
  const template = valueOrErrorPage(await getEmailTemplate(called))
  const content = template.draft ?? template.active
  const wished = url.searchParams.get('language') ?? ''
  const language = content.languages[wished] ? wished : content.defaultLanguage
  const text = content.languages[language] ?? Object.values(content.languages)[0]
  if (!text) error(404, 'This template has no text.')
  const contactId = url.searchParams.get('contactId')
  const contact = contactId ? await getContact({ ...called, input: { id: contactId } }) : null
  const { versions, draft, active: _, ...state } = template
  return {
    ...state,
    hasDraft: draft !== null,
    versionCount: versions.length,
    content: { ...content, languages: Object.keys(content.languages) },
    language,
    text,
    contact: contact?.ok ? { id: contact.value.id, label: contact.value.email ?? 'A contact' } : null,
    kinds: Object.entries(blockKinds).map(([kind, words]) => ({ kind, ...words })),
    mergeFields: invitationMergeFields,
    testAddress: locals.email ?? '',
  }
}

/** What the form says, over what is stored. */
async function read(event: RequestEvent) {
  const form = await event.request.formData()
  const template = valueOrErrorPage(await getEmailTemplate(by(event.locals)))
  return { form, ...readTemplateForm(form, template.draft ?? template.active) }
}

const save = (event: RequestEvent, content: MailContent) =>
  updateEmailTemplateDraft({ ...by(event.locals), input: { content } })

export const actions: Actions = {
  save: async (event) => {
    const { form, ...read_ } = await read(event)
    const edit = String(form.get('edit') ?? '')
    const { language, content } = applyEdit(edit, form, read_, mjmlOf)
    const saved = await save(event, content)
    if (!saved.ok) return failWith(saved, form)
    redirectWith(
      event,
      page(language),
      edit ? 'Changed in the draft.' : 'The draft is saved. Nothing is sent of it yet.',
    )
  },
  activate: async (event) => {
    const { form, language, content } = await read(event)
    const saved = await save(event, content)
    if (!saved.ok) return failWith(saved, form)
    const activated = await activateEmailTemplate(by(event.locals))
    if (!activated.ok) return { ...problemOf(activated, form), problems: activated.errors ?? [] }
    redirectWith(
      event,
      page(language),
      `Version ${activated.value.activeVersion} is what is sent from now on.`,
    )
  },
  discard: async (event) => {
    const discarded = await deleteEmailTemplateDraft(by(event.locals))
    if (!discarded.ok) redirectWith(event, to('/templates'), problemOf(discarded).message, 'error')
    redirectWith(event, to('/templates'), 'The draft is gone. What is sent has not changed.')
  },
  test: async (event) => {
    const { form, language, content } = await read(event)
    const sent = await sendTestEmail({
      ...by(event.locals),
      input: {
        content,
        language,
        contactId: String(form.get('contactId') ?? '') || null,
        address: String(form.get('address') ?? ''),
      },
    })
    if (!sent.ok) return { ...problemOf(sent, form), problems: sent.errors ?? [] }
    redirectWith(
      event,
      to('/emails', sent.value.emailId),
      'The test mail is on its way. Its link opens nothing.',
    )
  },
  toggle: async (event) => {
    const called = by(event.locals)
    const template = valueOrErrorPage(await getEmailTemplate(called))
    const change = template.isSending ? deactivateWorkflow : activateWorkflow
    const changed = await change({ ...called, input: { workflowId: template.workflowId ?? '' } })
    if (!changed.ok) redirectWith(event, to('/templates'), problemOf(changed).message, 'error')
    redirectWith(
      event,
      to('/templates'),
      template.isSending
        ? 'Sending is deactivated: no invitation is mailed until you activate it again.'
        : 'Sending is activated again.',
    )
  },
}
