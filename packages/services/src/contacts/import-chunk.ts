import {
  type Change,
  insertAccounts,
  insertImportActivities,
  insertImportedContacts,
  noAccountIsNamed,
  type Statement,
  updateImportedContacts,
} from '@usher/database'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { auditStatement } from '../records.ts'
import { type Accounts, accountIdIn, accountKey, readAccounts } from './import-accounts.ts'
import { planImport } from './plan-import.ts'
import type { ImportRow } from './read-csv-row.ts'

export type ImportPlanned = Awaited<ReturnType<typeof planImport>>
type Import = { deps: Deps; actor: Actor; importId: string; accounts: Accounts; isDryRun: boolean }

/** Imports some rows in one batch and adds to the counts; again from the start when such an account appears meanwhile. */
export async function importChunk(
  context: Import,
  chunk: readonly ImportRow[],
  outcome: { created: number; updated: number; skipped: number },
  /** What else is in the batch: `before` may stop it, `after` comes once the rows are there. */
  before: (plan: ImportPlanned) => Statement[] = () => [],
  after: (plan: ImportPlanned) => Change[] = () => [],
): Promise<'written' | 'nothing' | 'lost'> {
  const { deps, actor, importId, accounts, isDryRun } = context
  const newAccounts = new Map<string, { id: string; name: string }>()
  for (const { account } of chunk) {
    if (account === null || accountIdIn(accounts, account) !== null) continue
    const key = accountKey(account)
    if (!newAccounts.has(key)) newAccounts.set(key, { id: deps.newId(), name: account })
  }
  const accountIdOf = (name: string | null) =>
    name === null ? null : (accountIdIn(accounts, name) ?? newAccounts.get(accountKey(name))?.id ?? null)
  const plan = await planImport(deps, actor, chunk, accountIdOf)
  const learnAccounts = () => newAccounts.forEach(({ id }, key) => accounts.set(key, id))

  if (isDryRun || plan.created.length + plan.updated.length === 0) {
    learnAccounts()
    outcome.created += plan.created.length
    outcome.updated += plan.updated.length
    outcome.skipped += chunk.length - plan.created.length - plan.updated.length
    return 'nothing'
  }

  const now = deps.now()
  const created = [...newAccounts.values()]
  const first = before(plan)
  const written = await deps.database.write([
    ...first,
    noAccountIsNamed(created.map((account) => account.name)),
    insertAccounts(created, now),
    insertImportedContacts(plan.created, now),
    insertImportActivities(plan.created, now),
    updateImportedContacts(plan.updated, now),
    auditStatement(deps, actor, {
      action: 'contact.imported',
      entityType: 'import',
      entityId: importId,
      before: { updated: plan.differences.map(({ id, before }) => ({ id, ...before })) },
      after: {
        accounts: created,
        created: plan.created.map(({ id }) => id),
        updated: plan.differences.map(({ id, after }) => ({ id, ...after })),
      },
    }),
    ...after(plan),
  ])
  if (!written.ok && written.guard !== 'account_created') return 'lost'
  if (!written.ok) {
    // Somebody created such an account meanwhile: take theirs.
    for (const [key, id] of await readAccounts(deps, chunk)) accounts.set(key, id)
    return importChunk(context, chunk, outcome, before, after)
  }
  learnAccounts()
  const [, , inserted, , changed] = written.results.slice(first.length)
  const createdCount = inserted?.rows.length ?? 0
  const updatedCount = changed?.rows.length ?? 0
  outcome.created += createdCount
  outcome.updated += updatedCount
  outcome.skipped += chunk.length - createdCount - updatedCount
  return 'written'
}
