import { sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'

/** What the things with these ids are called now, whatever they are; those that are gone are left out. */
export async function findEntityNames(
  database: Database,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const rows = await database.query.all<{ id: string; name: string | null }>(sql`
    with asked as (select distinct value as id from json_each(${JSON.stringify(ids)}))
    select contacts.id, coalesce(
      nullif(trim(coalesce(contacts.first_name, '') || ' ' || coalesce(contacts.last_name, '')), ''), contacts.email) as name
    from asked join contacts on contacts.id = asked.id
    union all select accounts.id, accounts.name from asked join accounts on accounts.id = asked.id
    union all select websites.id, websites.name from asked join websites on websites.id = asked.id
    union all select web_roles.id, web_roles.name from asked join web_roles on web_roles.id = asked.id
    union all select identity_providers.id, identity_providers.name from asked
      join identity_providers on identity_providers.id = asked.id
    union all select oidc_clients.id, oidc_clients.name from asked join oidc_clients on oidc_clients.id = asked.id
    union all select invitations.id, invitations.name from asked join invitations on invitations.id = asked.id
    union all select workflows.id, workflows.name from asked join workflows on workflows.id = asked.id
    union all select webhook_endpoints.id, webhook_endpoints.name from asked
      join webhook_endpoints on webhook_endpoints.id = asked.id
    union all select workflow_runs.id, workflows.name from asked
      join workflow_runs on workflow_runs.id = asked.id join workflows on workflows.id = workflow_runs.workflow_id
    union all select staff_users.id, staff_users.name from asked join staff_users on staff_users.id = asked.id`)
  return Object.fromEntries(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])))
}
