import type { Row } from '@libsql/client'
import type { Database } from '../connection/database.ts'

/** One person's wish to redeem one invitation. */
export type ClaimRequest = {
  /** The id of the redemption, should it be granted. */
  redemptionId: string
  codeHashes: readonly string[]
  /** Who is signed in; address and its verification are read at the commit. */
  userId: string
  /** The identity provider of this session; invitations may ask for one. */
  signedInWith: string | null
  /** When given, that session must still live at the commit. */
  sessionToken?: string | null
  /** When it is granted, the session goes on under the token `to`; under `from` it lives for a minute, for retries. */
  rotation?: { from: string; to: string } | null
  /** Nothing may speak against it that a page would ask: the website's invitations are on, its terms agreed to. */
  atOnce?: { agreesToTerms: boolean } | null
  /** A recipient proof that was checked: it speaks for this contact, on this invitation alone. */
  proof: { invitationId: string; contactId: string; email: string } | null
  /** Used only when the redeemer matches no contact; `null`: who matches none is not granted. */
  newContact: { id: string; firstName: string | null; lastName: string | null } | null
  ipAddress: string | null
  userAgent: string | null
}

/** What a request has now: by this claim, or by an earlier one of the same contact (`isRepeat`). */
export type ClaimedRedemption = {
  id: string
  invitationId: string
  contactId: string
  redeemedAt: Date
  isRepeat: boolean
  webRoles: { id: string; name: string }[]
  account: { id: string; name: string } | null
  website: {
    id: string
    name: string
    baseUrl: string
    edgeUrl: string | null
    allowedReturnUrls: string[]
    accentColor: string | null
    logoUrl: string | null
    supportEmail: string | null
  }
}

/**
 * Decides all requests in one write transaction of set-based statements: redemptions, seats, contacts, identities,
 * accounts, grants, activities, workflow runs and jobs, together or not at all. Room, expiry and deactivation are
 * decided here, by the database's own clock.
 *
 * @param clockOffsetMilliseconds what to add to the database's clock; 0 but for tests that move time
 * @returns in the order of the requests; `null` where the claim was not granted
 */
export async function claimRedemptions(
  database: Database,
  requests: readonly ClaimRequest[],
  clockOffsetMilliseconds: number,
): Promise<(ClaimedRedemption | null)[]> {
  const requestsJson = JSON.stringify(requests)
  const atNow = (sql: string) => ({ sql, args: [requestsJson, clockOffsetMilliseconds] })

  const written = await database.write([
    atNow(takeSeats),
    atNow(countSeats),
    atNow(addContacts),
    atNow(bindIdentities),
    atNow(joinAccounts),
    atNow(grantWebRoles),
    atNow(recordActivities),
    atNow(startWorkflows),
    atNow(enqueueWorkflows),
    atNow(readOutcomes),
    ...(requests.some(({ rotation }) => rotation) ? [atNow(copySessions), atNow(endOldSessions)] : []),
  ])
  if (!written.ok) throw new Error('A claim has no guard')
  const claimed: (ClaimedRedemption | null)[] = requests.map(() => null)
  for (const row of written.results[outcomes]?.rows ?? []) claimed[Number(row.ordinal)] = readClaimed(row)
  return claimed
}

/** Which of the statements tells what became of the requests. */
const outcomes = 9

/** The database's clock in milliseconds, moved by the offset. */
const now = `(CAST(unixepoch('subsec') * 1000 AS INTEGER) + CAST(?2 AS INTEGER))`

/** A UUIDv7 (RFC 9562, 5.7) made by SQLite. An expression, not a subquery: that would be evaluated once for all rows. */
const uuidV7 = `lower(printf('%08x-%04x-7%s-%s%s-%s', ${now} >> 16, ${now} & 65535, substr(hex(randomblob(2)), 2),
  substr('89ab', 1 + (random() & 3), 1), substr(hex(randomblob(2)), 2), hex(randomblob(6))))`

const request = `request AS (
  SELECT key AS ordinal,
    value ->> 'redemptionId' AS id,
    value -> 'codeHashes' AS code_hashes,
    value ->> 'userId' AS user_id,
    value ->> 'signedInWith' AS signed_in_with,
    value ->> 'sessionToken' AS session_token,
    value ->> '$.atOnce.agreesToTerms' AS agrees_to_terms,
    value ->> '$.proof.invitationId' AS proof_invitation_id,
    value ->> '$.proof.contactId' AS proof_contact_id,
    value ->> '$.proof.email' AS proof_email,
    value ->> '$.newContact.id' AS new_contact_id,
    value ->> 'ipAddress' AS ip_address,
    value ->> 'userAgent' AS user_agent
  FROM json_each(?1)
  WHERE value ->> 'sessionToken' IS NULL OR EXISTS (SELECT 1 FROM invitee_sessions AS session
    WHERE session.token = value ->> 'sessionToken' AND session.user_id = value ->> 'userId'
      AND session.expires_at > ${now})
)`

const claimedHere = `(SELECT value ->> 'redemptionId' FROM json_each(?1))`

/**
 * The claim itself. Who the redeemer is: the contact of their identity, else of their verified address, else of the
 * recipient proof, else a new one. Requests of one batch that would give one user two contacts, or one contact two
 * users, wait for the next batch: only the first is taken here.
 */
const takeSeats = `
INSERT INTO redemptions
  (id, invitation_id, contact_id, user_id, account_id, previous_account_id, ip_address, user_agent, redeemed_at)
WITH ${request},
known AS (
  SELECT request.*, invitations.id AS invitation_id, invitations.redeemable_by, invitations.email_domains,
    invitations.assign_to_account_id, invitations.maximum_redemptions - invitations.redemption_count AS room,
    invitee_users.email, invitee_users.email_verified,
    coalesce(
      invitee_users.contact_id,
      CASE WHEN invitee_users.email_verified
        THEN (SELECT id FROM contacts WHERE email_normalised = invitee_users.email) END,
      CASE WHEN request.proof_invitation_id = invitations.id
        THEN (SELECT id FROM contacts
          WHERE id = request.proof_contact_id AND email_normalised = request.proof_email) END
    ) AS known_contact_id
  FROM request
  JOIN invitations ON invitations.code_hash IN (SELECT value FROM json_each(request.code_hashes))
  JOIN invitee_users ON invitee_users.id = request.user_id
  WHERE invitations.deactivated_at IS NULL AND (invitations.expires_at IS NULL OR invitations.expires_at > ${now})
    AND (invitations.identity_provider_id IS NULL OR invitations.identity_provider_id = request.signed_in_with)
    AND (request.agrees_to_terms IS NULL OR EXISTS (SELECT 1 FROM websites WHERE websites.id = invitations.website_id
      AND coalesce(websites.settings ->> 'invitationEnabled', 1)
      AND (request.agrees_to_terms OR trim(coalesce(websites.settings ->> 'termsText', '')) = '')))
),
allowed AS (
  SELECT *, coalesce(known_contact_id, new_contact_id) AS contact_id
  FROM known
  WHERE coalesce(known_contact_id, new_contact_id) IS NOT NULL
    AND (
      EXISTS (SELECT 1 FROM invitation_recipients AS recipient
        WHERE recipient.invitation_id = known.invitation_id AND recipient.contact_id = known.known_contact_id)
      OR ((email_verified OR known_contact_id IS NOT NULL) AND redeemable_by = 'anyone')
      OR (email_verified AND redeemable_by = 'domains' AND EXISTS (SELECT 1 FROM json_each(known.email_domains)
        WHERE lower(value) = substr(known.email, instr(known.email, '@') + 1)))
    )
    AND NOT EXISTS (SELECT 1 FROM invitee_users AS other
      WHERE other.contact_id = known.known_contact_id AND other.id <> known.user_id)
    AND NOT EXISTS (SELECT 1 FROM redemptions AS earlier
      WHERE earlier.invitation_id = known.invitation_id AND earlier.contact_id = known.known_contact_id
        AND earlier.undone_at IS NULL)
),
compatible AS (
  SELECT *,
    row_number() OVER (PARTITION BY invitation_id, contact_id ORDER BY ordinal) AS turn,
    first_value(user_id) OVER (PARTITION BY contact_id ORDER BY ordinal) AS user_of_contact,
    first_value(contact_id) OVER (PARTITION BY user_id ORDER BY ordinal) AS contact_of_user
  FROM allowed
),
seated AS (
  SELECT *, row_number() OVER (PARTITION BY invitation_id ORDER BY ordinal) AS seat
  FROM compatible
  WHERE turn = 1 AND user_of_contact = user_id AND contact_of_user = contact_id
)
SELECT seated.id, seated.invitation_id, seated.contact_id, seated.user_id, seated.assign_to_account_id,
  contacts.account_id, seated.ip_address, seated.user_agent, ${now}
FROM seated
LEFT JOIN contacts ON contacts.id = seated.contact_id
WHERE seated.room IS NULL OR seated.seat <= seated.room
RETURNING id`

const countSeats = `
UPDATE invitations
SET redemption_count = redemption_count + taken.seats, updated_at = ${now}
FROM (SELECT invitation_id, count(*) AS seats FROM redemptions WHERE id IN ${claimedHere} GROUP BY invitation_id) AS taken
WHERE invitations.id = taken.invitation_id`

const addContacts = `
INSERT INTO contacts (id, first_name, last_name, email, email_normalised, created_at, updated_at)
SELECT redemptions.contact_id, value ->> '$.newContact.firstName', value ->> '$.newContact.lastName',
  invitee_users.email, invitee_users.email, ${now}, ${now}
FROM json_each(?1)
JOIN redemptions ON redemptions.id = value ->> 'redemptionId' AND redemptions.contact_id = value ->> '$.newContact.id'
JOIN invitee_users ON invitee_users.id = redemptions.user_id`

const bindIdentities = `
UPDATE invitee_users SET contact_id = redemptions.contact_id, updated_at = ${now}
FROM redemptions
WHERE redemptions.id IN ${claimedHere} AND invitee_users.id = redemptions.user_id AND invitee_users.contact_id IS NULL`

const joinAccounts = `
UPDATE contacts SET account_id = redemptions.account_id, updated_at = ${now}
FROM redemptions
WHERE redemptions.id IN ${claimedHere} AND contacts.id = redemptions.contact_id AND redemptions.account_id IS NOT NULL`

/**
 * Only what has not ended before it began, and what the staff user who put the role on the invitation may still grant:
 * the SQL of the domain's `mayGrant`.
 */
const grantWebRoles = `
INSERT INTO grants (id, contact_id, web_role_id, redemption_id, granted_by_id, granted_at, ends_at)
SELECT ${uuidV7}, redemptions.contact_id, offered.web_role_id, redemptions.id, offered.added_by_id, ${now},
  coalesce(offered.grant_ends_at, ${now} + offered.grant_lasts_days * 86400000)
FROM redemptions
JOIN invitation_web_roles AS offered ON offered.invitation_id = redemptions.invitation_id
JOIN staff_users ON staff_users.id = offered.added_by_id AND staff_users.deactivated_at IS NULL
WHERE redemptions.id IN ${claimedHere} AND (offered.grant_ends_at IS NULL OR offered.grant_ends_at > ${now})
  AND (staff_users.role IN ('owner', 'admin')
    OR (staff_users.role = 'inviter' AND EXISTS (SELECT 1 FROM staff_grantable_web_roles AS ceiling
      WHERE ceiling.staff_user_id = staff_users.id AND ceiling.web_role_id = offered.web_role_id)))`

const recordActivities = `
INSERT INTO activities (id, type, contact_id, invitation_id, subject, data, occurred_at)
SELECT ${uuidV7}, 'invite_redemption', redemptions.contact_id, redemptions.invitation_id,
  'Redeemed "' || invitations.name || '"',
  json_object('redemptionId', redemptions.id, 'ipAddress', redemptions.ip_address), ${now}
FROM redemptions
JOIN invitations ON invitations.id = redemptions.invitation_id
WHERE redemptions.id IN ${claimedHere}`

const startWorkflows = `
INSERT INTO workflow_runs
  (id, workflow_id, workflow_version_id, contact_id, invitation_id, redemption_id, status, created_at)
SELECT ${uuidV7}, workflows.id, workflows.active_version_id, redemptions.contact_id, redemptions.invitation_id,
  redemptions.id, 'queued', ${now}
FROM redemptions
JOIN invitations ON invitations.id = redemptions.invitation_id
JOIN workflows ON workflows.id = invitations.redemption_workflow_id
WHERE redemptions.id IN ${claimedHere} AND workflows.status = 'activated' AND workflows.active_version_id IS NOT NULL`

const enqueueWorkflows = `
INSERT INTO jobs (id, kind, key, payload, priority, run_at, created_at)
SELECT ${uuidV7}, 'run_workflow', 'workflow-run:' || id, json_object('workflowRunId', id), 10, ${now}, ${now}
FROM workflow_runs
WHERE redemption_id IN ${claimedHere}`

const rotated = `json_each(?1) AS request
JOIN redemptions ON redemptions.id = request.value ->> 'redemptionId'
JOIN invitee_sessions AS old ON old.token = request.value ->> '$.rotation.from' AND old.user_id = redemptions.user_id`

/** As long as the old one: who holds a session that is about to end gets none that lasts. */
const copySessions = `
INSERT INTO invitee_sessions
  (id, token, user_id, expires_at, ip_address, user_agent, signed_in_with, created_at, updated_at)
SELECT ${uuidV7}, request.value ->> '$.rotation.to', old.user_id, old.expires_at, old.ip_address, old.user_agent,
  old.signed_in_with, old.created_at, ${now}
FROM ${rotated}`

const endOldSessions = `
UPDATE invitee_sessions SET expires_at = min(expires_at, ${now} + 60000)
WHERE id IN (SELECT old.id FROM ${rotated})`

const readOutcomes = `
WITH ${request}
SELECT request.ordinal, redemptions.id, redemptions.invitation_id, redemptions.contact_id, redemptions.redeemed_at,
  redemptions.id <> request.id AS is_repeat,
  (SELECT json_group_array(json_object('id', web_roles.id, 'name', web_roles.name))
    FROM grants JOIN web_roles ON web_roles.id = grants.web_role_id
    WHERE grants.redemption_id = redemptions.id AND grants.revoked_at IS NULL
      AND (grants.ends_at IS NULL OR grants.ends_at > ${now})) AS web_roles,
  (SELECT json_object('id', accounts.id, 'name', accounts.name)
    FROM accounts WHERE accounts.id = redemptions.account_id) AS account,
  json_object('id', websites.id, 'name', websites.name, 'baseUrl', websites.base_url, 'edgeUrl', websites.edge_url,
    'allowedReturnUrls', json(websites.allowed_return_urls), 'accentColor', websites.accent_color,
    'logoUrl', websites.logo_url, 'supportEmail', websites.support_email) AS website
FROM request
JOIN invitations ON invitations.code_hash IN (SELECT value FROM json_each(request.code_hashes))
JOIN websites ON websites.id = invitations.website_id
JOIN invitee_users ON invitee_users.id = request.user_id
JOIN redemptions ON redemptions.invitation_id = invitations.id AND redemptions.contact_id = invitee_users.contact_id
  AND redemptions.undone_at IS NULL`

function readClaimed(row: Row): ClaimedRedemption {
  return {
    id: String(row.id),
    invitationId: String(row.invitation_id),
    contactId: String(row.contact_id),
    redeemedAt: new Date(Number(row.redeemed_at)),
    isRepeat: row.is_repeat === 1,
    webRoles: JSON.parse(String(row.web_roles)),
    account: row.account === null ? null : JSON.parse(String(row.account)),
    website: JSON.parse(String(row.website)),
  }
}
