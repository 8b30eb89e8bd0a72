import { type CompiledMailText, formatCode } from '@usher/domain'
import { Liquid, type Template } from 'liquidjs'
import { coloursOf } from './colours.ts'
import { formatExpiry } from './expiry.ts'
import type { InvitationMailInput } from './invitation-mail.ts'
import { type RenderedMail, secureUrl } from './mail-layout.ts'
import { mergeFieldsOf } from './merge-fields.ts'
import { flatten, nameInMail, paragraphsOf } from './plain-text.ts'
import { renderTemplate, TemplateError } from './template.ts'

const unsubscribeLabels: Record<string, (website: string) => string> = {
  de: (website) => `Keine Einladungen von ${website} mehr erhalten`,
  fr: (website) => `Ne plus recevoir d’invitations de ${website}`,
  es: (website) => `No recibir más invitaciones de ${website}`,
  pt: (website) => `Não receber mais convites de ${website}`,
  ja: (website) => `${website}からの招待を停止する`,
  ar: (website) => `إيقاف الدعوات من ${website}`,
}
const englishLabel = (website: string) => `Get no more invitations from ${website}`

/**
 * The mail of an invitation from a template that staff activated. Fields are values: in HTML they are escaped, nothing in
 * them is read as a template. @throws TemplateError
 */
export function renderTemplateMail(
  compiled: CompiledMailText,
  input: Omit<InvitationMailInput, 'step'>,
): RenderedMail {
  const { website, invitation } = input
  const { accent, onAccent } = coloursOf(website.accentColor)
  const name = flatten(website.name)
  const fields = {
    ...mergeFieldsOf(input),
    redeem_url: input.redeemUrl,
    code: formatCode(input.code),
    code_url: new URL('/redeem', input.redeemUrl).href,
    expires_at: invitation.expiresAt && formatExpiry(invitation.expiresAt, input),
    unsubscribe_url: input.unsubscribeUrl,
    unsubscribe_label: (unsubscribeLabels[input.language] ?? englishLabel)(name),
    message_paragraphs: invitation.message ? paragraphsOf(invitation.message) : [],
    gains: [
      ...invitation.webRoles.map((role) => ({
        value: nameInMail(role.name),
        note: role.description && nameInMail(role.description),
      })),
      ...(invitation.account === null ? [] : [{ value: nameInMail(invitation.account), note: null }]),
    ],
    logo_url: secureUrl(website.logoUrl),
    accent,
    on_accent: onAccent,
  }
  const subject = [...flatten(renderTemplate(compiled.subject, fields))].slice(0, 200).join('')
  if (!subject) throw new TemplateError('The subject is empty')
  const all = { ...fields, subject, preheader: flatten(renderTemplate(compiled.preheader, fields)) }
  return {
    subject,
    html: renderHtml(compiled.html, all),
    text: `${renderTemplate(compiled.text, all)
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
  }
}

let engine: Liquid | undefined
const parsed = new Map<string, Template[]>()

function renderHtml(source: string, fields: Record<string, unknown>): string {
  engine ??= new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    outputEscape: 'escape',
    parseLimit: 500_000,
    renderLimit: 2000,
    memoryLimit: 5_000_000,
  })
  try {
    let template = parsed.get(source)
    if (!template) {
      if (parsed.size >= 50) parsed.clear()
      parsed.set(source, (template = engine.parse(source)))
    }
    return String(engine.renderSync(template, fields))
  } catch (error) {
    throw new TemplateError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}
