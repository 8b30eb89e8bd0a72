import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { type Accounts, accountIdIn, readAccounts } from './import-accounts.ts'
import { importChunk } from './import-chunk.ts'
import { type ContactsCsv, type CsvError, readContactsCsv } from './read-csv.ts'
import { type ImportRow, readCsvRow } from './read-csv-row.ts'

const importContactsSchema = v.strictObject({
  csv: v.pipe(v.string(), v.maxLength(50_000_000, 'The file is too large. Split it.')),
  dryRun: v.optional(v.boolean(), false),
})
export type ImportContactsInput = v.InferInput<typeof importContactsSchema>

export type ImportOutcome = {
  created: number
  updated: number
  /** Already as the file has them. */
  skipped: number
  /** Rows that were left out; the others were imported. */
  errors: CsvError[]
  /** Columns of the file that mean nothing here. */
  ignoredColumns: string[]
}

const chunkSize = 1000

/**
 * Imports contacts from a CSV file: created, or updated when the primary e-mail is known. Empty cells leave what is there.
 * Accounts are found by name, or created. The same file again changes nothing, so an import that was cut off can be
 * repeated. A dry run answers the same and writes nothing. Input: `ImportContactsInput`.
 */
export async function importContacts({
  deps,
  actor,
  input,
}: Call): Promise<Result<ImportOutcome, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'contacts.write')
  if (forbidden) return forbidden
  const parsed = parseInput(importContactsSchema, input)
  if (!parsed.ok) return parsed
  const table = readContactsCsv(parsed.value.csv)
  if (!table.ok) return table

  const outcome: ImportOutcome = {
    created: 0,
    updated: 0,
    skipped: 0,
    errors: table.value.errors,
    ignoredColumns: table.value.ignoredColumns,
  }
  const readable = readRows(table.value, outcome.errors)
  const accounts = await readAccounts(deps, readable)
  const rows = refuseUnless(actor, 'structure.write')
    ? leaveOutNewAccounts(table.value, readable, accounts, outcome.errors)
    : readable
  const importId = deps.newId()
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize)
    await importChunk({ deps, actor, importId, accounts, isDryRun: parsed.value.dryRun }, chunk, outcome)
    await breathe()
  }
  outcome.errors.sort((a, b) => a.row - b.row)
  return ok(outcome)
}

function readRows(table: ContactsCsv, errors: CsvError[]): ImportRow[] {
  const seen = new Map<string, number>()
  return table.rows.flatMap((csvRow) => {
    const read = readCsvRow(table.columns, csvRow)
    if (Array.isArray(read)) {
      errors.push(...read)
      return []
    }
    const { row, emailNormalised } = read
    const earlier = seen.get(emailNormalised)
    if (earlier !== undefined) {
      const column = table.columns.email ?? null
      errors.push({ row, column, message: `Row ${earlier} has this e-mail already. Keep one of the two.` })
      return []
    }
    seen.set(emailNormalised, row)
    return [read]
  })
}

function leaveOutNewAccounts(
  table: ContactsCsv,
  rows: readonly ImportRow[],
  accounts: Accounts,
  errors: CsvError[],
) {
  return rows.filter((row) => {
    if (row.account === null || accountIdIn(accounts, row.account) !== null) return true
    errors.push({
      row: row.row,
      column: table.columns.account ?? null,
      message: 'There is no such account, and your role cannot create one. Ask an owner or admin.',
    })
    return false
  })
}

/** A large import lets others of the process have their turn. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
