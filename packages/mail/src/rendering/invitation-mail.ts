import { formatCode } from '@usher/domain'
import { formatExpiry } from './expiry.ts'
import { type MailParts, type RenderedMail, renderParts } from './mail-layout.ts'
import { mergeFieldsOf, type MailSubject } from './merge-fields.ts'
import { flatten, nameInMail, paragraphsOf, unlink } from './plain-text.ts'
import { renderStepText, type StepText } from './step-text.ts'

export type InvitationMailInput = MailSubject & {
  step: StepText
  invitation: NonNullable<MailSubject['invitation']> & { expiresAt: Date | null }
  code: string
  redeemUrl: string
  /** Where the recipient stops invitations of this website. */
  unsubscribeUrl: string
  /** What the mail is written in. */
  language: string
  /** The recipient's, or the website's: for the expiry. */
  locale: string
  timeZone: string
}

/**
 * The mail of an invitation: what staff wrote, then the message, what the invitation gives, the button, the code, and
 * until when. `code`, `redeem_url` and `expires_at` are merge fields as well.
 * @throws TemplateError
 */
export function renderInvitationMail(input: InvitationMailInput): RenderedMail {
  const { website, invitation, contact } = input
  const code = formatCode(input.code)
  const expiresAt = invitation.expiresAt && formatExpiry(invitation.expiresAt, input)
  const text = renderStepText(input.step, {
    ...mergeFieldsOf(input),
    code,
    redeem_url: input.redeemUrl,
    expires_at: expiresAt,
  })
  return renderParts({
    ...text,
    website: { ...website, name: flatten(website.name) },
    quote: invitation.message ? { paragraphs: paragraphsOf(invitation.message) } : null,
    gains: gainsOf(invitation, flatten(website.name)),
    button: { label: 'Accept the invitation', url: input.redeemUrl },
    code: {
      heading: `Or enter this code at ${codePageOf(input.redeemUrl)}:`,
      groups: code.split('-'),
    },
    notes: expiresAt
      ? [{ label: 'Valid until', value: expiresAt, lang: input.language }]
      : [{ label: 'This invitation does not expire.' }],
    footer: [
      `This mail was sent to ${unlink(contact.email)} because ${nameInMail(input.inviter.name)} invites you to ${flatten(website.name)}. If you did not expect it, ignore it: nothing happens without you.`,
      'The link and the code are for you alone. Please do not forward this mail.',
      ...supportLine(website.supportEmail),
    ],
    unsubscribe: {
      label: `Get no more invitations from ${flatten(website.name)}`,
      url: input.unsubscribeUrl,
    },
  })
}

function gainsOf(invitation: InvitationMailInput['invitation'], website: string): MailParts['gains'] {
  const items = [
    ...invitation.webRoles.map(({ name, description }) => ({
      label: 'Role',
      value: nameInMail(name),
      note: description && nameInMail(description),
    })),
    ...(invitation.account === null
      ? []
      : [{ label: 'Account', value: nameInMail(invitation.account), note: null }]),
  ]
  return items.length > 0 ? { heading: `What it gives you on ${website}:`, items } : null
}

const codePageOf = (redeemUrl: string) => new URL('/redeem', redeemUrl).href

export const supportLine = (supportEmail: string | null): string[] =>
  supportEmail ? [`Questions? Write to ${flatten(supportEmail)}.`] : []
