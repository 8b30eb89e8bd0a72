import { readEmailAddress, staffRoles } from '@usher/domain'
import * as v from 'valibot'
import { idField, neededLine } from '../fields.ts'

const emailFix = 'Give one plain address, such as jane@contoso.com.'
const passwordFix = 'Use 12 to 128 characters. A few words in a row are fine.'

export const staffFields = {
  name: neededLine(100, 'Give a name: invitations are signed with it.'),
  email: v.pipe(
    v.string(emailFix),
    v.check((text) => readEmailAddress(text) !== null, emailFix),
    v.transform((text) => text.trim().toLowerCase()),
  ),
  password: v.pipe(
    v.string(passwordFix),
    v.check((text) => [...text].length >= 12 && [...text].length <= 128, passwordFix),
  ),
  role: v.picklist(staffRoles, 'Choose owner, admin, inviter or viewer.'),
  grantableWebRoleIds: v.pipe(
    v.array(idField),
    v.maxLength(1000),
    v.description(
      'The ceiling of an inviter: the web roles they may grant. Owners and admins may grant all.',
    ),
  ),
}
