import { schema } from '@usher/database'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { previewInvitation } from '../redemptions/preview.ts'
import { redeemInvitation } from '../redemptions/redeem.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'
import { importPowerPages, type ImportPowerPagesInput } from './import.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
  await world.make.staffUser({ role: 'owner' })
  await world.make.website({ name: 'Contoso', timeZone: 'Europe/Berlin' })
})
afterEach(() => world.remove())

const guid = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-a${digit.repeat(3)}-${digit.repeat(12)}`
const [account, jane, john, role, single, group] = ['1', '2', '3', '4', '5', '6'].map(guid) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const singleCode = 'xAnpAEDy1O0OxIDXFpWF58Q7TW0NVLa1eh+q/dR5Ua-Q=='
const groupCode = 'Spring Partners 2027'

/** Tables under their schema names, as Dataverse exports them. */
const dataverse = [
  { name: 'account.csv', text: `accountid,name\n${account},Contoso GmbH\n` },
  {
    name: 'contact.csv',
    text: `\uFEFF"contactid","firstname","lastname","emailaddress1","emailaddress2","_parentcustomerid_value"
"{${jane.toUpperCase()}}","Jane","Doe","jane@fabrikam.com","not an address","${account}"
"${john}","John","Roe","john@fabrikam.com","",""
`,
  },
  {
    name: 'mspp_webrole.csv',
    text: `mspp_webroleid,mspp_name,mspp_description\n${role},Partner,May see prices\n`,
  },
  {
    name: 'adx_invitation.csv',
    text: `adx_invitationid,adx_name,adx_type,adx_invitationcode,adx_expirydate,adx_maximumredemptions,adx_redemptions,adx_invitecontact,adx_redeemedcontact,adx_assigntoaccount,adx_redemptionworkflow,statecode,statuscode,createdon,modifiedon
${single},For Jane,756150000,${singleCode},2027-03-31T00:00:00Z,1,0,${jane},,${account},Welcome them,0,756150000,2026-12-01T08:00:00Z,2026-12-02T08:00:00Z
${group},Partners,756150001,${groupCode},,5,2,,,,,0,756150000,2026-11-01T08:00:00Z,2026-11-05T08:00:00Z
`,
  },
  { name: 'adx_invitation_redeemedcontacts.csv', text: `adx_invitationid,contactid\n${group},${john}\n` },
  {
    name: 'adx_invitation_mspp_webrole_powerpagecomponent.csv',
    text: `adx_invitationid,powerpagecomponentid\n${single},${role}\n${group},${role}\n`,
  },
  {
    name: 'adx_inviteredemption.csv',
    text: `activityid,subject,regardingobjectid,customers,adx_ipaddress,createdon
${guid('7')},john@fabrikam.com,${group},,203.0.113.9,2026-11-05T09:30:00Z
`,
  },
]

const run = (input: Omit<ImportPowerPagesInput, 'files'> & { files?: ImportPowerPagesInput['files'] } = {}) =>
  importPowerPages({ deps: world.deps, actor: world.operator, input: { files: dataverse, ...input } })
async function everything() {
  const { client } = world.deps.database
  const tables = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const rows = []
  for (const { name } of tables.rows)
    rows.push((await client.execute(`SELECT * FROM "${String(name)}"`)).rows)
  return JSON.stringify(rows)
}

describe('tables of Dataverse', () => {
  test('bring accounts, contacts, web roles, invitations and redemptions, each where it belongs', async () => {
    expect(valued(await run())).toMatchObject({
      website: { name: 'Contoso' },
      accounts: { created: 1, matched: 0 },
      contacts: { created: 2, matched: 0 },
      webRoles: { created: 1, matched: 0 },
      invitations: { created: 2, matched: 0 },
      redemptions: 1,
      grants: 1,
    })
    const [contoso] = await world.deps.database.query.select().from(schema.accounts)
    const contacts = await world.deps.database.query.select().from(schema.contacts)
    expect(contacts).toMatchObject([
      {
        firstName: 'Jane',
        lastName: 'Doe',
        email: 'jane@fabrikam.com',
        email2: null,
        accountId: contoso?.id,
      },
      { firstName: 'John', email: 'john@fabrikam.com', accountId: null },
    ])
    const invitations = await world.deps.database.query.select().from(schema.invitations)
    expect(invitations).toMatchObject([
      {
        name: 'For Jane',
        type: 'single',
        status: 'sent',
        maximumRedemptions: 1,
        redemptionCount: 0,
        redeemableBy: 'invited',
        assignToAccountId: contoso?.id,
        // The end of that day in the website's time zone.
        expiresAt: new Date('2027-03-31T22:00:00Z'),
        createdAt: new Date('2026-12-01T08:00:00Z'),
      },
      // One of its two redemptions is told by no file: of five seats, one is John's and three are left.
      {
        name: 'Partners',
        type: 'group',
        status: 'sent',
        maximumRedemptions: 4,
        redemptionCount: 1,
        redeemableBy: 'anyone',
      },
    ])
    const redemptions = await world.deps.database.query.select().from(schema.redemptions)
    expect(redemptions).toMatchObject([
      { contactId: contacts[1]?.id, ipAddress: '203.0.113.9', redeemedAt: new Date('2026-11-05T09:30:00Z') },
    ])
    expect(await world.deps.database.query.select().from(schema.grants)).toMatchObject([
      { contactId: contacts[1]?.id, redemptionId: redemptions[0]?.id, revokedAt: null },
    ])
  })

  test('what could not be taken is said with its file and row, and never with a code', async () => {
    const { notes } = valued(await run())
    expect(notes).toEqual([
      {
        file: 'contact.csv',
        row: 2,
        message: expect.stringContaining('not an address is no e-mail address'),
      },
      {
        file: 'adx_invitation.csv',
        row: 2,
        message: expect.stringContaining('no activated workflow Welcome them'),
      },
      { file: 'adx_invitation.csv', row: 3, message: expect.stringContaining('1 of its redemptions') },
    ])
    expect(JSON.stringify(notes)).not.toMatch(/xAnp|Spring/i)
  })

  test('codes keep working, in mails that were sent long ago, and once', async () => {
    valued(await run())
    const read = async (code: string) =>
      valued(await previewInvitation({ deps: world.deps, input: { code } }))
    expect(await read(singleCode)).toMatchObject({ type: 'single', refusal: null })
    expect(await read(` ${groupCode.toLowerCase()} `)).toMatchObject({ type: 'group', seatsLeft: 3 })

    const user = await world.make.invitee({ email: 'jane@fabrikam.com', emailVerified: true })
    const redeemer = { ...user, userId: user.id, ipAddress: null, userAgent: null }
    const redeemed = valued(
      await redeemInvitation({ deps: world.deps, redeemer, input: { code: singleCode } }),
    )
    expect(redeemed).toMatchObject({ webRoles: [{ name: 'Partner' }], account: { name: 'Contoso GmbH' } })
  })

  test('twice changes nothing', async () => {
    valued(await run())
    const before = await everything()
    expect(valued(await run())).toMatchObject({
      accounts: { created: 0, matched: 1 },
      contacts: { created: 0, matched: 2 },
      webRoles: { created: 0, matched: 1 },
      invitations: { created: 0, matched: 2 },
      redemptions: 0,
      grants: 0,
    })
    expect(await everything()).toBe(before)
  })

  test('a dry run says the same and changes nothing', async () => {
    const before = await everything()
    const dry = valued(await run({ dryRun: true }))
    expect(await everything()).toBe(before)
    expect(dry).toEqual(valued(await run()))
  })

  test('contacts who are here already are the same people, and keep what they are called', async () => {
    const { id } = await world.make.contact({ firstName: 'Janet', email: 'Jane@Fabrikam.com' })
    expect(valued(await run())).toMatchObject({ contacts: { created: 1, matched: 1 } })
    const recipients = await world.deps.database.query.select().from(schema.invitationRecipients)
    expect(recipients).toMatchObject([{ contactId: id }])
    const contacts = await world.deps.database.query.select().from(schema.contacts)
    expect(contacts.find((contact) => contact.id === id)?.firstName).toBe('Janet')
  })

  test('where the export tells who has which web role today, what was taken away is not given again', async () => {
    const holders = {
      name: 'powerpagecomponent_mspp_webrole_contact.csv',
      text: `contactid,powerpagecomponentid\n${jane},${role}\n`,
    }
    expect(valued(await run({ files: [...dataverse, holders] }))).toMatchObject({ redemptions: 1, grants: 1 })
    const grants = await world.deps.database.query.select().from(schema.grants)
    const contacts = await world.deps.database.query.select().from(schema.contacts)
    expect(grants).toMatchObject([{ contactId: contacts[0]?.id, redemptionId: null }])
    expect(valued(await run({ files: [...dataverse, holders] }))).toMatchObject({ grants: 0 })
  })
})

test('views as Excel writes them: display names, labels, local dates, people by name, semicolons', async () => {
  const files = [
    {
      name: 'Active Contacts 11-22-2026 9-00-00 AM.csv',
      text: `sep=;\r\n(Do Not Modify) Contact;Full Name;Email;Company Name\r\n${jane};Jane Mary Doe;jane@fabrikam.com;"Contoso; GmbH"\r\n;John Roe;john@fabrikam.com;\r\n`,
    },
    {
      name: 'All Invitations 11-22-2026 9-01-00 AM.csv',
      text: `(Do Not Modify) Invitation;Name;Type;Invitation Code;Expiry Date;Invite Contact;Inviter;Maximum Redemptions Allowed;Status Reason\r\n${single};For Jane;Single;${singleCode};31/3/2027;Jane Mary Doe;John Roe;;New\r\n${group};Old;Group;LONG-GONE-2020;1/2/2020;;;0;Inactive\r\n`,
    },
  ]
  expect(valued(await run({ files }))).toMatchObject({
    accounts: { created: 1 },
    contacts: { created: 2 },
    invitations: { created: 2 },
    notes: [],
  })
  const [contact, inviter] = await world.deps.database.query.select().from(schema.contacts)
  expect(contact).toMatchObject({ firstName: 'Jane Mary', lastName: 'Doe' })
  expect(await world.deps.database.query.select().from(schema.invitations)).toMatchObject([
    {
      name: 'For Jane',
      status: 'new',
      expiresAt: new Date('2027-03-31T22:00:00Z'),
      inviterContactId: inviter?.id,
    },
    // The other dates say that days come first.
    {
      name: 'Old',
      status: 'inactive',
      maximumRedemptions: null,
      expiresAt: new Date('2020-02-01T23:00:00Z'),
    },
  ])
  expect(await world.deps.database.query.select().from(schema.invitationRecipients)).toMatchObject([
    { contactId: contact?.id },
  ])
})

test('a code that could be guessed, or looks like one of ours, is replaced, and that is said', async () => {
  const text = `adx_invitationid,adx_name,adx_type,adx_invitationcode\n${single},A,756150001,ABC123\n${group},B,756150001,ABCDEFGHJKMNPQRSTVWX\n`
  const { notes, invitations } = valued(await run({ files: [{ name: 'adx_invitation.csv', text }] }))
  expect(invitations.created).toBe(2)
  expect(notes.map(({ message }) => message)).toEqual(Array(2).fill(expect.stringContaining('Send it again')))
  const kept = await world.deps.database.query.select().from(schema.invitations)
  expect(kept.map(({ codeKind }) => codeKind)).toEqual(['generated', 'generated'])
})

test('an invitation whose code is another’s here is left out, and that is said', async () => {
  const text = `adx_invitationid,adx_name,adx_type,adx_invitationcode\n${single},A,756150001,${groupCode}\n${group},B,756150001,${groupCode.toUpperCase()}\n`
  const { notes, invitations } = valued(await run({ files: [{ name: 'adx_invitation.csv', text }] }))
  expect(invitations.created).toBe(1)
  expect(notes).toMatchObject([{ row: 3, message: expect.stringContaining('has its code') }])
})

test('only owners and admins import a whole house; files of something else are refused in words', async () => {
  const input = { files: dataverse }
  const asInviter = await importPowerPages({ deps: world.deps, actor: staffActor('inviter'), input })
  expect(asInviter).toMatchObject({ refusal: 'forbidden' })
  expect(await run({ files: [{ name: 'x.csv', text: 'a,b\n1,2\n' }] })).toMatchObject({
    refusal: 'invalid_request',
    detail: expect.stringContaining('No file holds'),
  })
})
