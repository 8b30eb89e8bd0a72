import { type RenderedMail, renderParts } from './mail-layout.ts'
import { nameInMail } from './plain-text.ts'

export type StaffLinkMailInput = {
  kind: 'invitation' | 'password_reset'
  /** Where the house is: `https://www.contoso.com`. */
  origin: string
  url: string
  /** Who added them; null: they asked for it themselves. */
  by: string | null
  role: string
}

/** The one-time link by which a staff user chooses a password: the first one, or another one. */
export function renderStaffLinkMail({ kind, origin, url, by, role }: StaffLinkMailInput): RenderedMail {
  const host = new URL(origin).host
  const isInvitation = kind === 'invitation'
  const who = by === null ? null : nameInMail(by)
  return renderParts({
    subject: isInvitation ? `Join Usher at ${host}` : `Choose a new password for Usher at ${host}`,
    preheader: 'The link works once.',
    website: { name: 'Usher', accentColor: null, logoUrl: null },
    paragraphs: [
      [
        isInvitation
          ? `${who ?? 'Somebody'} added you to Usher, where invitations to your websites are made. Your role: ${role}.`
          : who === null
            ? 'Somebody, most likely you, asked for a new password.'
            : `${who} sent you this link, so that you can choose a new password.`,
      ],
    ],
    button: { label: isInvitation ? 'Choose a password' : 'Choose a new password', url },
    notes: [
      {
        label: isInvitation
          ? 'The link works once, within three days.'
          : 'The link works once, within an hour.',
      },
    ],
    footer: [
      isInvitation
        ? 'If you did not expect this, ignore it: nothing happens without you.'
        : 'If you did not ask for it, ignore this mail: your password stays as it is.',
    ],
  })
}
