import * as v from 'valibot'
import { emailAddressOrNull, lineOrNull, neededLine, orNull, readWebUrl } from '../fields.ts'

/** The attributes of an account. Several accounts may have one name. */
export const accountFields = {
  name: neededLine(200, 'Give the account a name.'),
  number: lineOrNull(100),
  email: emailAddressOrNull,
  websiteUrl: orNull(
    v.pipe(
      v.string(),
      v.check(
        (text) => !text.trim() || readWebUrl(text) !== null,
        'Give an address of the web, such as https://contoso.com.',
      ),
      v.transform((text) => readWebUrl(text)?.href ?? ''),
    ),
  ),
}
