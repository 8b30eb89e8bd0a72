import { findClientOfWebsite } from '@usher/database'
import { equalBytes, sha256Hex } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** An application as the edge meets it, with the website that people see. */
export type ClientOfWebsite = NonNullable<Awaited<ReturnType<typeof findClientOfWebsite>>>

/** `null` for what is no client. */
export const findOidcClientById = ({
  deps,
  id,
}: {
  deps: Deps
  id: string
}): Promise<ClientOfWebsite | null> =>
  /^[\da-f-]{36}$/.test(id) ? findClientOfWebsite(deps.database, id) : Promise.resolve(null)

/** Whether the application is who it says: by its secret, or by none where it keeps none. */
export async function isSecretOf(client: ClientOfWebsite, secret: string | null): Promise<boolean> {
  if (client.secretHash === null) return secret === null
  return secret !== null && equalBytes(utf8(await sha256Hex(secret)), utf8(client.secretHash))
}

const utf8 = (text: string) => new TextEncoder().encode(text)
