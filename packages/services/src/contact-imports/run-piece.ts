import {
  countRejects,
  deletePieces,
  findPiece,
  findTouched,
  holdsTask,
  insertRejects,
  keepImported,
  type Reject,
  type TaskRow,
  updateTaskRow,
} from '@usher/database'
import { ok, type Result } from '@usher/domain'
import { type Actor, refuseUnless } from '../actor.ts'
import { accountIdIn, readAccounts } from '../contacts/import-accounts.ts'
import { importChunk } from '../contacts/import-chunk.ts'
import { type CsvError, type CsvField, nameRecord, readPreamble, readRecords } from '../contacts/read-csv.ts'
import { type ImportRow, readCsvRow } from '../contacts/read-csv-row.ts'
import type { Deps } from '../deps.ts'
import type { ImportCounts, ImportPlan } from './plan.ts'

type Turn = 'lost' | 'ended' | { cursor: string; rows: number }

/** One piece of the file with everything that belongs to it, in one batch. */
export async function runImportPiece(
  deps: Deps,
  {
    task,
    actor,
    leaseToken,
    leaseEndsAt,
  }: { task: TaskRow; actor: Actor; leaseToken: string; leaseEndsAt: Date },
): Promise<Result<Turn, string>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const plan = task.input as ImportPlan
  const position = task.cursor === '' ? 0 : Number(task.cursor) + 1
  const piece = await findPiece(deps.database, task.id, position)
  if (!piece) return ok(await endImport(deps, task, leaseToken, plan))

  const read = readRows(plan, piece, position === 0)
  const { rows, rejects } = await leaveOut(deps, { task, plan, actor, ...read })
  const isDryRun = plan.phase === 'check'
  const { outcome } = task
  const counts: ImportCounts =
    isCounts(outcome) && outcome.phase === plan.phase ? { ...outcome } : emptyCounts(plan.phase)
  const accounts = await readAccounts(deps, rows)
  counts.newAccounts += new Set(
    rows.flatMap(({ account }) =>
      account !== null && accountIdIn(accounts, account) === null ? [account.toLowerCase()] : [],
    ),
  ).size
  counts.rejected += new Set(rejects.map(({ row }) => row)).size

  const rowCount = rows.length + new Set(rejects.map(({ row }) => row)).size
  const advance = (changed: number) => [
    insertRejects(task.id, rejects),
    updateTaskRow(deps.database, task.id, {
      cursor: String(position),
      done: task.done + rowCount,
      changed: task.changed + changed,
      outcome: counts,
      leaseEndsAt,
    }),
  ]
  const before = { ...counts }
  const scratch = { created: 0, updated: 0, skipped: 0 }
  const context = { deps, actor, importId: task.id, accounts, isDryRun }
  const end = await importChunk(
    context,
    rows,
    scratch,
    () => [holdsTask(task.id, leaseToken)],
    (planned) => {
      // The counts are written with the rows that they count.
      counts.created = before.created + planned.created.length
      counts.updated = before.updated + planned.updated.length
      counts.skipped = before.skipped + rows.length - planned.created.length - planned.updated.length
      return [
        keepImported(task.id, [
          ...planned.created.map(({ id }) => ({ id, before: null })),
          ...planned.differences.map(({ id, before: was }) => ({ id, before: was })),
        ]),
        ...advance(planned.created.length + planned.updated.length),
      ]
    },
  )
  if (end === 'lost') return ok('lost')
  if (end === 'nothing') {
    counts.created += scratch.created
    counts.updated += scratch.updated
    counts.skipped += scratch.skipped
    const written = await deps.database.write([holdsTask(task.id, leaseToken), ...advance(0)])
    if (!written.ok) return ok('lost')
  }
  task.outcome = counts
  task.done += rowCount
  task.changed += isDryRun ? 0 : counts.created + counts.updated - before.created - before.updated
  return ok({ cursor: String(position), rows: rowCount })
}

function readRows(plan: ImportPlan, piece: { row: number; text: string }, isFirst: boolean) {
  const preamble = isFirst ? readPreamble(piece.text) : { body: piece.text, row: piece.row }
  const records = readRecords(preamble.body, plan.delimiter, preamble.row).slice(isFirst ? 1 : 0)
  const columns: Partial<Record<CsvField, string>> = {}
  for (const [index, field] of plan.fields.entries()) if (field) columns[field] = plan.columns[index] ?? ''
  const rows: ImportRow[] = []
  const rejects: Reject[] = []
  const seen = new Map<string, number>()
  for (const record of records) {
    const reject = (errors: CsvError[]) =>
      rejects.push(...errors.map((error) => ({ ...error, text: JSON.stringify(record.cells) })))
    const named = nameRecord(plan.fields, record)
    if ('message' in named) {
      reject([named])
      continue
    }
    const read = readCsvRow(columns, named)
    if (Array.isArray(read)) {
      reject(read)
      continue
    }
    const earlier = seen.get(read.emailNormalised)
    if (earlier !== undefined) {
      const message = `Row ${earlier} has this e-mail already. Keep one of the two.`
      reject([{ row: record.row, column: columns.email ?? null, message }])
      continue
    }
    seen.set(read.emailNormalised, record.row)
    rows.push(read)
  }
  return {
    rows,
    rejects,
    columns,
    textOf: new Map(records.map(({ row, cells }) => [row, JSON.stringify(cells)])),
  }
}

/** What only the database can tell: somebody an earlier piece has touched, an account that may not be created. */
async function leaveOut(
  deps: Deps,
  {
    task,
    plan,
    actor,
    rows,
    rejects,
    columns,
    textOf,
  }: ReturnType<typeof readRows> & { task: TaskRow; plan: ImportPlan; actor: Actor },
): Promise<{ rows: ImportRow[]; rejects: Reject[] }> {
  const touched =
    plan.phase === 'check'
      ? new Set<string>()
      : await findTouched(
          deps.database,
          task.id,
          rows.map(({ emailNormalised }) => emailNormalised),
        )
  const accounts = refuseUnless(actor, 'structure.write') ? await readAccounts(deps, rows) : null
  const kept = rows.filter(({ row, account, emailNormalised }) => {
    const text = textOf.get(row) ?? '[]'
    if (touched.has(emailNormalised)) {
      const message = 'An earlier row has this e-mail already. Keep one of the two.'
      rejects.push({ row, column: columns.email ?? null, message, text })
      return false
    }
    if (accounts && account !== null && accountIdIn(accounts, account) === null) {
      const message = 'There is no such account, and your role cannot create one. Ask an owner or admin.'
      rejects.push({ row, column: columns.account ?? null, message, text })
      return false
    }
    return true
  })
  return { rows: kept, rejects }
}

/** Checked, it waits for somebody to say yes; imported, the file is not needed any more. */
async function endImport(
  deps: Deps,
  task: TaskRow,
  leaseToken: string,
  plan: ImportPlan,
): Promise<'lost' | 'ended'> {
  const isChecked = plan.phase === 'check'
  const counts = isCounts(task.outcome) ? task.outcome : emptyCounts(plan.phase)
  const rejected = await countRejects(deps.database, task.id)
  const written = await deps.database.write([
    holdsTask(task.id, leaseToken),
    ...(isChecked ? [] : [deletePieces(task.id)]),
    updateTaskRow(deps.database, task.id, {
      status: isChecked ? 'draft' : 'completed',
      completedAt: isChecked ? null : deps.now(),
      total: task.done,
      outcome: { ...counts, rejected },
      leaseToken: null,
      leaseEndsAt: null,
    }),
  ])
  return written.ok ? 'ended' : 'lost'
}

const isCounts = (outcome: unknown): outcome is ImportCounts =>
  typeof outcome === 'object' && outcome !== null && 'created' in outcome
const emptyCounts = (phase: ImportCounts['phase']): ImportCounts => ({
  phase,
  created: 0,
  updated: 0,
  skipped: 0,
  rejected: 0,
  newAccounts: 0,
})
