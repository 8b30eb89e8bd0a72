import type { EmailToDeliver, TemplateToSend } from '@usher/database'
import {
  createRecipientProof,
  createUnsubscribeToken,
  flattenSteps,
  fullName,
  mailLanguageOf,
  readEmailAddress,
  redemptionUrl,
  type SendEmailStep,
  unseal,
  unsubscribeUrl,
} from '@usher/domain'
import {
  type Mailbox,
  type MailMessage,
  type MailSubject,
  type MailWebsite,
  readMailbox,
  renderCodeMail,
  type RenderedMail,
  renderInvitationMail,
  renderPasswordResetMail,
  renderTemplateMail,
  renderStaffLinkMail,
  renderUndoneMail,
  renderWorkflowMail,
  TemplateError,
} from '@usher/mail'
import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import { templateToSend } from '../email-templates/template-to-send.ts'
import type { EmailContent } from './content.ts'

/** A mail ready to leave, and what may be kept of it. */
export type WrittenEmail = {
  message: MailMessage
  /** For the row: without codes and links; in the outbox both that and the mail itself. Its subject never holds a code. */
  kept: RenderedMail & Pick<EmailContent, 'masked'>
}

type Secrets = { code: string; url: string; unsubscribeUrl: string | null }
const noSecrets: Secrets = { code: '', url: '', unsubscribeUrl: null }

type Draft = {
  to: string | null
  from: Mailbox
  replyTo: string | null
  secrets: Secrets
  render(secrets: Secrets): RenderedMail
}

/**
 * Writes a mail. The code is opened here, in the worker's memory, and goes no further than the message.
 * @throws TemplateError when it cannot be written, with a reason for staff
 */
export async function renderEmail(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<WrittenEmail> {
  const draft = await draftOf(deps, sender, email)
  const to = draft.to === null ? null : readEmailAddress(draft.to)
  if (!to) throw new TemplateError('There is no address to send it to')
  const mail = draft.render(draft.secrets)
  const masked = draft.render(maskOf(draft.secrets))
  return {
    message: {
      emailId: email.id,
      from: draft.from,
      to,
      replyTo: draft.replyTo === null ? null : readEmailAddress(draft.replyTo),
      unsubscribeUrl: draft.secrets.unsubscribeUrl,
      tag: email.kind,
      ...mail,
    },
    kept: deps.mailTransport === 'outbox' ? { ...mail, subject: masked.subject, masked } : masked,
  }
}

function draftOf(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<Draft> {
  switch (email.kind) {
    case 'invitation':
      return draftInvitation(deps, sender, email)
    case 'workflow':
      return draftWorkflowMail(deps, sender, email)
    case 'test':
      return draftTestMail(deps, sender, email)
    case 'staff_link':
      return draftStaffMail(deps, sender, email)
    case 'redemption_undone':
      return draftUndoneMail(deps, sender, email)
    default:
      return draftAccessMail(deps, sender, email)
  }
}

async function draftInvitation(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<Draft> {
  const { invitation, contact, website } = email
  if (!invitation || !contact || !website) throw new TemplateError('The invitation is gone')
  const code = await unseal(deps.keys, invitation.codeSealed, { context: `invitation-code:${invitation.id}` })
  if (code === null)
    throw new TemplateError('The code cannot be opened: its key is gone, see USHER_PREVIOUS_SECRETS')
  const template = email.templateVersionId && (await templateToSend(deps, email.templateVersionId))
  const step = template ? null : stepAt(email, 0)
  const { from, replyTo } = template ? template.content : stepAt(email, 0)
  const subject = subjectOf(deps, email)
  const { id, email: address } = contact
  const proof =
    address === null
      ? undefined
      : await createRecipientProof(deps.keys, invitation.id, { id, email: address })
  return {
    to: contact.email,
    from: senderOf(from, sender, `${invitation.owner.name} (${website.name})`),
    replyTo: replyTo ?? invitation.owner.email,
    secrets: {
      code,
      url: redemptionUrl(website, code, proof),
      unsubscribeUrl: unsubscribeUrl(website, await createUnsubscribeToken(deps.keys, email.id)),
    },
    render({ code, url, unsubscribeUrl }) {
      const about = {
        ...subject,
        invitation,
        code,
        redeemUrl: url,
        unsubscribeUrl: unsubscribeUrl ?? '',
        locale: contact.locale ?? website.locale,
        timeZone: contact.timeZone ?? website.timeZone,
      }
      if (step) return renderInvitationMail({ ...about, step, language: 'en' })
      return renderInLanguage(template, [contact.locale, website.locale], about)
    },
  }
}

/** In the recipient's language where somebody wrote it. */
function renderInLanguage(
  template: TemplateToSend | '' | null,
  locales: (string | null)[],
  about: Omit<Parameters<typeof renderTemplateMail>[1], 'language'>,
): RenderedMail {
  if (!template) throw new TemplateError('The template of this mail is gone')
  const { content, compiled } = template
  const language = mailLanguageOf(Object.keys(compiled), locales, content.defaultLanguage)
  const text = compiled[language]
  if (!text) throw new TemplateError('The template of this mail has no text in its own language')
  return renderTemplateMail(text, { ...about, language })
}

async function draftWorkflowMail(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<Draft> {
  const { position } = await openInput(deps, email)
  const step = stepAt(email, Number(position))
  const website = websiteOf(deps, email)
  return {
    to: email.contact?.email ?? null,
    from: senderOf(step.from, sender, website.name),
    replyTo: step.replyTo ?? website.supportEmail,
    secrets: noSecrets,
    render: () => renderWorkflowMail({ ...subjectOf(deps, email), step }),
  }
}

async function draftStaffMail(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<Draft> {
  const { url, ...told } = v.parse(staffMailInput, await openInput(deps, email))
  return {
    to: email.toAddress,
    from: { name: 'Usher', address: sender.address },
    replyTo: null,
    secrets: { ...noSecrets, url },
    render: (secrets) => renderStaffLinkMail({ ...told, origin: deps.origin, url: secrets.url }),
  }
}

const staffMailInput = v.object({
  kind: v.picklist(['invitation', 'password_reset']),
  url: v.string(),
  by: v.nullable(v.string()),
  role: v.string(),
})

async function draftUndoneMail(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<Draft> {
  const told = v.parse(undoneMailInput, await openInput(deps, email))
  const website = websiteOf(deps, email)
  return {
    to: email.contact?.email ?? null,
    from: { name: website.name, address: sender.address },
    replyTo: website.supportEmail,
    secrets: noSecrets,
    render: () => renderUndoneMail({ website, ...told }),
  }
}

const undoneMailInput = v.object({
  invitation: v.string(),
  webRoles: v.array(v.string()),
  account: v.nullable(v.string()),
})

async function draftAccessMail(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<Draft> {
  const { code = '', url = '' } = await openInput(deps, email)
  const website = websiteOf(deps, email)
  return {
    to: email.toAddress,
    from: { name: website.name, address: sender.address },
    replyTo: website.supportEmail,
    secrets: { ...noSecrets, code: String(code), url: String(url) },
    render: (secrets) =>
      email.kind === 'password_reset'
        ? renderPasswordResetMail({ website, url: secrets.url })
        : renderCodeMail({ website, code: secrets.code }),
  }
}

/** A preview that somebody wanted to see in their own mailbox. */
async function draftTestMail(deps: Deps, sender: Mailbox, email: EmailToDeliver): Promise<Draft> {
  const { subject, html, text } = await openInput(deps, email)
  const mail = { subject: String(subject), html: String(html), text: String(text) }
  return { to: email.toAddress, from: sender, replyTo: null, secrets: noSecrets, render: () => mail }
}

function subjectOf(deps: Deps, email: EmailToDeliver): MailSubject {
  const { contact, invitation } = email
  const website = websiteOf(deps, email)
  const nobody = { firstName: null, lastName: null }
  return {
    website,
    contact: { ...nobody, account: null, ...contact, email: contact?.email ?? '' },
    inviter: {
      ...(invitation?.inviter ?? nobody),
      name: invitation?.inviter ? fullName(invitation.inviter) : (invitation?.owner.name ?? website.name),
    },
    invitation,
  }
}

/** Mails that belong to no website speak for the house itself. */
const websiteOf = (deps: Deps, email: EmailToDeliver): MailWebsite =>
  email.website ?? {
    name: 'Usher',
    baseUrl: deps.origin,
    accentColor: null,
    logoUrl: null,
    supportEmail: null,
  }

/** The workflow's own sender wins. */
const senderOf = (from: string | null, sender: Mailbox, name: string): Mailbox =>
  from ? readMailbox(from, sender) : { name, address: sender.address }

function stepAt(email: EmailToDeliver, position: number): SendEmailStep {
  const step = email.workflow && flattenSteps(email.workflow.definition.steps)[position]
  if (step?.kind !== 'send_email') throw new TemplateError('The workflow has no text for this mail')
  return step
}

async function openInput(deps: Deps, email: EmailToDeliver): Promise<Record<string, unknown>> {
  const opened =
    email.inputSealed && (await unseal(deps.keys, email.inputSealed, { context: `email-input:${email.id}` }))
  if (!opened)
    throw new TemplateError(
      'What the mail should say cannot be opened: its key is gone, see USHER_PREVIOUS_SECRETS',
    )
  return JSON.parse(opened) as Record<string, unknown>
}

/** Nothing of a code, nothing of a link but where it leads. */
const maskOf = ({ code, url, unsubscribeUrl }: Secrets): Secrets => ({
  unsubscribeUrl:
    unsubscribeUrl && new URL('/unsubscribe/••••', unsubscribeUrl).href.replace(/%E2%80%A2/g, '•'),
  code: code.replace(/[\p{L}\p{N}]/gu, '•').replace(/^(•{4})(•{4})(•{4})(•{4})(•{4})$/, '$1-$2-$3-$4-$5'),
  url: url && new URL('/i/••••', url).href.replace(/%E2%80%A2/g, '•'),
})
