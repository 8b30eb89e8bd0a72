import { findOidcAuthorization } from '@usher/database'
import type { Deps } from '../deps.ts'
import type { OidcAuthorization } from './refresh.ts'

/** The authorization behind a token, while it stands; `null` once it was revoked, is over, or its person is gone. */
export const findStandingOidcAuthorization = ({
  deps,
  id,
}: {
  deps: Deps
  id: string
}): Promise<OidcAuthorization | null> => findOidcAuthorization(deps.database, id, deps.now())
