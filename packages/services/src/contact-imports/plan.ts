import * as v from 'valibot'
import { type CsvField, csvFields } from '../contacts/read-csv.ts'

/** A file that is being imported: how to read it, and what has been found out about it. */
export type ImportPlan = {
  kind: 'import_contacts'
  fileName: string | null
  delimiter: string
  /** The names of the file's columns, and the first rows as they are. */
  columns: string[]
  samples: string[][]
  /** What each column means; null: it is left out. */
  fields: (CsvField | null)[]
  /** `check` writes nothing but what it finds. */
  phase: 'check' | 'import'
}
export type ImportCounts = {
  phase: 'check' | 'import'
  created: number
  updated: number
  skipped: number
  rejected: number
  newAccounts: number
}

export const fieldsSchema = v.array(v.nullable(v.picklist(csvFields)))

/** What stands in the way of an import as a whole; rows that cannot be read are another matter. */
export function blockersOf(fields: readonly (CsvField | null)[], columns: readonly string[]): string[] {
  const blockers: string[] = []
  if (!fields.includes('email')) {
    blockers.push(
      'No column is the primary e-mail. Contacts are told apart by it: choose the column that has it.',
    )
  }
  for (const field of new Set(fields)) {
    const named = columns.filter((_, index) => field !== null && fields[index] === field)
    if (named.length > 1)
      blockers.push(`The columns ${named.join(' and ')} are said to be the same. Leave one out.`)
  }
  return blockers
}
