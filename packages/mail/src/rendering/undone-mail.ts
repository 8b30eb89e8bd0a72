import { supportLine } from './invitation-mail.ts'
import { type RenderedMail, renderParts } from './mail-layout.ts'
import type { MailWebsite } from './merge-fields.ts'
import { flatten, nameInMail } from './plain-text.ts'

export type UndoneMailInput = {
  website: MailWebsite
  /** The name of the invitation. */
  invitation: string
  /** Names of what its holder does not have any more. */
  webRoles: readonly string[]
  account: string | null
}

/** Tells somebody that an invitation they had accepted was taken back, and what went with it. */
export function renderUndoneMail({ website, invitation, webRoles, account }: UndoneMailInput): RenderedMail {
  const name = flatten(website.name)
  const lost = [
    ...webRoles.map((role) => ({ label: 'Role', value: nameInMail(role), note: null })),
    ...(account === null ? [] : [{ label: 'Account', value: nameInMail(account), note: null }]),
  ]
  return renderParts({
    subject: `Your access to ${name} has changed`,
    preheader: 'An invitation that you had accepted was taken back.',
    website: { ...website, name },
    paragraphs: [
      [`The invitation “${nameInMail(invitation)}” that you had accepted at ${name} was taken back.`],
      [
        lost.length > 0
          ? 'What it had given you ends with it. Everything else that you have there stays as it is.'
          : 'Everything that you have there stays as it is.',
      ],
    ],
    gains: lost.length > 0 ? { heading: `What ended on ${name}:`, items: lost } : null,
    footer: ['If this surprises you, ask whoever invited you.', ...supportLine(website.supportEmail)],
  })
}
