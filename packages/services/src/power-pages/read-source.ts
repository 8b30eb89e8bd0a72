import { type InvitationType, readEmailAddress, readExpiry, readForeignCode } from '@usher/domain'
import { type Note, readTables, type SourceFile, type SourceRow, webRoleIds } from './tables.ts'
import { type DateOrder, guessDateOrder, readChoice, readCount, readDate, readGuid } from './values.ts'

/** What a row points at: a GUID, or what somebody sees instead of it. */
export type Reference = { guid: string } | { name: string }
type Origin = { file: string; row: number }
type Known = Origin & { guid: string | null; createdAt: Date | null }

export type SourceAccount = Known & { name: string }
export type SourceContact = Known & {
  firstName: string | null
  lastName: string | null
  fullName: string
  email: string | null
  email2: string | null
  email3: string | null
  account: Reference | null
}
export type SourceWebRole = Known & { name: string; description: string | null }
export type SourceInvitation = Known & {
  name: string
  type: InvitationType
  status: 'new' | 'sent' | 'redeemed' | 'inactive'
  /** `null`: it has none that can be kept. */
  code: string | null
  expiresAt: Date | null
  /** `null`: not limited. */
  maximumRedemptions: number | null
  redemptions: number
  inviter: Reference | null
  invited: Reference | null
  redeemedBy: Reference | null
  account: Reference | null
  workflow: string | null
  changedAt: Date | null
}
/** Two things that belong together, by a table of pairs. */
export type SourcePair = Origin & { one: Reference; other: Reference }
export type SourceRedemption = Origin & {
  invitation: Reference
  contact: Reference | null
  ipAddress: string | null
  redeemedAt: Date | null
}

export type Source = {
  accounts: SourceAccount[]
  contacts: SourceContact[]
  webRoles: SourceWebRole[]
  invitations: SourceInvitation[]
  /** Invitation and contact. */
  invited: SourcePair[]
  redeemed: SourcePair[]
  /** Invitation and web role. */
  invitationRoles: SourcePair[]
  /** Contact and web role; `null` when the export does not tell. */
  contactRoles: SourcePair[] | null
  redemptions: SourceRedemption[]
}

/**
 * Reads an export of Dataverse: tables as CSV under their schema names, or as Excel writes its views.
 * @param timeZone the website's: in it a date ends, and a time without an offset is
 */
export function readSource(
  files: readonly SourceFile[],
  { timeZone, dateOrder }: { timeZone: string; dateOrder: DateOrder | null },
  notes: Note[],
): Source {
  const tables = readTables(files, notes)
  const order = dateOrder ?? guessDateOrder(Object.values(tables).flatMap((rows) => rows.flatMap(datesOf)))
  const instantOf = (text: string) => {
    const date = text && readDate(text, order)
    return date ? readExpiry(date, timeZone) : null
  }
  const known = (row: SourceRow, ...ids: string[]): Known => ({
    file: row.file,
    row: row.row,
    guid: readGuid(row.cell(...ids)),
    createdAt: instantOf(row.cell('createdon')),
  })
  const leaveOut = (row: SourceRow, message: string) => {
    notes.push({ file: row.file, row: row.row, message })
    return []
  }
  const pairsOf = (rows: SourceRow[], one: readonly string[], other: readonly string[]): SourcePair[] =>
    rows.flatMap((row) => {
      const [first, second] = [readReference(row.cell(...one)), readReference(row.cell(...other))]
      if (!first || !second) return leaveOut(row, 'One of its two sides is empty.')
      return [{ file: row.file, row: row.row, one: first, other: second }]
    })

  return {
    accounts: tables.accounts.flatMap((row) => {
      const name = row.cell('name', 'accountname')
      return name
        ? [{ ...known(row, 'accountid', 'donotmodifyaccount'), name }]
        : leaveOut(row, 'It has no name.')
    }),
    contacts: tables.contacts.flatMap((row) =>
      isInactive(row) ? leaveOut(row, 'This contact is inactive there.') : [readContact(row, known, notes)],
    ),
    webRoles: tables.webRoles.flatMap((row) => {
      const name = row.cell('adxname', 'msppname', 'name')
      const description = row.cell('adxdescription', 'msppdescription', 'description') || null
      return name
        ? [{ ...known(row, ...webRoleIds, 'donotmodifywebrole'), name, description }]
        : leaveOut(row, 'It has no name.')
    }),
    invitations: tables.invitations.flatMap((row) => {
      const type = readChoice(row.cell('adxtype', 'type'), types)
      if (!type) return leaveOut(row, 'Its type is neither Single nor Group.')
      const expiry = row.cell('adxexpirydate', 'expirydate')
      const expiresAt = instantOf(expiry)
      if (expiry && !expiresAt) return leaveOut(row, `Its expiry date ${expiry} cannot be read.`)
      return [
        {
          ...known(row, 'adxinvitationid', 'donotmodifyinvitation'),
          ...readInvitation(row),
          type,
          expiresAt,
          changedAt: instantOf(row.cell('modifiedon', 'donotmodifymodifiedon')),
        },
      ]
    }),
    invited: pairsOf(tables.invited, invitationColumns, contactColumns),
    redeemed: pairsOf(tables.redeemed, invitationColumns, contactColumns),
    invitationRoles: pairsOf(tables.invitationRoles, invitationColumns, roleColumns),
    contactRoles:
      tables.contactRoles.length > 0 ? pairsOf(tables.contactRoles, contactColumns, roleColumns) : null,
    redemptions: tables.redemptions.flatMap((row) => {
      const invitation = readReference(row.cell('regardingobjectid', 'regarding'))
      if (!invitation) return leaveOut(row, 'It says not which invitation was redeemed.')
      return [
        {
          file: row.file,
          row: row.row,
          invitation,
          contact: readReference(row.cell('customers', 'adxcontactid', 'contactid', 'contact', 'subject')),
          ipAddress: row.cell('adxipaddress', 'ipaddress') || null,
          redeemedAt: instantOf(row.cell('actualend', 'createdon', 'scheduledend')),
        },
      ]
    }),
  }
}

const invitationColumns = ['adxinvitationid', 'invitationid', 'invitation']
const contactColumns = ['contactid', 'contact']
const roleColumns = [...webRoleIds, 'webrole']
const types = { '756150000': 'single', single: 'single', '756150001': 'group', group: 'group' } as const
const statuses = {
  '1': 'new',
  new: 'new',
  '756150000': 'sent',
  sent: 'sent',
  '756150001': 'redeemed',
  redeemed: 'redeemed',
  '2': 'inactive',
  inactive: 'inactive',
} as const

const datesOf = (row: SourceRow) =>
  ['adxexpirydate', 'expirydate', 'createdon', 'modifiedon', 'donotmodifymodifiedon', 'actualend'].flatMap(
    (column) => row.cell(column) || [],
  )

const isInactive = (row: SourceRow) =>
  ['1', 'inactive'].includes(row.cell('statecode', 'status').toLowerCase())

export function readReference(text: string): Reference | null {
  if (!text) return null
  const guid = readGuid(text)
  return guid ? { guid } : { name: text }
}

function readContact(
  row: SourceRow,
  known: (row: SourceRow, ...ids: string[]) => Known,
  notes: Note[],
): SourceContact {
  const fullName = row.cell('fullname') || [row.cell('firstname'), row.cell('lastname')].join(' ').trim()
  const words = fullName.split(/\s+/)
  const hasParts = row.cell('firstname', 'lastname') !== ''
  const emailOf = (...columns: string[]) => {
    const text = row.cell(...columns)
    const email = text ? readEmailAddress(text) : null
    if (text && !email)
      notes.push({ file: row.file, row: row.row, message: `${text} is no e-mail address; it is left out.` })
    return email
  }
  return {
    ...known(row, 'contactid', 'donotmodifycontact'),
    fullName,
    firstName: (hasParts ? row.cell('firstname') : words.slice(0, -1).join(' ')) || null,
    lastName: (hasParts ? row.cell('lastname') : (words.at(-1) ?? '')) || null,
    email: emailOf('emailaddress1', 'email', 'emailaddress'),
    email2: emailOf('emailaddress2'),
    email3: emailOf('emailaddress3'),
    account: readReference(row.cell('parentcustomerid', 'companyname', 'accountid', 'account')),
  }
}

function readInvitation(row: SourceRow) {
  const maximum = readCount(
    row.cell('adxmaximumredemptions', 'maximumredemptionsallowed', 'maximumredemptions'),
  )
  return {
    name: row.cell('adxname', 'name') || 'Invitation',
    status:
      (row.cell('statecode') === '1' ? 'inactive' : null) ??
      readChoice(row.cell('statuscode', 'statusreason', 'status'), statuses) ??
      'new',
    code: readForeignCode(row.cell('adxinvitationcode', 'invitationcode')),
    // 0 and nothing mean the same there: as often as people come.
    maximumRedemptions: maximum || null,
    redemptions: readCount(row.cell('adxredemptions', 'numberofsuccessfulredemptions', 'redemptions')) ?? 0,
    inviter: readReference(row.cell('adxinvitercontact', 'inviter', 'invitercontact')),
    invited: readReference(row.cell('adxinvitecontact', 'invitecontact', 'invitedcontact')),
    redeemedBy: readReference(row.cell('adxredeemedcontact', 'redeemedcontact')),
    account: readReference(row.cell('adxassigntoaccount', 'assigntoaccount')),
    workflow:
      row.cell('adxredemptionworkflow', 'redemptionworkflow', 'executeworkflowonredeemingcontact') || null,
  }
}
