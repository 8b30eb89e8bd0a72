import { maximumMessageLength, readExpiry, redeemablePolicies } from '@usher/domain'
import * as v from 'valibot'
import { idField, neededLine, textOrNull } from '../fields.ts'
import { unreadableExpiry } from './read-expiry.ts'

/** Empty, as a form sends it, is none. */
const reference = (description: string) =>
  v.pipe(
    v.nullable(idField),
    v.transform((id) => id || null),
    v.description(description),
  )
const isUnique = <T>(value: T, index: number, all: T[]) => all.indexOf(value) === index
const ids = (maximum: number) => v.pipe(v.array(idField), v.filterItems(isUnique), v.maxLength(maximum))

/** How many contacts one invitation may invite. */
const maximumInvitedContacts = 5000

/** What may be said of an invitation, each as its door takes it. */
export const invitationAttributes = {
  name: neededLine(200, 'Give the invitation a name.'),
  websiteId: reference('May be left out while there is one website.'),
  invitedContactIds: v.pipe(ids(maximumInvitedContacts), v.description('Exactly one for a Single.')),
  ownerId: reference('The staff user who owns and sends it; whoever creates it unless told.'),
  inviterContactId: reference('The contact in whose name it speaks.'),
  expiresAt: v.pipe(
    v.nullable(
      v.pipe(
        v.string(),
        v.trim(),
        v.check((text) => readExpiry(text, 'UTC') !== null, unreadableExpiry),
      ),
    ),
    v.description(
      '`2027-03-31`, to the end of that day, or `2027-03-31T17:00`, both in the time zone of the website; or an instant.',
    ),
  ),
  assignToAccountId: reference('The account that whoever redeems it joins.'),
  redemptionWorkflowId: reference('An activated workflow that starts on redemption.'),
  identityProviderId: reference(
    'The identity provider of the website that whoever redeems it must have signed in with; any way in unless told.',
  ),
  webRoleIds: v.pipe(ids(100), v.description('Web roles of the website that it gives.')),
  grantEndsAt: v.pipe(
    v.nullable(v.string()),
    v.transform((text) => text?.trim() || null),
    v.description('When the web roles it gives end, written as `expiresAt` is; null: they do not.'),
  ),
  grantLastsDays: v.pipe(
    v.nullable(
      v.pipe(
        v.number('Give a whole number of days.'),
        v.integer('Give a whole number of days.'),
        v.minValue(1),
        v.maxValue(3650),
      ),
    ),
    v.description('Or: how many days after the redemption they end. Not together with `grantEndsAt`.'),
  ),
  maximumRedemptions: v.pipe(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))),
    v.description('For a Group; null is no limit. A Single is redeemed once.'),
  ),
  redeemableBy: v.pipe(
    v.picklist(redeemablePolicies),
    v.description(
      'Invited contacts alone (`invited`, as Singles unless told), anyone with the code (`anyone`, as Groups unless told), or proven addresses of `emailDomains` (`domains`).',
    ),
  ),
  emailDomains: v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.trim(),
        v.toLowerCase(),
        v.maxLength(253),
        v.regex(
          /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u,
          'Give a domain such as contoso.com, without @.',
        ),
      ),
    ),
    v.filterItems(isUnique),
    v.maxLength(100),
    v.description('Such as contoso.com, which does not admit eu.contoso.com.'),
  ),
  message: v.pipe(
    textOrNull(maximumMessageLength),
    v.description('Words of your own, shown to the invitee.'),
  ),
}
