import { insertSuppressions } from '@usher/database'
import { hashesOfAddress, type SuppressionReason } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** The statement that puts an address on the list; one that is there already stays as it is. */
export async function suppressionStatement(
  deps: Deps,
  row: {
    address: string
    websiteId: string | null
    reason: SuppressionReason
    emailId?: string | null
    createdById?: string | null
    id?: string
  },
) {
  const [addressHash = ''] = await hashesOfAddress(deps.keys, row.address)
  return insertSuppressions([{ id: deps.newId(), ...row, addressHash }], deps.now())
}
