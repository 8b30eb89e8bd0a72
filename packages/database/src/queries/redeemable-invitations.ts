import type { Row } from '@libsql/client'
import type { IdentityProviderPreset, InvitationType, RedeemablePolicy, WebsiteSettings } from '@usher/domain'
import type { Database } from '../connection/database.ts'

/** An invitation as its redeemer meets it: everything that a page or an explanation needs, from one read. */
export type RedeemableInvitation = {
  id: string
  type: InvitationType
  message: string | null
  sentAt: Date | null
  deactivatedAt: Date | null
  expiresAt: Date | null
  redemptionCount: number
  maximumRedemptions: number | null
  redeemableBy: RedeemablePolicy
  emailDomains: string[]
  /** The one way in that it asks for; null: any. */
  identityProviderId: string | null
  inviter: { firstName: string | null; lastName: string | null; email: string | null } | null
  /** The staff user who sends it. */
  ownerName: string
  account: { id: string; name: string } | null
  webRoles: { id: string; name: string; description: string | null; endsAt: Date | null }[]
  website: {
    id: string
    name: string
    baseUrl: string
    edgeUrl: string | null
    allowedReturnUrls: string[]
    locale: string
    timeZone: string
    accentColor: string | null
    logoUrl: string | null
    supportEmail: string | null
    settings: Partial<WebsiteSettings>
    /** Those that people may use now. */
    identityProviders: { id: string; name: string; preset: IdentityProviderPreset }[]
  }
  /** The contact of a Single invitation, or of the recipient proof: who it is meant for. */
  recipient: Person | null
  /** What the asking user is to this invitation; `null` when nobody is signed in. */
  asker: {
    email: string
    emailVerified: boolean
    /** The contact this identity belongs to, or whose verified address it has. */
    contactId: string | null
    /** That contact already has another sign-in. */
    isContactTaken: boolean
    isInvited: boolean
    hasRedeemed: boolean
  } | null
}

type Person = {
  id: string
  firstName: string | null
  lastName: string | null
  email: string | null
  locale: string | null
  timeZone: string | null
  isRecipient: boolean
  /** Somebody else already signs in as this contact. */
  isTaken: boolean
  /** Somebody signs in with this address. */
  hasAccount: boolean
}

/**
 * One read by the code's hash.
 * @param proofContactId the contact that a recipient proof names; the proof itself is checked by the caller afterwards
 */
export async function findRedeemableInvitation(
  database: Database,
  {
    codeHashes,
    proofContactId,
    userId,
  }: { codeHashes: readonly string[]; proofContactId: string | null; userId: string | null },
): Promise<RedeemableInvitation | null> {
  const { rows } = await database.client.execute({
    sql: findByCode,
    args: [JSON.stringify(codeHashes), proofContactId, userId],
  })
  return rows[0] ? readInvitation(rows[0]) : null
}

/** The hash of an invitation's code, by which it is read as its redeemer would; `null` when there is none. */
export async function findCodeHash(database: Database, invitationId: string): Promise<string | null> {
  const { rows } = await database.client.execute({
    sql: 'SELECT code_hash FROM invitations WHERE id = ?',
    args: [invitationId],
  })
  return rows[0] ? String(rows[0].code_hash) : null
}

const person = (alias: string) => `json_object('id', ${alias}.id, 'firstName', ${alias}.first_name,
  'lastName', ${alias}.last_name, 'email', ${alias}.email, 'locale', ${alias}.locale, 'timeZone', ${alias}.time_zone,
  'isRecipient', EXISTS (SELECT 1 FROM invitation_recipients AS meant
    WHERE meant.invitation_id = invitations.id AND meant.contact_id = ${alias}.id),
  'isTaken', EXISTS (SELECT 1 FROM invitee_users AS other
    WHERE other.contact_id = ${alias}.id AND other.id IS NOT ?3),
  'hasAccount', EXISTS (SELECT 1 FROM invitee_users AS own WHERE own.email = ${alias}.email_normalised))`

const findByCode = `
SELECT invitations.id, invitations.type, invitations.message, invitations.sent_at, invitations.deactivated_at,
  invitations.expires_at, invitations.redemption_count, invitations.maximum_redemptions, invitations.redeemable_by,
  invitations.email_domains, invitations.identity_provider_id, staff_users.name AS owner_name,
  CASE WHEN inviter.id IS NOT NULL THEN ${person('inviter')} END AS inviter,
  (SELECT json_object('id', accounts.id, 'name', accounts.name) FROM accounts
    WHERE accounts.id = invitations.assign_to_account_id) AS account,
  (SELECT json_group_array(json_object('id', web_roles.id, 'name', web_roles.name,
      'description', web_roles.description,
      -- As it would be, redeemed now.
      'endsAt', coalesce(offered.grant_ends_at,
        CAST(unixepoch('subsec') * 1000 AS INTEGER) + offered.grant_lasts_days * 86400000)))
    FROM invitation_web_roles AS offered JOIN web_roles ON web_roles.id = offered.web_role_id
    WHERE offered.invitation_id = invitations.id) AS web_roles,
  json_object('id', websites.id, 'name', websites.name, 'baseUrl', websites.base_url, 'edgeUrl', websites.edge_url,
    'allowedReturnUrls', json(websites.allowed_return_urls), 'locale', websites.locale, 'timeZone', websites.time_zone,
    'accentColor', websites.accent_color, 'logoUrl', websites.logo_url, 'supportEmail', websites.support_email,
    'settings', json(websites.settings), 'identityProviders',
    (SELECT json_group_array(json_object('id', provider.id, 'name', provider.name, 'preset', provider.preset))
      FROM (SELECT id, name, preset FROM identity_providers
        WHERE website_id = websites.id AND disabled_at IS NULL ORDER BY created_at, id) AS provider)) AS website,
  coalesce(
    (SELECT ${person('contacts')} FROM contacts WHERE contacts.id = ?2),
    CASE WHEN invitations.type = 'single' THEN
      (SELECT ${person('contacts')} FROM invitation_recipients
        JOIN contacts ON contacts.id = invitation_recipients.contact_id
        WHERE invitation_recipients.invitation_id = invitations.id) END
  ) AS recipient,
  (WITH asker AS (
    SELECT id, email, email_verified, coalesce(contact_id, CASE WHEN email_verified THEN
        (SELECT contacts.id FROM contacts WHERE contacts.email_normalised = invitee_users.email) END) AS contact_id
    FROM invitee_users WHERE id = ?3)
    SELECT json_object('email', asker.email, 'emailVerified', asker.email_verified, 'contactId', asker.contact_id,
      'isContactTaken', EXISTS (SELECT 1 FROM invitee_users AS other
        WHERE other.contact_id = asker.contact_id AND other.id <> asker.id),
      'isInvited', EXISTS (SELECT 1 FROM invitation_recipients AS meant
        WHERE meant.invitation_id = invitations.id AND meant.contact_id = asker.contact_id),
      'hasRedeemed', EXISTS (SELECT 1 FROM redemptions
        WHERE redemptions.invitation_id = invitations.id AND redemptions.contact_id = asker.contact_id
          AND redemptions.undone_at IS NULL))
    FROM asker) AS asker
FROM invitations
JOIN websites ON websites.id = invitations.website_id
JOIN staff_users ON staff_users.id = invitations.owner_id
LEFT JOIN contacts AS inviter ON inviter.id = invitations.inviter_contact_id
WHERE invitations.code_hash IN (SELECT value FROM json_each(?1))`

function readInvitation(row: Row): RedeemableInvitation {
  const recipient = readJson<
    Omit<Person, 'isRecipient' | 'isTaken' | 'hasAccount'> &
      Record<'isRecipient' | 'isTaken' | 'hasAccount', 0 | 1>
  >(row.recipient)
  const asker = readJson<
    Record<'emailVerified' | 'isContactTaken' | 'isInvited' | 'hasRedeemed', 0 | 1> & {
      email: string
      contactId: string | null
    }
  >(row.asker)
  return {
    id: String(row.id),
    type: row.type as InvitationType,
    message: row.message as string | null,
    sentAt: readInstant(row.sent_at),
    deactivatedAt: readInstant(row.deactivated_at),
    expiresAt: readInstant(row.expires_at),
    redemptionCount: Number(row.redemption_count),
    maximumRedemptions: row.maximum_redemptions === null ? null : Number(row.maximum_redemptions),
    redeemableBy: row.redeemable_by as RedeemablePolicy,
    emailDomains: JSON.parse(String(row.email_domains)),
    identityProviderId: row.identity_provider_id as string | null,
    inviter: readJson(row.inviter),
    ownerName: String(row.owner_name),
    account: readJson(row.account),
    webRoles: (
      readJson<{ id: string; name: string; description: string | null; endsAt: number | null }[]>(
        row.web_roles,
      ) ?? []
    ).map((webRole) => ({ ...webRole, endsAt: readInstant(webRole.endsAt) })),
    website: JSON.parse(String(row.website)),
    recipient: recipient && {
      ...recipient,
      isRecipient: recipient.isRecipient === 1,
      isTaken: recipient.isTaken === 1,
      hasAccount: recipient.hasAccount === 1,
    },
    asker: asker && {
      email: asker.email,
      emailVerified: asker.emailVerified === 1,
      contactId: asker.contactId,
      isContactTaken: asker.isContactTaken === 1,
      isInvited: asker.isInvited === 1,
      hasRedeemed: asker.hasRedeemed === 1,
    },
  }
}

const readInstant = (value: unknown): Date | null =>
  value === null || value === undefined ? null : new Date(Number(value))

const readJson = <T>(value: unknown): T | null => (value === null ? null : (JSON.parse(String(value)) as T))
