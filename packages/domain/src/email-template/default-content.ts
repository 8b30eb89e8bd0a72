import type { MailContent, MailText } from './content.ts'

const en: MailText = {
  subject: '{{ inviter.name }} invites you to {{ website.name }}',
  preheader: 'Open your invitation with one click, or with your code.',
  blocks: [
    {
      kind: 'text',
      text: 'Hello{% if contact.firstName %} {{ contact.firstName }}{% endif %},\n\n{{ inviter.name }} invites you to {{ website.name }}. Accept the invitation below; it takes about a minute.',
    },
    { kind: 'message' },
    { kind: 'gains', text: 'What it gives you on {{ website.name }}:' },
    { kind: 'button', text: 'Accept the invitation' },
    { kind: 'code', text: 'Or enter this code at {{ code_url }}:' },
    { kind: 'expiry', text: 'Valid until {{ expires_at }}', never: 'This invitation does not expire.' },
    { kind: 'link', text: 'If the button does not work, open this address:' },
    {
      kind: 'footer',
      text: 'This mail was sent to {{ contact.email }} because {{ inviter.name }} invites you to {{ website.name }}. If you did not expect it, ignore it: nothing happens without you.\n\nThe link and the code are for you alone. Please do not forward this mail.{% if website.supportEmail %}\n\nQuestions? Write to {{ website.supportEmail }}.{% endif %}',
    },
  ],
  source: null,
}

/** What is mailed while nobody has written anything else. */
export const defaultMailContent: MailContent = {
  from: null,
  replyTo: null,
  cc: [],
  bcc: [],
  defaultLanguage: 'en',
  languages: { en },
}

/** What a language begins with: the English words, to be translated. */
export const defaultMailText: MailText = en
