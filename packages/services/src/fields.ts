import { readEmailAddress } from '@usher/domain'
import * as v from 'valibot'

/** An id as lists give it. That it exists is for the database to say. */
export const idField = v.pipe(v.string(), v.maxLength(100))

// Control characters, half surrogates, and marks that turn the direction of all that follows.
const isPlainLine = v.regex(
  /^[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]*$/u,
  'Write it on one line, in plain characters.',
)
const isPlainText = v.regex(
  /^(?:[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|[\n\r\t])*$/u,
  'Write it in plain characters.',
)
const tidy = v.transform((text: string) => text.normalize('NFC').trim())

/** One line that must be there; trimmed. `message` says what to give. */
export const neededLine = (maximum: number, message: string) =>
  v.pipe(v.string(message), tidy, v.nonEmpty(message), isPlainLine, v.maxLength(maximum))

/** One line or `null`; trimmed, an empty one is `null`. */
export const lineOrNull = (maximum: number) =>
  orNull(v.pipe(v.string(), tidy, isPlainLine, v.maxLength(maximum)))

/** Text of several lines or `null`. */
export const textOrNull = (maximum: number) =>
  orNull(v.pipe(v.string(), tidy, isPlainText, v.maxLength(maximum)))

/** A single plain address or `null`. */
export const emailAddressOrNull = orNull(
  v.pipe(
    v.string(),
    v.check(
      (text) => !text.trim() || readEmailAddress(text) !== null,
      'Give one plain address, such as jane@contoso.com.',
    ),
    v.transform((text) => readEmailAddress(text) ?? ''),
  ),
)

const localeFix = 'Give a language tag, such as en or de-CH.'
const timeZoneFix = 'Give a time zone, such as Europe/Berlin or UTC.'

/** A language tag of BCP 47, kept in its usual spelling. */
export const localeField = v.pipe(
  v.string(),
  v.check((text) => readLocale(text) !== null, localeFix),
  v.transform((text) => readLocale(text) ?? text),
)

/** A time zone of the IANA database. */
export const timeZoneField = v.pipe(
  v.string(),
  v.check((text) => readTimeZone(text) !== null, timeZoneFix),
  v.transform((text) => readTimeZone(text) ?? text),
)

export const localeOrNull = orNull(
  v.pipe(
    v.string(),
    v.check((text) => !text.trim() || readLocale(text) !== null, localeFix),
    v.transform((text) => readLocale(text) ?? ''),
  ),
)

export const timeZoneOrNull = orNull(
  v.pipe(
    v.string(),
    v.check((text) => !text.trim() || readTimeZone(text) !== null, timeZoneFix),
    v.transform((text) => readTimeZone(text) ?? ''),
  ),
)

/** An address of the web without credentials, as `URL` writes it; `null` when the text is none. */
export function readWebUrl(text: string): URL | null {
  const url = text.length <= 2000 ? URL.parse(text.trim()) : null
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null
}

function readLocale(text: string): string | null {
  if (!text.trim()) return null
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null
  } catch {
    return null
  }
}

function readTimeZone(text: string): string | null {
  // Asked of every row of an import, most of which say nothing.
  if (!text.trim()) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** Empty text is `null`, and so is `null`. */
export function orNull<Schema extends v.GenericSchema<string, string>>(schema: Schema) {
  return v.pipe(
    v.nullable(schema),
    v.transform((text) => text || null),
  )
}
