import {
  contactEmailIsFree,
  findDefaultWebsite,
  insertActivities,
  insertInvitations,
  insertInvitationWebRoles,
  insertRecipients,
  insertSampleRecords,
  noSampleDataExists,
  ownerIsActive,
  schema,
  websiteNameIsFree,
} from '@usher/database'
import { fullName, type ManagementRefusal, ok, refuse, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { createdActivities } from '../invitations/created-activities.ts'
import { findResponsible } from '../invitations/responsible.ts'
import { auditStatement } from '../records.ts'
import { sampleEntities, sampleRows } from './rows.ts'
import { sampleWebsite } from './story.ts'

export type SampleData = { accounts: number; contacts: number; webRoles: number; invitations: number }

/**
 * Adds the sample data, with a website of its own and both invitations unsent. All or nothing, and once: `conflict` when it
 * is there already, or when one of its names or addresses is taken.
 */
export async function addSampleData({
  deps,
  actor,
}: {
  deps: Deps
  actor: Actor
}): Promise<Result<SampleData, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const responsible = await findResponsible(deps, actor)
  if (!responsible.ok) return responsible
  const website = await findDefaultWebsite(deps.database)
  const rows = await sampleRows(deps, {
    ownerId: responsible.value,
    timeZone: website?.timeZone ?? 'UTC',
  })
  const { query } = deps.database
  const written = await deps.database.write([
    noSampleDataExists(),
    ownerIsActive(responsible.value),
    websiteNameIsFree(rows.website.name),
    ...rows.contacts.map((contact) => contactEmailIsFree(contact.emailNormalised)),
    query.insert(schema.accounts).values(rows.accounts),
    query.insert(schema.websites).values(rows.website),
    query.insert(schema.oidcClients).values(rows.oidcClient),
    query.insert(schema.webRoles).values(rows.webRoles),
    query.insert(schema.contacts).values(rows.contacts),
    insertActivities(
      rows.contacts.map((contact) => ({
        id: deps.newId(),
        type: 'contact_created',
        subject: `${fullName(contact)} was added with the sample data by ${actor.name}`,
        contactId: contact.id,
        invitationId: null,
      })),
      deps.now(),
    ),
    insertInvitations(
      deps.database,
      rows.invitations.map((invitation) => invitation.row),
    ),
    ...rows.invitations.flatMap(({ row, invitedContactIds, webRoleIds }) => [
      insertRecipients(
        invitedContactIds.map((contactId) => ({ invitationId: row.id, contactId })),
        deps.now(),
      ),
      insertInvitationWebRoles([row.id], webRoleIds, responsible.value),
    ]),
    createdActivities(
      deps,
      rows.invitations.map(({ row, invitedContactIds }) => ({ ...row, invitedContactIds })),
    ),
    insertSampleRecords(sampleEntities(rows), deps.now()),
    auditStatement(deps, actor, {
      action: 'sample_data.added',
      entityType: 'sample_data',
      entityId: rows.website.id,
      after: { entities: sampleEntities(rows) },
    }),
  ])
  if (!written.ok) return refuseGuard(written.guard)
  return ok({
    accounts: rows.accounts.length,
    contacts: rows.contacts.length,
    webRoles: rows.webRoles.length,
    invitations: rows.invitations.length,
  })
}

function refuseGuard(guard: 'sample_data' | 'owner' | 'name_taken' | 'email_taken') {
  switch (guard) {
    case 'sample_data':
      return refuse('conflict', { detail: 'The sample data is here already. Remove it first.' })
    case 'name_taken':
      return refuse('conflict', {
        detail: `There is a website named ${sampleWebsite.name} already. Rename it first.`,
      })
    case 'email_taken':
      return refuse('conflict', {
        detail: 'A contact has one of the sample addresses already. Delete it first.',
      })
    case 'owner':
      return refuse('conflict', { detail: 'Its owner was deactivated just now. Try again.' })
  }
}
