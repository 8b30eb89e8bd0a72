import { findSuppressionsByHash, hasSuppressions } from '@usher/database'
import { hashesOfAddress, normaliseEmailAddress, type SuppressionReason } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** Why this website does not mail this address; null: it may. */
export type SuppressionOf = (
  address: string | null | undefined,
  websiteId: string | null | undefined,
) => SuppressionReason | null

const hashesAtOnce = 5000

/** Looks up many addresses at once; costs nothing while nobody is on the list. */
export async function findSuppressed(
  deps: Deps,
  addresses: readonly (string | null)[],
): Promise<SuppressionOf> {
  if (!(await hasSuppressions(deps.database))) return () => null
  const distinct = [...new Set(addresses.filter((address) => address !== null).map(normaliseEmailAddress))]
  const found = new Map<string, { websiteId: string | null; reason: SuppressionReason }[]>()
  for (let from = 0; from < distinct.length; from += hashesAtOnce) {
    const addressOf = new Map<string, string>()
    await Promise.all(
      distinct.slice(from, from + hashesAtOnce).map(async (address) => {
        for (const hash of await hashesOfAddress(deps.keys, address)) addressOf.set(hash, address)
      }),
    )
    for (const row of await findSuppressionsByHash(deps.database, [...addressOf.keys()])) {
      const address = addressOf.get(row.addressHash) ?? ''
      found.set(address, [...(found.get(address) ?? []), row])
    }
  }
  return (address, websiteId) =>
    found
      .get(normaliseEmailAddress(address ?? ''))
      ?.find((row) => row.websiteId === null || row.websiteId === websiteId)?.reason ?? null
}
