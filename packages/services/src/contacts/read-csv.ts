import { ok, type Result } from '@usher/domain'
import Papa from 'papaparse'
import { refuseInput } from '../parse-input.ts'

/** What a column can mean; `name` is a full name, for files without first and last names. */
export type CsvField = keyof typeof spellings
/** `row` is the line in the file where it begins, the header being line 1; `column` as the file calls it. */
export type CsvError = { row: number; column: string | null; message: string }
export type CsvRow = { row: number; cells: Partial<Record<CsvField, string>> }
export type ContactsCsv = {
  columns: Partial<Record<CsvField, string>>
  /** Columns that mean nothing here, as the file calls them. */
  ignoredColumns: string[]
  rows: CsvRow[]
  errors: CsvError[]
}

// Lower case, letters and digits alone: how people, Dynamics and other address books call them.
const spellings = {
  firstName: ['firstname', 'givenname', 'forename', 'vorname', 'prenom', 'nombre'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'nom', 'apellidos'],
  name: ['name', 'fullname', 'displayname'],
  email: ['email', 'emailaddress', 'emailaddress1', 'email1', 'primaryemail', 'mail', 'mailaddress'],
  email2: ['email2', 'emailaddress2', 'secondemail', 'secondaryemail'],
  email3: ['email3', 'emailaddress3', 'thirdemail'],
  account: [
    'account',
    'accountname',
    'parentaccount',
    'parentcustomer',
    'parentcustomerid',
    'company',
    'companyname',
    'organisation',
    'organization',
    'organisationname',
    'organizationname',
    'employer',
    'firma',
  ],
  locale: ['locale', 'language', 'preferredlanguage', 'sprache'],
  timeZone: ['timezone', 'tz', 'zeitzone'],
} as const

export const csvFields = Object.keys(spellings) as CsvField[]

/** Reads a table of contacts: commas, semicolons, tabs or bars; quotes with line breaks in them; a byte order mark. */
export function readContactsCsv(csv: string): Result<ContactsCsv, 'invalid_request'> {
  const { body, delimiter, row: firstRow } = readPreamble(csv)
  let header: {
    columns: ContactsCsv['columns']
    fields: (CsvField | null)[]
    ignoredColumns: string[]
  } | null = null
  const rows: CsvRow[] = []
  const errors: CsvError[] = []
  for (const record of readRecords(body, delimiter, firstRow)) {
    if (!header) {
      const read = readHeader(record.cells)
      if (!read.ok) return read
      header = read.value
      continue
    }
    const read = nameRecord(header.fields, record)
    if ('message' in read) errors.push(read)
    else rows.push(read)
  }
  if (!header) return refuseEmptyFile()
  return ok({ columns: header.columns, ignoredColumns: header.ignoredColumns, rows, errors })
}

export const refuseEmptyFile = () =>
  refuseInput({
    path: 'csv',
    message: 'The file is empty. Its first line names the columns, such as First name, Last name, E-mail.',
  })

/** What comes before the table: a byte order mark, and the line `sep=;` that some spreadsheets write. */
export function readPreamble(csv: string): { body: string; delimiter: string; row: number } {
  const text = csv.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const declared = /^sep=(.)\n/i.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  return { body, delimiter: declared?.[1] ?? guessDelimiter(body), row: declared ? 2 : 1 }
}

/** One row of the file, empty ones left out; `row` is the line where it begins. */
export type CsvRecord = { row: number; cells: string[]; isBroken: boolean }
export function readRecords(body: string, delimiter: string, firstRow: number): CsvRecord[] {
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: '\n' })
  const broken = new Set(parsed.errors.map((error) => error.row))
  let line = firstRow
  return parsed.data.flatMap((cells, index) => {
    const row = line
    line += 1 + cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
    return cells.every((cell) => !cell.trim()) ? [] : [{ row, cells, isBroken: broken.has(index) }]
  })
}

/** A row with its cells by what they mean, or what is wrong with it. */
export function nameRecord(
  fields: readonly (CsvField | null)[],
  { row, cells, isBroken }: CsvRecord,
): CsvRow | CsvError {
  if (isBroken) {
    const message = 'A quotation mark is missing or too many here. Quotes inside quotes are doubled.'
    return { row, column: null, message }
  }
  if (cells.slice(fields.length).some((cell) => cell.trim())) {
    const message = 'This row has more cells than there are columns. Put text with commas in quotes.'
    return { row, column: null, message }
  }
  return { row, cells: nameCells(fields, cells) }
}

/** The one that the first line holds most of. */
function guessDelimiter(text: string): string {
  const firstLine = /^\s*(.*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? ''
  const count = (delimiter: string) => firstLine.split(delimiter).length
  return [',', ';', '\t', '|'].reduce((best, delimiter) =>
    count(delimiter) > count(best) ? delimiter : best,
  )
}

function readHeader(names: string[]) {
  const fields = names.map(readField)
  const columns: ContactsCsv['columns'] = {}
  for (const [index, field] of fields.entries()) {
    const name = names[index]?.trim() ?? ''
    if (!field) continue
    if (columns[field] !== undefined) {
      return refuseInput({
        path: 'csv',
        message: `The columns ${columns[field]} and ${name} mean the same. Remove or rename one.`,
      })
    }
    columns[field] = name
  }
  if (columns.email === undefined) {
    return refuseInput({
      path: 'csv',
      message:
        'There is no column E-mail: contacts are told apart by it. The first line names the columns, such as First name, Last name, E-mail.',
    })
  }
  const ignoredColumns = names.map((name) => name.trim()).filter((name, index) => name && !fields[index])
  return ok({ columns, fields, ignoredColumns })
}

export function readField(name: string): CsvField | null {
  const spelling = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  const fields = Object.keys(spellings) as CsvField[]
  return fields.find((field) => (spellings[field] as readonly string[]).includes(spelling)) ?? null
}

function nameCells(fields: readonly (CsvField | null)[], cells: readonly string[]): CsvRow['cells'] {
  const named: CsvRow['cells'] = {}
  for (const [index, field] of fields.entries()) if (field) named[field] = cells[index]?.trim() ?? ''
  return named
}
