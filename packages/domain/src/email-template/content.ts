import * as v from 'valibot'
import { readEmailAddress } from '../email-address.ts'

const line = (maximum: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(maximum), v.regex(/^[^\p{Cc}]*$/u, 'Write it on one line.'))
const text = (maximum: number) =>
  v.pipe(
    v.string(),
    v.transform((given) => given.replace(/\r\n?/g, '\n')),
    v.maxLength(maximum),
  )

/** What a mail is built of. Words may hold merge fields; what a block shows by itself is said in `blockKinds`. */
export const blockSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text: line(400) }),
  v.strictObject({ kind: v.literal('text'), text: text(20_000) }),
  v.strictObject({ kind: v.literal('message') }),
  v.strictObject({ kind: v.literal('gains'), text: line(400) }),
  v.strictObject({ kind: v.literal('button'), text: line(200) }),
  v.strictObject({ kind: v.literal('code'), text: line(400) }),
  v.strictObject({ kind: v.literal('expiry'), text: line(400), never: line(400) }),
  v.strictObject({ kind: v.literal('link'), text: line(400) }),
  v.strictObject({ kind: v.literal('footer'), text: text(5000) }),
])
export type MailBlock = v.InferOutput<typeof blockSchema>
export type MailBlockKind = MailBlock['kind']

/** The kinds of blocks, as staff choose them. */
export const blockKinds = {
  heading: { label: 'Heading', shows: 'A line in large letters.' },
  text: { label: 'Text', shows: 'Paragraphs; a blank line parts them.' },
  message: {
    label: 'Personal message',
    shows: 'The message of the invitation; nothing where there is none.',
  },
  gains: {
    label: 'What it gives',
    shows: 'A heading, then web roles and account; nothing where there are none.',
  },
  button: { label: 'Button', shows: 'The button that opens the invitation.' },
  code: { label: 'Code', shows: 'A line, then the code in a box.' },
  expiry: { label: 'Expiry', shows: 'Until when it is good, or that it has no end.' },
  link: { label: 'Address', shows: 'A line, then the link as text, for who cannot press the button.' },
  footer: { label: 'Small print', shows: 'Small lines at the end.' },
} as const satisfies Record<MailBlockKind, { label: string; shows: string }>

/** One language of a mail: blocks, or MJML where `source` is not null. */
export const mailTextSchema = v.strictObject({
  subject: line(400),
  preheader: line(400),
  blocks: v.pipe(v.array(blockSchema), v.maxLength(60)),
  source: v.nullable(text(200_000)),
})
export type MailText = v.InferOutput<typeof mailTextSchema>

const sender = v.nullable(
  v.pipe(
    line(300),
    v.check(
      (given) => !/[<>@]/.test(given) || readEmailAddress(/<([^<>]+)>$/.exec(given)?.[1] ?? given) !== null,
      'Give a name, or a name and an address such as Contoso <mail@contoso.com>.',
    ),
  ),
)
const address = v.pipe(
  v.string(),
  v.check((given) => readEmailAddress(given) !== null, 'Give one plain address, such as jane@contoso.com.'),
)
const ignoredAddresses = v.optional(v.pipe(v.array(line(300)), v.maxLength(50)), [])

const languageTag = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}$/, 'Give the code of a language, such as en or de.'),
)

/** The mail of an invitation, in every language that somebody wrote. */
export const mailContentSchema = v.strictObject({
  from: sender,
  replyTo: v.nullable(address),
  /** Kept as somebody wrote them, and ignored: an invitation is for one person. */
  cc: ignoredAddresses,
  bcc: ignoredAddresses,
  /** For contacts whose language nobody wrote. */
  defaultLanguage: languageTag,
  languages: v.record(languageTag, mailTextSchema),
})
export type MailContent = v.InferOutput<typeof mailContentSchema>

/** One language of a mail as it is sent: Liquid over the merge fields, in HTML and text. */
export type CompiledMailText = { subject: string; preheader: string; html: string; text: string }

/** The language in which a contact is written to: theirs, else the website's, else the template's own. */
export function mailLanguageOf(
  languages: readonly string[],
  locales: readonly (string | null | undefined)[],
  fallback: string,
): string {
  const wished = locales.map((locale) => locale?.split('-')[0]?.toLowerCase() ?? '')
  return wished.find((language) => languages.includes(language)) ?? fallback
}
