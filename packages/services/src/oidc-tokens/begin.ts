import { oidcClientExists, oidcCodeIsUnused, revokeOidcAuthorization, schema } from '@usher/database'
import { ok, refuse, type Result } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** What a code that the edge has opened and found genuine stands for. */
export type RedeemedCode = {
  /** The authorization's id, chosen when the code was made. */
  id: string
  clientId: string
  userId: string
  sessionId: string | null
  scope: string
  authenticatedAt: Date
  /** How long it lasts unless a refresh token is exchanged. */
  endsAt: Date
}

/**
 * Redeems an authorization code, once. A code that comes back was stolen or is a replay: what it gave is taken away
 * (RFC 9700), and `invalid_grant` refused.
 */
export async function beginOidcAuthorization({
  deps,
  code,
}: {
  deps: Deps
  code: RedeemedCode
}): Promise<Result<null, 'invalid_grant'>> {
  const now = deps.now()
  const written = await deps.database.write([
    oidcClientExists(code.clientId),
    oidcCodeIsUnused(code.id),
    deps.database.query
      .insert(schema.oidcAuthorizations)
      .values({ ...code, refreshGeneration: 0, createdAt: now }),
  ])
  if (written.ok) return ok(null)
  if (written.guard === 'code_used') {
    await deps.database.write([revokeOidcAuthorization(deps.database, code, now)])
  }
  return refuse('invalid_grant')
}
