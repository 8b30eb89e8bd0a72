import { findContactsByEmail, type ImportedFields, type NewImportedContact } from '@usher/database'
import { fullName } from '@usher/domain'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { differenceOf } from '../difference.ts'
import type { ImportRow } from './read-csv-row.ts'

/** Who of the rows is new, who changes and how; the others are as the file has them. */
export async function planImport(
  deps: Deps,
  actor: Actor,
  chunk: readonly ImportRow[],
  accountIdOf: (name: string | null) => string | null,
) {
  const known = await findContactsByEmail(
    deps.database,
    chunk.map((row) => row.emailNormalised),
  )
  const created: NewImportedContact[] = []
  const updated: (ImportedFields & { id: string })[] = []
  const differences: { id: string; before: Record<string, unknown>; after: Record<string, unknown> }[] = []
  for (const { row: _, account, email, emailNormalised, ...rest } of chunk) {
    const fields: ImportedFields = { ...rest, accountId: accountIdOf(account) }
    const contact = known.get(emailNormalised)
    if (!contact) {
      const subject = `${fullName({ ...fields, email })} was imported by ${actor.name}`
      created.push({ id: deps.newId(), activityId: deps.newId(), email, emailNormalised, subject, ...fields })
      continue
    }
    const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    const difference = differenceOf<Record<string, unknown>>(contact, said)
    if (!difference) continue
    updated.push({ id: contact.id, ...fields })
    differences.push({ id: contact.id, ...difference })
  }
  return { created, updated, differences }
}
