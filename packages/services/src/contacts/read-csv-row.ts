import { normaliseEmailAddress } from '@usher/domain'
import * as v from 'valibot'
import { lineOrNull } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { contactFields } from './fields.ts'
import type { ContactsCsv, CsvError, CsvField, CsvRow } from './read-csv.ts'

/** A row that can be imported. `null`: the file says nothing of it. */
export type ImportRow = {
  row: number
  email: string
  emailNormalised: string
  firstName: string | null
  lastName: string | null
  email2: string | null
  email3: string | null
  account: string | null
  locale: string | null
  timeZone: string | null
}

const rowSchema = v.object({
  email: contactFields.email,
  firstName: contactFields.firstName,
  lastName: contactFields.lastName,
  email2: contactFields.email2,
  email3: contactFields.email3,
  account: lineOrNull(200),
  locale: contactFields.locale,
  timeZone: contactFields.timeZone,
})

/** What one row says, or all that is wrong with it. */
export function readCsvRow(columns: ContactsCsv['columns'], { row, cells }: CsvRow): ImportRow | CsvError[] {
  const errorIn = (field: CsvField | null, message: string): CsvError => ({
    row,
    column: (field && columns[field]) ?? null,
    message,
  })
  const damaged = (Object.keys(cells) as CsvField[]).filter((field) => cells[field]?.includes('\uFFFD'))
  if (damaged.length > 0) {
    return damaged.map((field) =>
      errorIn(field, 'Letters were lost here. Save the file as CSV UTF-8 and import it again.'),
    )
  }
  const { name = '', ...given } = cells
  const parsed = parseInput(rowSchema, {
    ...Object.fromEntries(Object.keys(rowSchema.entries).map((field) => [field, ''])),
    ...splitName(name),
    ...Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')),
  })
  if (!parsed.ok) {
    return (parsed.errors ?? []).map((error) => {
      const field = error.path as CsvField
      return errorIn(columns[field] === undefined && name ? 'name' : field, error.message)
    })
  }
  const { email, ...rest } = parsed.value
  if (email === null) return [errorIn('email', 'Give an e-mail address: contacts are told apart by it.')]
  return { row, email, emailNormalised: normaliseEmailAddress(email), ...rest }
}

/** The last word is the last name, as far as nothing else is said. */
function splitName(name: string): { firstName: string; lastName: string } {
  const words = name.split(/\s+/)
  const lastName = words.pop() ?? ''
  return { firstName: words.join(' '), lastName }
}
