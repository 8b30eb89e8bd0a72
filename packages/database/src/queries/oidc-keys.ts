import { desc, sql } from 'drizzle-orm'
import type { Database } from '../connection/database.ts'
import type { Change } from '../connection/statement.ts'
import { oidcKeys, type PublicJwk } from '../schema/index.ts'

export type { PublicJwk }

export type OidcKeyRow = typeof oidcKeys.$inferSelect

/** The newest first. Few: they are removed some time after their successor came. */
export const findOidcKeys = (database: Database): Promise<OidcKeyRow[]> =>
  database.query.select().from(oidcKeys).orderBy(desc(oidcKeys.createdAt), desc(oidcKeys.id))

/** Unless there is one that is younger than `unlessAfter`: two processes at once add one. */
export const insertOidcKey = (key: OidcKeyRow, unlessAfter: Date): Change => sql`
  insert into ${oidcKeys} (id, public_jwk, private_jwk_sealed, created_at)
  select ${key.id}, ${JSON.stringify(key.publicJwk)}, ${key.privateJwkSealed}, ${key.createdAt.getTime()}
  where not exists (select 1 from ${oidcKeys} where ${oidcKeys.createdAt} > ${unlessAfter.getTime()})`

/** Those whose successor came before this: nothing that they signed is still good. */
export const deleteSupersededOidcKeys = (before: Date): Change => sql`
  delete from oidc_keys where exists (
    select 1 from oidc_keys as later
    where later.created_at > oidc_keys.created_at and later.created_at <= ${before.getTime()}
  )`
