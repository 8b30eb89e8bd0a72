import { type WebsiteSettings, websiteSettingsSchema } from '@usher/domain'
import * as v from 'valibot'
import { emailAddressOrNull, localeField, neededLine, orNull, readWebUrl, timeZoneField } from '../fields.ts'

const httpFix =
  'Give an address that starts with http:// or https://, without a user, such as https://contoso.com.'

/** Kept without a slash at the end, without `?` and `#`. */
const webAddress = v.pipe(
  v.string(httpFix),
  v.check((text) => {
    const url = readWebUrl(text)
    return url !== null && !url.search && !url.hash
  }, httpFix),
  v.transform((text) => readWebUrl(text)?.href.replace(/\/+$/, '') ?? text),
)

const edgeFix = 'Give an address such as https://invite.contoso.com, without ? and #.'

/** Settings as far as they are given: those that are not keep what they were. */
const settingsPatch: v.GenericSchema<Partial<WebsiteSettings>> = v.strictObject(
  Object.fromEntries(
    Object.entries(websiteSettingsSchema.entries).map(([name, entry]) => [
      name,
      v.optional(entry.wrapped as v.GenericSchema),
    ]),
  ),
)

/** The attributes of a website. */
export const websiteFields = {
  name: neededLine(100, 'Give the website a name.'),
  baseUrl: webAddress,
  edgeUrl: orNull(
    v.pipe(
      v.string(),
      v.check((text) => {
        const url = readWebUrl(text)
        return !text.trim() || (url !== null && !url.search && !url.hash)
      }, edgeFix),
      v.transform((text) => readWebUrl(text)?.href.replace(/\/+$/, '') ?? ''),
    ),
  ),
  allowedReturnUrls: v.pipe(v.array(webAddress), v.maxLength(50)),
  locale: localeField,
  timeZone: timeZoneField,
  accentColor: orNull(
    v.pipe(
      v.string(),
      v.trim(),
      v.toLowerCase(),
      v.regex(/^(#[\da-f]{6})?$/, 'Give a colour, such as #2563eb.'),
    ),
  ),
  logoUrl: orNull(
    v.pipe(
      v.string(),
      v.check((text) => !text.trim() || readWebUrl(text) !== null, httpFix),
      v.transform((text) => readWebUrl(text)?.href ?? ''),
    ),
  ),
  supportEmail: emailAddressOrNull,
  settings: settingsPatch,
}
