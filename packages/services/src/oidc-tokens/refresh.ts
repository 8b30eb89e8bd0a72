import {
  findOidcAuthorization,
  nextOidcRefresh,
  type OidcAuthorizationRow,
  oidcRefreshIsCurrent,
  revokeOidcAuthorization,
} from '@usher/database'
import { ok, refuse, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'

export type OidcAuthorization = OidcAuthorizationRow

/**
 * Exchanges a refresh token, once: the next one is of the next generation. One that comes back after that was copied:
 * the authorization ends for both (RFC 9700), and `invalid_grant` is refused.
 */
export async function refreshOidcAuthorization({
  deps,
  refresh,
  endsAt,
}: {
  deps: Deps
  refresh: { id: string; clientId: string; generation: number }
  endsAt: Date
}): Promise<Result<OidcAuthorization, 'invalid_grant'>> {
  const now = deps.now()
  const written = await deps.database.write([
    oidcRefreshIsCurrent(refresh, now),
    nextOidcRefresh(deps.database, refresh.id, endsAt),
  ])
  const authorization = await findOidcAuthorization(deps.database, refresh.id, now)
  if (written.ok && authorization) return ok(authorization)
  if (!written.ok && authorization && authorization.refreshGeneration > refresh.generation) {
    await deps.database.write([revokeOidcAuthorization(deps.database, refresh, now)])
  }
  return refuse('invalid_grant')
}
