import Papa from 'papaparse'

export type SourceFile = { name: string; text: string }
/** Something that was not taken as it stood, and why. `row` is the line of a record, the header being record 1. */
export type Note = { file: string; row: number | null; message: string }

/** The tables of Dataverse that an import reads. */
export const tableKinds = [
  'accounts',
  'contacts',
  'webRoles',
  'invitations',
  'invited',
  'redeemed',
  'invitationRoles',
  'contactRoles',
  'redemptions',
] as const
export type TableKind = (typeof tableKinds)[number]

export type SourceRow = {
  file: string
  row: number
  /** The first of these columns that says something; '' when none does. */
  cell(...columns: readonly string[]): string
}

export type SourceTables = Record<TableKind, SourceRow[]>

/** Reads the files of an export and tells by their columns what they hold, whatever their names are. */
export function readTables(files: readonly SourceFile[], notes: Note[]): SourceTables {
  const tables = Object.fromEntries(tableKinds.map((kind) => [kind, []])) as unknown as SourceTables
  for (const file of files) {
    const [header = [], ...records] = readRecords(file.text)
    const columns = header.map(columnKey)
    const kind = kindOf(new Set(columns), file.name)
    if (kind === null) {
      notes.push({
        file: file.name,
        row: null,
        message: 'Its columns are those of no table that is read here.',
      })
      continue
    }
    for (const [index, cells] of records.entries()) {
      if (cells.every((cell) => cell.trim() === '')) continue
      tables[kind].push(makeRow(file.name, index + 2, columns, cells))
    }
  }
  return tables
}

function readRecords(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
  return Papa.parse<string[]>(body, { skipEmptyLines: false }).data
}

function makeRow(file: string, row: number, columns: readonly string[], cells: readonly string[]): SourceRow {
  const byColumn = new Map(columns.map((column, index) => [column, cells[index]?.trim() ?? '']))
  return {
    file,
    row,
    cell: (...names) => names.map((name) => byColumn.get(name)).find((text) => text) ?? '',
  }
}

/** `_parentcustomerid_value`, `parentcustomerid`, `Parent Customer Id`: letters and digits alone. */
function columnKey(name: string): string {
  const field = /^_(\w+)_value$/i.exec(name.trim())?.[1] ?? name
  return field.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Dataverse exports tables under their schema names, Excel under their display names; views name the files. */
function kindOf(columns: ReadonlySet<string>, fileName: string): TableKind | null {
  const has = (...names: string[]) => names.some((name) => columns.has(name))
  if (has('adxinvitationcode', 'invitationcode')) return 'invitations'
  if (has('adxipaddress', 'ipaddress') && has('regardingobjectid', 'regarding')) return 'redemptions'
  const joinsInvitation = has('adxinvitationid', 'invitationid', 'invitation')
  const joinsContact = has('contactid', 'contact')
  const joinsWebRole = has(...webRoleIds, 'webrole')
  const isNamed = has('adxname', 'msppname', 'name')
  if (joinsInvitation && joinsWebRole) return 'invitationRoles'
  if (joinsContact && joinsWebRole && !isNamed) return 'contactRoles'
  if (joinsInvitation && joinsContact) return /redeem/i.test(fileName) ? 'redeemed' : 'invited'
  if (has('emailaddress1', 'email', 'emailaddress') && has('lastname', 'fullname', 'firstname'))
    return 'contacts'
  if (isNamed && has(...webRoleIds, 'donotmodifywebrole')) return 'webRoles'
  return has('accountid', 'donotmodifyaccount') && has('name', 'accountname') ? 'accounts' : null
}

export const webRoleIds = ['adxwebroleid', 'msppwebroleid', 'powerpagecomponentid', 'webroleid'] as const
