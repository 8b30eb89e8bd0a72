import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import {
  accounts,
  contacts,
  identityProviders,
  staffUsers,
  webRoles,
  websites,
  workflows,
} from '../schema/index.ts'

/** What an invitation names, as far as it exists. */
export async function findInvitationReferences(
  database: Database,
  named: {
    /** null: any, of which up to two are returned. */
    websiteId: string | null
    ownerId: string | null
    contactIds: readonly string[]
    accountId: string | null
    workflowId: string | null
    identityProviderId: string | null
    webRoleIds: readonly string[]
  },
) {
  const { query } = database
  const [sites, owners, unknownContacts, account, workflow, identityProvider, roles] = await Promise.all([
    query
      .select({
        id: websites.id,
        name: websites.name,
        baseUrl: websites.baseUrl,
        edgeUrl: websites.edgeUrl,
        timeZone: websites.timeZone,
      })
      .from(websites)
      .where(named.websiteId === null ? meantWithoutName(named.webRoleIds) : eq(websites.id, named.websiteId))
      .limit(2),
    named.ownerId === null
      ? []
      : query
          .select({ id: staffUsers.id })
          .from(staffUsers)
          .where(and(eq(staffUsers.id, named.ownerId), isNull(staffUsers.deactivatedAt))),
    named.contactIds.length === 0
      ? []
      : query.all<{ value: string }>(
          sql`select value from json_each(${JSON.stringify(named.contactIds)}) where value not in (select ${contacts.id} from ${contacts})`,
        ),
    named.accountId === null
      ? []
      : query.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, named.accountId)),
    named.workflowId === null
      ? []
      : query
          .select({ trigger: workflows.trigger, status: workflows.status })
          .from(workflows)
          .where(eq(workflows.id, named.workflowId)),
    named.identityProviderId === null
      ? []
      : query
          .select({ websiteId: identityProviders.websiteId })
          .from(identityProviders)
          .where(eq(identityProviders.id, named.identityProviderId)),
    named.webRoleIds.length === 0
      ? []
      : query
          .select({ id: webRoles.id, websiteId: webRoles.websiteId })
          .from(webRoles)
          .where(inArray(webRoles.id, [...named.webRoleIds])),
  ])
  return {
    websites: sites,
    ownerIsActive: owners.length > 0,
    unknownContactIds: new Set(unknownContacts.map((row) => row.value)),
    accountExists: account.length > 0,
    workflow: workflow[0] ?? null,
    identityProvider: identityProvider[0] ?? null,
    webRoles: roles,
  }
}

/** The first owner of the house, for whom the command line acts. */
export async function findFirstOwnerId(database: Database): Promise<string | null> {
  const [owner] = await database.query
    .select({ id: staffUsers.id })
    .from(staffUsers)
    .where(and(isNull(staffUsers.deactivatedAt), eq(staffUsers.role, 'owner')))
    .orderBy(asc(staffUsers.createdAt), asc(staffUsers.id))
    .limit(1)
  return owner?.id ?? null
}

/** Where no website is named: that of the web roles; else any but the sample's, which nobody means by saying nothing. */
function meantWithoutName(webRoleIds: readonly string[]) {
  const ofRoles = sql`(select ${webRoles.websiteId} from ${webRoles} where ${inArray(webRoles.id, [...webRoleIds])})`
  const notSample = sql`${websites.id} not in (select entity_id from sample_records where entity_type = 'website')`
  return webRoleIds.length === 0
    ? notSample
    : sql`case when exists ${ofRoles} then ${websites.id} in ${ofRoles} else ${notSample} end`
}
