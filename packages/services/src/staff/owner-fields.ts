import { readEmailAddress } from '@usher/domain'
import * as v from 'valibot'
import { neededLine } from '../fields.ts'

const emailFix = 'Give one plain address, such as jane@contoso.com.'
const passwordFix = 'Use 12 to 128 characters. A few words in a row are fine.'

/** What an owner is created from. */
export const createOwnerSchema = v.strictObject({
  name: neededLine(100, 'Give your name: invitations are signed with it.'),
  email: v.pipe(
    v.string(emailFix),
    v.check((text) => readEmailAddress(text) !== null, emailFix),
    v.transform((text) => text.trim().toLowerCase()),
  ),
  password: v.pipe(
    v.string(passwordFix),
    v.check((text) => [...text].length >= 12 && [...text].length <= 128, passwordFix),
  ),
})
export type CreateOwnerInput = v.InferInput<typeof createOwnerSchema>
