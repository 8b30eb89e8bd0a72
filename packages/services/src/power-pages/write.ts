import {
  codeIsFree,
  insertAccounts,
  insertContacts,
  insertDatedActivities,
  insertGrants,
  insertInvitations,
  insertRecipients,
  insertRedemptions,
  insertWebRoles,
  insertWebRolesOfInvitations,
  noAccountIsNamed,
} from '@usher/database'
import { ok, refuse, type Result } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'
import type { NewGrant } from './plan-grants.ts'
import type { NewInvitation } from './plan-invitations.ts'
import type { NewAccount, NewContact, NewWebRole } from './plan-people.ts'

type Place = { deps: Deps; actor: Actor; website: { id: string }; ownerId: string }
type Statements = Parameters<Deps['database']['write']>[0]
type Plan = {
  accounts: NewAccount[]
  contacts: NewContact[]
  webRoles: NewWebRole[]
  invitations: NewInvitation[]
  grants: NewGrant[]
}

const chunkSize = 200

/** Writes what is new, in batches with an audit row each; a batch that was cut off is made up for by the next import. */
export async function writeImport(place: Place, plan: Plan): Promise<Result<null, 'conflict'>> {
  const { deps, actor, website } = place
  const { database } = deps
  const importId = deps.newId()
  const now = deps.now()
  const stamps = { createdAt: now, updatedAt: now }
  const byRedemption = Map.groupBy(
    plan.grants.filter(({ redemptionId }) => redemptionId !== null),
    ({ redemptionId }) => redemptionId,
  )
  const byHand = plan.grants.filter(({ redemptionId }) => redemptionId === null)

  const batches: { made: Record<string, string[]>; statements: Statements }[] = [
    ...chunksOf(plan.accounts).map((accounts) => ({
      made: { accounts: idsOf(accounts) },
      statements: [noAccountIsNamed(accounts.map(({ name }) => name)), insertAccounts(accounts, now)],
    })),
    ...chunksOf(plan.webRoles).map((webRoles) => ({
      made: { webRoles: idsOf(webRoles) },
      statements: [
        insertWebRoles(
          database,
          webRoles.map((row) => ({ ...row, websiteId: website.id, ...stamps })),
        ),
      ],
    })),
    ...chunksOf(plan.contacts).map((contacts) => ({
      made: { contacts: idsOf(contacts) },
      statements: [
        insertContacts(
          database,
          contacts.map((row) => ({ ...row, ...stamps })),
        ),
        insertDatedActivities(
          database,
          contacts.map(({ id }) => ({
            ...activity(deps, 'contact_imported', 'Came over from Power Pages', now),
            contactId: id,
          })),
        ),
      ],
    })),
    ...chunksOf(plan.invitations).map((invitations) => ({
      made: { invitations: idsOf(invitations) },
      statements: invitationStatements(place, invitations, byRedemption),
    })),
    ...chunksOf(byHand).map((grants) => ({
      made: { grants: idsOf(grants) },
      statements: [grantsStatement(place, grants)],
    })),
  ]
  for (const { made, statements } of batches) {
    const written = await database.write([
      ...statements,
      auditStatement(deps, actor, {
        action: 'power_pages.imported',
        entityType: 'import',
        entityId: importId,
        after: made,
      }),
    ])
    if (!written.ok) {
      return refuse('conflict', {
        detail: 'Somebody else wrote the same meanwhile. Import again: what is here already stays as it is.',
      })
    }
  }
  return ok(null)
}

function invitationStatements(
  place: Place,
  invitations: readonly NewInvitation[],
  grants: ReadonlyMap<string | null, NewGrant[]>,
): Statements {
  const { deps, website, ownerId } = place
  const { database } = deps
  const now = deps.now()
  const redemptions = invitations.flatMap(({ id, source, redemptions }) =>
    redemptions.map((redemption) => ({ ...redemption, invitationId: id, name: source.name })),
  )
  const granted = redemptions.flatMap(({ id }) => grants.get(id) ?? [])
  return [
    codeIsFree(invitations.flatMap(({ code }) => code.hashes)),
    insertInvitations(
      database,
      invitations.map(({ id, source, code, ...terms }) => ({
        id,
        name: source.name,
        type: terms.type,
        websiteId: website.id,
        ownerId,
        ...code.columns,
        inviterContactId: terms.inviterContactId,
        expiresAt: source.expiresAt,
        assignToAccountId: terms.assignToAccountId,
        redemptionWorkflowId: terms.redemptionWorkflowId,
        maximumRedemptions: terms.maximumRedemptions,
        redemptionCount: terms.redemptions.length,
        redeemableBy: terms.redeemableBy,
        emailDomains: [],
        sentAt: source.status === 'new' ? null : (source.changedAt ?? source.createdAt ?? now),
        deactivatedAt: terms.isInactive ? (source.changedAt ?? now) : null,
        createdAt: source.createdAt ?? now,
        updatedAt: now,
      })),
    ),
    insertRecipients(
      invitations.flatMap(({ id, invitedContactIds }) =>
        invitedContactIds.map((contactId) => ({ invitationId: id, contactId })),
      ),
      now,
    ),
    insertWebRolesOfInvitations(
      invitations.flatMap(({ id, webRoleIds }) =>
        webRoleIds.map((webRoleId) => ({ invitationId: id, webRoleId })),
      ),
      ownerId,
    ),
    insertDatedActivities(
      database,
      invitations.map(({ id, source }) => ({
        ...activity(
          deps,
          'invitation_created',
          `Came over from Power Pages: ${source.name}`,
          source.createdAt ?? now,
        ),
        invitationId: id,
      })),
    ),
    ...(redemptions.length > 0
      ? [
          insertRedemptions(
            database,
            redemptions.map(({ name: _, ...row }) => row),
          ),
          insertDatedActivities(
            database,
            redemptions.map(({ id, name, contactId, invitationId, redeemedAt, ipAddress }) => ({
              ...activity(deps, 'invite_redemption', `Redeemed "${name}"`, redeemedAt),
              contactId,
              invitationId,
              data: { redemptionId: id, ipAddress },
            })),
          ),
        ]
      : []),
    ...(granted.length > 0 ? [grantsStatement(place, granted)] : []),
  ]
}

const grantsStatement = ({ deps, ownerId }: Place, grants: readonly NewGrant[]) =>
  insertGrants(
    deps.database,
    grants.map((grant) => ({ ...grant, grantedById: ownerId, grantedAt: grant.grantedAt ?? deps.now() })),
  )

const activity = (
  deps: Deps,
  type: 'contact_imported' | 'invitation_created' | 'invite_redemption',
  subject: string,
  occurredAt: Date,
) => ({ id: deps.newId(), type, subject, data: {}, occurredAt })

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function chunksOf<T>(rows: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let start = 0; start < rows.length; start += chunkSize)
    chunks.push(rows.slice(start, start + chunkSize))
  return chunks
}
