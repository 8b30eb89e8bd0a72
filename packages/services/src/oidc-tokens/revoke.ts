import { revokeOidcAuthorization, revokeOidcAuthorizationsOfSession } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Ends what one sign-in gave to an application: its refresh token, and what userinfo tells it. */
export async function endOidcAuthorization({
  deps,
  authorization,
}: {
  deps: Deps
  authorization: { id: string; clientId: string }
}): Promise<void> {
  await deps.database.write([revokeOidcAuthorization(deps.database, authorization, deps.now())])
}

/** Ends what a session at the edge gave to all applications: its person signed out. */
export async function endOidcAuthorizationsOfSession({
  deps,
  session,
}: {
  deps: Deps
  session: { userId: string; sessionId: string }
}): Promise<void> {
  await deps.database.write([revokeOidcAuthorizationsOfSession(deps.database, session, deps.now())])
}
