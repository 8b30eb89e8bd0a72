import { flatten, nameInMail } from './plain-text.ts'

export type MailWebsite = {
  name: string
  baseUrl: string
  accentColor: string | null
  logoUrl: string | null
  supportEmail: string | null
}
export type MailPerson = { firstName: string | null; lastName: string | null }

/** Who and what a mail is about: what a workflow's text can speak of. */
export type MailSubject = {
  website: MailWebsite
  contact: MailPerson & { email: string; account: string | null }
  /** In whose name the mail speaks: the inviter, else the invitation's sender. */
  inviter: MailPerson & { name: string }
  invitation: {
    name: string
    type: 'single' | 'group'
    message: string | null
    account: string | null
    webRoles: { name: string; description: string | null }[]
  } | null
}

/**
 * The merge fields: `contact.firstName`, `invitation.name`, `inviter.name`, `website.name`, … Names come from many hands:
 * they are one line each and never links. What is missing is empty, not an error.
 */
export function mergeFieldsOf({
  website,
  contact,
  inviter,
  invitation,
}: MailSubject): Record<string, unknown> {
  return {
    website: { name: flatten(website.name), url: website.baseUrl, supportEmail: website.supportEmail ?? '' },
    contact: { ...personFields(contact), email: contact.email, account: nameOrNull(contact.account) },
    inviter: { ...personFields(inviter), name: nameInMail(inviter.name) },
    invitation: {
      name: nameOrNull(invitation?.name),
      type: invitation?.type ?? '',
      message: invitation?.message ?? null,
      account: nameOrNull(invitation?.account),
      webRoles: (invitation?.webRoles ?? []).map((role) => nameInMail(role.name)),
    },
  }
}

// Liquid calls an empty text true: a missing name is null, so that `{% if contact.firstName %}` means what it says.
const personFields = ({ firstName, lastName }: MailPerson) => ({
  firstName: nameOrNull(firstName),
  lastName: nameOrNull(lastName),
  fullName: nameOrNull([firstName, lastName].filter(Boolean).join(' ')),
})

const nameOrNull = (name: string | null | undefined) => (name ? nameInMail(name) || null : null)
