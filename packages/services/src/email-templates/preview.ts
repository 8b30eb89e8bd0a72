import { findContact, findDefaultWebsite } from '@usher/database'
import {
  fullName,
  mailContentSchema,
  mailLanguageOf,
  type ManagementRefusal,
  ok,
  refuse,
  type Result,
} from '@usher/domain'
import { type InvitationMailInput, type RenderedMail, renderTemplateMail, TemplateError } from '@usher/mail'
import * as v from 'valibot'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps, TemplateProblem } from '../deps.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { compilerOf } from './activate.ts'

export const previewEmailTemplateSchema = v.strictObject({
  content: mailContentSchema,
  /** Left out: the one in which the contact would be written to. */
  language: v.optional(v.string()),
  /** A real contact; left out: an invented one. */
  contactId: v.optional(v.nullable(idField), null),
})

export type EmailTemplatePreview = {
  language: string
  /** null while a problem keeps it from being rendered. */
  mail: RenderedMail | null
  problems: TemplateProblem[]
}

const day = 24 * 60 * 60 * 1000
/** Looks like a code and is none. */
const sampleCode = 'SAMPCDESAMPCDESAMPCD'

/** How the mail would look for somebody. Its code and link are samples and open nothing. Refuses `forbidden`, `not_found`. */
export async function previewEmailTemplate({
  deps,
  actor,
  input,
}: Call): Promise<Result<EmailTemplatePreview, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(previewEmailTemplateSchema, input)
  if (!parsed.ok) return parsed
  const { content, contactId } = parsed.value
  const subject = await subjectFor(deps, actor, contactId)
  if (!subject)
    return refuse('not_found', { detail: 'This contact does not exist any more. Choose another.' })
  const languages = Object.keys(content.languages)
  const language =
    parsed.value.language && languages.includes(parsed.value.language)
      ? parsed.value.language
      : mailLanguageOf(languages, [subject.locale], content.defaultLanguage)
  const compiled = await compilerOf(deps)({
    ...content,
    defaultLanguage: language,
    languages: Object.fromEntries(Object.entries(content.languages).filter(([name]) => name === language)),
  })
  if (!compiled.ok) return ok({ language, mail: null, problems: compiled.problems })
  const text = compiled.languages[language]
  if (!text) return ok({ language, mail: null, problems: [] })
  try {
    const mail = renderTemplateMail(text, { ...subject, language })
    return ok({ language, mail, problems: [] })
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return ok({
      language,
      mail: null,
      problems: [{ language, part: 'body', line: null, message: error.message }],
    })
  }
}

async function subjectFor(deps: Deps, actor: Actor, contactId: string | null) {
  const contact = contactId === null ? sampleContact : await findContact(deps.database, contactId)
  if (!contact) return null
  const website = await findDefaultWebsite(deps.database)
  const baseUrl = website?.baseUrl ?? deps.origin
  const locale = contact.locale ?? website?.locale ?? 'en'
  return {
    website: {
      name: website?.name ?? 'Usher',
      baseUrl,
      accentColor: website?.accentColor ?? null,
      logoUrl: website?.logoUrl ?? null,
      supportEmail: website?.supportEmail ?? null,
    },
    contact: {
      firstName: contact.firstName,
      lastName: contact.lastName,
      email: contact.email ?? fullName(contact),
      account: contact.accountName,
    },
    inviter: { firstName: null, lastName: null, name: actor.name },
    invitation: {
      name: 'Sample',
      type: 'single',
      message: 'This is where your personal message stands.',
      account: contact.accountName,
      webRoles: [{ name: 'Partner', description: 'An example of a web role' }],
      expiresAt: new Date(deps.now().getTime() + 30 * day),
    },
    code: sampleCode,
    redeemUrl: new URL('/i/SAMPLE', baseUrl).href,
    unsubscribeUrl: new URL('/unsubscribe/SAMPLE', baseUrl).href,
    locale,
    timeZone: contact.timeZone ?? website?.timeZone ?? 'UTC',
  } satisfies Omit<InvitationMailInput, 'step' | 'language'>
}

const sampleContact = {
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane@example.com',
  accountName: null,
  locale: null,
  timeZone: null,
}
