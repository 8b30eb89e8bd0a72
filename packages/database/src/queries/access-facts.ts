import type { EmailStatus, InvitationType, RedeemablePolicy, WebsiteSettings } from '@usher/domain'
import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'

/** Somebody of whom it is asked why they cannot get in. */
export type PersonFacts = {
  id: string
  firstName: string | null
  lastName: string | null
  email: string | null
  /** What they sign in as, once an identity is theirs. */
  signIn: { email: string; emailVerified: boolean } | null
  /** Somebody who signs in under their address, and belongs to no contact or to another one. */
  namesake: { emailVerified: boolean; contactId: string | null } | null
}

/** An invitation, and what it is to one contact. */
export type InvitationFacts = {
  id: string
  name: string
  type: InvitationType
  sentAt: Date | null
  deactivatedAt: Date | null
  expiresAt: Date | null
  redemptionCount: number
  maximumRedemptions: number | null
  redeemableBy: RedeemablePolicy
  emailDomains: string[]
  account: { id: string; name: string } | null
  website: {
    id: string
    name: string
    baseUrl: string
    edgeUrl: string | null
    settings: Partial<WebsiteSettings>
  }
  webRoles: {
    id: string
    name: string
    grantEndsAt: Date | null
    grantLastsDays: number | null
    addedBy: string
    /** Whoever put it on the invitation may still grant it. */
    isGrantable: boolean
    /** The contact has it, from wherever. */
    isHeld: boolean
  }[]
  isInvited: boolean
  invitedCount: number
  declinedAt: Date | null
  /** The contact's redemption that stands. */
  redemption: { id: string; redeemedAt: Date } | null
  /** Whoever took the seat of a Single. */
  takenBy: { redemptionId: string; contactId: string; name: string } | null
  lastEmail: {
    id: string
    status: EmailStatus
    error: string | null
    toAddress: string | null
    createdAt: Date
    sendStatus: string | null
    sendId: string | null
  } | null
  hasOpenRequest: boolean
}

const nameOf = (alias: string) =>
  `coalesce(nullif(trim(coalesce(${alias}.first_name, '') || ' ' || coalesce(${alias}.last_name, '')), ''), ${alias}.email, 'Unnamed contact')`

const findPerson = `
SELECT json_object('id', contacts.id, 'firstName', contacts.first_name, 'lastName', contacts.last_name,
  'email', contacts.email,
  'signIn', (SELECT json_object('email', email, 'emailVerified', json(iif(email_verified, 'true', 'false')))
    FROM invitee_users WHERE invitee_users.contact_id = contacts.id),
  'namesake', (SELECT json_object('emailVerified', json(iif(email_verified, 'true', 'false')), 'contactId', contact_id)
    FROM invitee_users WHERE invitee_users.email = contacts.email_normalised AND contact_id IS NOT contacts.id)
  ) AS facts
FROM contacts WHERE contacts.id = ?1`

export async function findPersonFacts(database: Database, contactId: string): Promise<PersonFacts | null> {
  const { rows } = await database.client.execute({ sql: findPerson, args: [contactId] })
  return rows[0] ? (JSON.parse(String(rows[0].facts)) as PersonFacts) : null
}

/** Contacts with this address: as their primary one, or as the second or third, under which nobody is invited. */
export const findContactsOfAddress = (
  database: Database,
  address: string,
): Promise<
  { id: string; firstName: string | null; lastName: string | null; email: string | null; isPrimary: 0 | 1 }[]
> =>
  database.query.all(sql`
    select id, first_name as firstName, last_name as lastName, email, email_normalised = ${address} as isPrimary
    from contacts
    where email_normalised = ${address} or lower(email2) = ${address} or lower(email3) = ${address}
    order by email_normalised = ${address} desc, id limit 5`)

/** The sign-in with this address, of whoever it is; `null` when there is none. */
export async function findSignInOfAddress(database: Database, address: string) {
  const [row] = await database.query.all<{ emailVerified: 0 | 1; contactId: string | null }>(sql`
    select email_verified as emailVerified, contact_id as contactId from invitee_users where email = ${address}`)
  return row ? { emailVerified: row.emailVerified === 1, contactId: row.contactId } : null
}

const chooseInvitations = {
  id: 'invitations.id = ?1',
  codeHashes: 'invitations.code_hash IN (SELECT value FROM json_each(?1))',
  contactId: `invitations.id IN (
    SELECT invitation_id FROM invitation_recipients WHERE contact_id = ?1
    UNION SELECT invitation_id FROM redemptions WHERE contact_id = ?1)`,
} as const

const findFacts = (choice: keyof typeof chooseInvitations) => `
SELECT json_object(
  'id', invitations.id, 'name', invitations.name, 'type', invitations.type, 'sentAt', invitations.sent_at,
  'deactivatedAt', invitations.deactivated_at, 'expiresAt', invitations.expires_at,
  'redemptionCount', invitations.redemption_count, 'maximumRedemptions', invitations.maximum_redemptions,
  'redeemableBy', invitations.redeemable_by, 'emailDomains', json(invitations.email_domains),
  'account', (SELECT json_object('id', id, 'name', name) FROM accounts WHERE id = invitations.assign_to_account_id),
  'website', json_object('id', websites.id, 'name', websites.name, 'baseUrl', websites.base_url,
    'edgeUrl', websites.edge_url, 'settings', json(websites.settings)),
  'webRoles', (SELECT json_group_array(json_object('id', web_roles.id, 'name', web_roles.name,
      'grantEndsAt', offered.grant_ends_at, 'grantLastsDays', offered.grant_lasts_days, 'addedBy', adder.name,
      'isGrantable', json(iif(adder.deactivated_at IS NULL AND (adder.role IN ('owner', 'admin')
        OR (adder.role = 'inviter' AND EXISTS (SELECT 1 FROM staff_grantable_web_roles AS ceiling
          WHERE ceiling.staff_user_id = adder.id AND ceiling.web_role_id = web_roles.id))), 'true', 'false')),
      'isHeld', json(iif(EXISTS (SELECT 1 FROM grants WHERE grants.contact_id = ?2
        AND grants.web_role_id = web_roles.id AND grants.revoked_at IS NULL
        AND (grants.ends_at IS NULL OR grants.ends_at > ?3)), 'true', 'false'))) ORDER BY web_roles.name)
    FROM invitation_web_roles AS offered
    JOIN web_roles ON web_roles.id = offered.web_role_id JOIN staff_users AS adder ON adder.id = offered.added_by_id
    WHERE offered.invitation_id = invitations.id),
  'isInvited', json(iif(recipient.contact_id IS NOT NULL, 'true', 'false')),
  'invitedCount', (SELECT count(*) FROM invitation_recipients WHERE invitation_id = invitations.id),
  'declinedAt', recipient.declined_at,
  'redemption', (SELECT json_object('id', id, 'redeemedAt', redeemed_at) FROM redemptions
    WHERE invitation_id = invitations.id AND contact_id = ?2 AND undone_at IS NULL),
  'takenBy', CASE WHEN invitations.type = 'single' THEN (
    SELECT json_object('redemptionId', redemptions.id, 'contactId', taker.id, 'name', ${nameOf('taker')})
    FROM redemptions JOIN contacts AS taker ON taker.id = redemptions.contact_id
    WHERE redemptions.invitation_id = invitations.id AND redemptions.undone_at IS NULL) END,
  'lastEmail', (SELECT json_object('id', emails.id, 'status', emails.status, 'error', emails.error,
      'toAddress', emails.to_address, 'createdAt', emails.created_at, 'sendId', emails.send_id,
      'sendStatus', (SELECT status FROM sends WHERE sends.id = emails.send_id))
    FROM emails WHERE emails.invitation_id = invitations.id AND emails.contact_id = ?2 AND emails.kind = 'invitation'
    ORDER BY emails.created_at DESC, emails.id DESC LIMIT 1),
  'hasOpenRequest', json(iif(EXISTS (SELECT 1 FROM invitation_requests
    WHERE invitation_requests.invitation_id = invitations.id AND invitation_requests.contact_id = ?2
      AND invitation_requests.decided_at IS NULL), 'true', 'false'))
  ) AS facts
FROM invitations
JOIN websites ON websites.id = invitations.website_id
LEFT JOIN invitation_recipients AS recipient
  ON recipient.invitation_id = invitations.id AND recipient.contact_id = ?2
WHERE ${chooseInvitations[choice]}
ORDER BY invitations.status IN ('new', 'sent') DESC, invitations.created_at DESC, invitations.id DESC LIMIT 5`

/** At most five, those that are still open first, then the newest. `contactId`: whom they are looked at for. */
export async function findInvitationFacts(
  database: Database,
  by: { id: string } | { codeHashes: readonly string[] } | { contactId: string },
  forContactId: string | null,
  now: Date,
): Promise<InvitationFacts[]> {
  const [choice, key] =
    'id' in by
      ? (['id', by.id] as const)
      : 'codeHashes' in by
        ? (['codeHashes', JSON.stringify(by.codeHashes)] as const)
        : (['contactId', by.contactId] as const)
  const { rows } = await database.client.execute({
    sql: findFacts(choice),
    args: [key, forContactId, now.getTime()],
  })
  return rows.map((row) => readFacts(JSON.parse(String(row.facts)) as StoredFacts))
}

/** As JSON has it: instants are numbers. */
type Stored<T> = T extends Date
  ? number
  : T extends (infer Item)[]
    ? Stored<Item>[]
    : T extends object
      ? { [Key in keyof T]: Stored<T[Key]> }
      : T
type StoredFacts = Stored<InvitationFacts>

const instant = (value: number | null) => (value === null ? null : new Date(value))

function readFacts(stored: StoredFacts): InvitationFacts {
  const { lastEmail, redemption, webRoles } = stored
  return {
    ...stored,
    website: stored.website as InvitationFacts['website'],
    sentAt: instant(stored.sentAt),
    deactivatedAt: instant(stored.deactivatedAt),
    expiresAt: instant(stored.expiresAt),
    declinedAt: instant(stored.declinedAt),
    webRoles: webRoles.map((role) => ({ ...role, grantEndsAt: instant(role.grantEndsAt) })),
    redemption: redemption && { ...redemption, redeemedAt: new Date(redemption.redeemedAt) },
    lastEmail: lastEmail && { ...lastEmail, createdAt: new Date(lastEmail.createdAt) },
  }
}
