/** The merge fields of mails, as `@usher/mail` fills them in. */
const mailFields = [
  'website.name',
  'website.url',
  'website.supportEmail',
  'contact.firstName',
  'contact.lastName',
  'contact.fullName',
  'contact.email',
  'contact.account',
  'inviter.firstName',
  'inviter.lastName',
  'inviter.fullName',
  'inviter.name',
  'invitation.name',
  'invitation.type',
  'invitation.message',
  'invitation.account',
  'invitation.webRoles',
] as const
/** Only in mails that carry an invitation. */
const invitationMailFields = ['code', 'redeem_url', 'expires_at'] as const

/** What is wrong with a text of a mail: the first field that does not exist, or a brace without its partner. */
export function problemInMailText(text: string, isInvitationMail: boolean): string | null {
  const known: readonly string[] = isInvitationMail ? [...mailFields, ...invitationMailFields] : mailFields
  const tags = [...text.matchAll(/\{\{-?([\s\S]*?)-?\}\}|\{%-?([\s\S]*?)-?%\}/g)]
  if (/\{\{|\{%/.test(text.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, ''))) {
    return 'A merge field is not closed: add "}}" or "%}".'
  }
  for (const [, output, tag] of tags) {
    if (output?.trim() === '') return 'A merge field is empty: write a name between the braces.'
    const words = (output ?? tag ?? '').replace(/"[^"]*"|'[^']*'/g, '')
    for (const [path] of words.matchAll(
      /\b(?:website|contact|inviter|invitation|account|steps|redemption|run)\.[\w.]+/g,
    )) {
      if (!known.some((name) => path === name || path.startsWith(`${name}.`)))
        return `There is no field ${path} in mails. There are ${known.join(', ')}.`
    }
  }
  return null
}
