/** What the words of a mail may speak of. `kind`: a list is gone through with `{% for … %}`. */
export type MergeField = { name: string; means: string; kind: 'text' | 'list' }

const field = (name: string, means: string, kind: MergeField['kind'] = 'text'): MergeField => ({
  name,
  means,
  kind,
})

/** The merge fields of an invitation mail. What is missing for somebody is empty: `{{ contact.firstName | default: 'there' }}`. */
export const invitationMergeFields: readonly MergeField[] = [
  field('contact.firstName', 'The recipient’s first name'),
  field('contact.lastName', 'The recipient’s last name'),
  field('contact.fullName', 'Both names'),
  field('contact.email', 'The address it goes to'),
  field('contact.account', 'The account the recipient belongs to'),
  field('inviter.name', 'In whose name it speaks: the inviter, else the sender'),
  field('inviter.firstName', 'The inviter’s first name'),
  field('inviter.lastName', 'The inviter’s last name'),
  field('inviter.fullName', 'The inviter’s full name'),
  field('invitation.name', 'The name of the invitation'),
  field('invitation.type', 'single or group'),
  field('invitation.message', 'The personal message'),
  field('invitation.account', 'The account that it joins the recipient to'),
  field('invitation.webRoles', 'The names of the web roles it gives', 'list'),
  field('website.name', 'The name of the website'),
  field('website.url', 'Its address'),
  field('website.supportEmail', 'Where to ask for help'),
  field('redeem_url', 'The link of the invitation, for this recipient alone'),
  field('code', 'The code, in groups of four'),
  field('code_url', 'The page where a code is typed'),
  field('expires_at', 'Until when it is good; empty when it has no end'),
  field('unsubscribe_url', 'Where the recipient stops invitations'),
]

const known = new Set(invitationMergeFields.map(({ name }) => name))

/** What blocks use besides, which is not written by hand. */
const internal = new Set([
  'accent',
  'on_accent',
  'logo_url',
  'message_paragraphs',
  'gains',
  'subject',
  'preheader',
])

/** Whether `contact.firstName`, given as its parts, may be used. */
export const isMergeField = (segments: readonly string[]): boolean =>
  internal.has(segments[0] ?? '') ||
  known.has(segments.join('.')) ||
  // Of a list: `invitation.webRoles.size`, `invitation.webRoles[0]`.
  (segments.length === 3 && segments[0] === 'invitation' && segments[1] === 'webRoles')
