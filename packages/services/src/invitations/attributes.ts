import { maximumMessageLength, readExpiry, redeemablePolicies } from '@usher/domain'
import * as v from 'valibot'
import { idField, neededLine, textOrNull } from '../fields.ts'
import { unreadableExpiry } from './read-expiry.ts'

/** Empty, as a form sends it, is none. */
const reference = v.pipe(
  v.nullable(idField),
  v.transform((id) => id || null),
)
const isUnique = <T>(value: T, index: number, all: T[]) => all.indexOf(value) === index
const ids = (maximum: number) => v.pipe(v.array(idField), v.filterItems(isUnique), v.maxLength(maximum))

/** How many contacts one invitation may invite. */
const maximumInvitedContacts = 5000

/** What may be said of an invitation, each as its door takes it. */
export const invitationAttributes = {
  name: neededLine(200, 'Give the invitation a name.'),
  websiteId: reference,
  invitedContactIds: ids(maximumInvitedContacts),
  ownerId: reference,
  inviterContactId: reference,
  /** `2027-03-31` (to the end of that day), `2027-03-31T17:00` (both in the website's time zone), or an instant. */
  expiresAt: v.nullable(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((text) => readExpiry(text, 'UTC') !== null, unreadableExpiry),
    ),
  ),
  assignToAccountId: reference,
  redemptionWorkflowId: reference,
  webRoleIds: ids(100),
  /** null: no limit. */
  maximumRedemptions: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))),
  redeemableBy: v.picklist(redeemablePolicies),
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
  ),
  /** Words of the admin's own, shown to the invitee. Empty is none. */
  message: textOrNull(maximumMessageLength),
}
