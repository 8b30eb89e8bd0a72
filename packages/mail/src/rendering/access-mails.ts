import { supportLine } from './invitation-mail.ts'
import { type RenderedMail, renderParts } from './mail-layout.ts'
import type { MailWebsite } from './merge-fields.ts'
import { flatten } from './plain-text.ts'

/** The six-digit code with which somebody signs in or proves an address. */
export function renderCodeMail({ website, code }: { website: MailWebsite; code: string }): RenderedMail {
  const name = flatten(website.name)
  return renderParts({
    // Without the code: subjects stand in lists, on lock screens and in our own records.
    subject: `Your code for ${name}`,
    preheader: 'It works once, and for a short time only.',
    website: { ...website, name },
    paragraphs: [[`Enter this code where you were asked for it to go on at ${name}.`]],
    code: { heading: 'Your code:', groups: [code] },
    notes: [{ label: 'It works once, and for a short time only.' }],
    footer: [
      'Nobody of us will ever ask you for this code. If you did not ask for it, ignore this mail.',
      ...supportLine(website.supportEmail),
    ],
  })
}

/** The link under which somebody chooses a new password. */
export function renderPasswordResetMail({
  website,
  url,
}: {
  website: MailWebsite
  url: string
}): RenderedMail {
  const name = flatten(website.name)
  return renderParts({
    subject: `Choose a new password for ${name}`,
    preheader: 'The link works once, and for a short time only.',
    website: { ...website, name },
    paragraphs: [[`Somebody, most likely you, asked for a new password at ${name}.`]],
    button: { label: 'Choose a new password', url },
    notes: [{ label: 'The link works once, and for a short time only.' }],
    footer: [
      'If you did not ask for it, ignore this mail: your password stays as it is.',
      ...supportLine(website.supportEmail),
    ],
  })
}
