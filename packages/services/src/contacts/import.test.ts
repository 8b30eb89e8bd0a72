import { schema } from '@usher/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { createProcessDeps, createWorld, staffActor, valued } from '../testing/index.ts'
import { importContacts } from './import.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.remove())

const load = async (csv: string, options: { dryRun?: boolean; actor?: Actor } = {}) => {
  const { actor = staffActor('admin'), ...rest } = options
  return valued(await importContacts({ deps: world.deps, actor, input: { csv, ...rest } }))
}
const rows = (table: 'contacts' | 'accounts' | 'auditEvents' | 'activities') =>
  world.deps.database.query.select().from(schema[table])
const contacts = () => world.deps.database.query.select().from(schema.contacts)

const file = [
  'First name,Last name,E-mail,Account,Language,Time zone,Shoe size',
  'Jane,Doe,jane@contoso.example,Contoso,de-CH,Europe/Zurich,41',
  'Joe,"O\'Neil, Jr.",joe@contoso.example,contoso,,,',
  ',,just-mail@fabrikam.example,,,,',
  '',
].join('\n')

test('contacts and the accounts they name are created, each contact with its timeline', async () => {
  expect(await load(file)).toEqual({
    created: 3,
    updated: 0,
    skipped: 0,
    errors: [],
    ignoredColumns: ['Shoe size'],
  })
  const accounts = await rows('accounts')
  expect(accounts).toMatchObject([{ name: 'Contoso' }])
  const accountId = accounts[0]?.id
  expect(await contacts()).toMatchObject([
    { firstName: 'Jane', lastName: 'Doe', email: 'jane@contoso.example', accountId, locale: 'de-CH' },
    { firstName: 'Joe', lastName: "O'Neil, Jr.", accountId, timeZone: null },
    { firstName: null, lastName: null, email: 'just-mail@fabrikam.example', accountId: null },
  ])
  expect(await rows('activities')).toMatchObject([
    { type: 'contact_imported', subject: 'Jane Doe was imported by An admin' },
    { type: 'contact_imported' },
    { type: 'contact_imported' },
  ])
  expect(await rows('auditEvents')).toMatchObject([{ action: 'contact.imported', actorName: 'An admin' }])
})

test('the same file again changes nothing and writes nothing', async () => {
  await load(file)
  expect(await load(file)).toMatchObject({ created: 0, updated: 0, skipped: 3 })
  expect(await rows('auditEvents')).toHaveLength(1)
  expect(await rows('activities')).toHaveLength(3)
})

test('a known e-mail updates what the file says; empty cells leave what is there', async () => {
  await load(file)
  expect(
    await load(
      'email;first name;last name;account\nJANE@contoso.example;Janet;;Fabrikam\njoe@contoso.example;Joe;;',
    ),
  ).toMatchObject({ created: 0, updated: 1, skipped: 1 })
  const [jane] = await contacts()
  expect(jane).toMatchObject({
    firstName: 'Janet',
    lastName: 'Doe',
    email: 'jane@contoso.example',
    locale: 'de-CH',
  })
  expect(await rows('accounts')).toHaveLength(2)
  const [, event] = await rows('auditEvents')
  expect(event).toMatchObject({
    before: { updated: [{ id: jane?.id, firstName: 'Jane' }] },
    after: { updated: [{ id: jane?.id, firstName: 'Janet' }] },
  })
  // Only those who are new were imported on their timelines.
  expect(await rows('activities')).toHaveLength(3)
})

test('a dry run answers what the import will, and writes nothing', async () => {
  const { errors } = await load('email\nwrong', { dryRun: true })
  expect(errors).toHaveLength(1)
  const planned = await load(file, { dryRun: true })
  for (const table of ['contacts', 'accounts', 'auditEvents', 'activities'] as const)
    expect(await rows(table)).toEqual([])
  expect(await load(file)).toEqual(planned)
})

test('rows with an error are named by line and column, and the others are imported', async () => {
  const csv = [
    'Vorname;Nachname;E-Mail;Zeitzone;Sprache',
    'Jane;"Doe\nof two lines";jane@contoso.example;Europe/Berlin;de',
    'Zoë;Doe;zoe@contoso.example;;',
    '',
    'Bob;;bob@contoso.example,eve@evil.example;;',
    'Cid;;cid@contoso.example;Mars/Olympus;xx-yy-zz-1',
    'Dan;;;;',
    'Eve;;ZOE@contoso.example;;',
    'Fay;;fay@contoso.example;;;one cell too many',
    'Gus;;gus@contoso.example',
    'H\uFFFDl;;hal@contoso.example;;',
  ].join('\r\n')
  expect(await load(csv)).toEqual({
    created: 2,
    updated: 0,
    skipped: 0,
    ignoredColumns: [],
    errors: [
      { row: 2, column: 'Nachname', message: 'Write it on one line, in plain characters.' },
      { row: 6, column: 'E-Mail', message: 'Give one plain address, such as jane@contoso.com.' },
      { row: 7, column: 'Sprache', message: 'Give a language tag, such as en or de-CH.' },
      { row: 7, column: 'Zeitzone', message: 'Give a time zone, such as Europe/Berlin or UTC.' },
      { row: 8, column: 'E-Mail', message: 'Give an e-mail address: contacts are told apart by it.' },
      { row: 9, column: 'E-Mail', message: 'Row 4 has this e-mail already. Keep one of the two.' },
      { row: 10, column: null, message: expect.stringContaining('more cells') },
      { row: 12, column: 'Vorname', message: expect.stringContaining('CSV UTF-8') },
    ],
  })
  expect((await contacts()).map((contact) => contact.firstName)).toEqual(['Zoë', 'Gus'])
})

test.each([
  ['a byte order mark', '\uFEFFemailaddress1,firstname\njane@contoso.example,Jane'],
  ['semicolons', 'E-mail;First_Name\njane@contoso.example;Jane'],
  ['tabs', 'firstName\tEMAIL\nJane\tjane@contoso.example'],
  ['a declared separator', 'sep=|\nfirst-name|e mail\nJane|jane@contoso.example'],
  [
    'quoted headers with commas in other columns',
    '"First name","E-mail","City, country"\r\n"Jane","jane@contoso.example","Bern, CH"\r\n',
  ],
  ['old line ends', 'First name,E-mail\rJane,jane@contoso.example\r'],
  ['spaces around cells', ' First name , E-mail \n Jane , jane@contoso.example '],
  ['a full name', 'Full Name,Email\nJane,jane@contoso.example'],
])('a file with %s is read', async (_, csv) => {
  expect(await load(csv)).toMatchObject({ created: 1, errors: [] })
  const [jane] = await contacts()
  expect([jane?.firstName ?? jane?.lastName, jane?.email]).toEqual(['Jane', 'jane@contoso.example'])
})

test('a full name is taken apart only as far as first and last name are not given', async () => {
  await load('Name,First name,E-mail\nMary Jane Doe,,mary@contoso.example\nX Doe,Ann,ann@contoso.example')
  expect(await contacts()).toMatchObject([
    { firstName: 'Mary Jane', lastName: 'Doe' },
    { firstName: 'Ann', lastName: 'Doe' },
  ])
})

test.each([
  ['nothing', ''],
  ['blank lines', '\n\n , \n'],
  ['no header', 'Jane,Doe,jane@contoso.example'],
  ['no e-mail', 'First name,Last name\nJane,Doe'],
  ['two columns of one meaning', 'E-mail,Email address\na@b.example,c@d.example'],
])('a file with %s is refused in words', async (_, csv) => {
  expect(
    await importContacts({ deps: world.deps, actor: staffActor('admin'), input: { csv } }),
  ).toMatchObject({
    refusal: 'invalid_request',
    errors: [{ path: 'csv' }],
  })
})

test('a quotation mark that is never closed spoils its row alone', async () => {
  const { created, errors } = await load(
    'email,first name\njane@contoso.example,Jane\njoe@contoso.example,"Joe\nann@contoso.example,Ann',
  )
  expect({ created, errors }).toMatchObject({ created: 1, errors: [{ row: 3, column: null }] })
})

test('names that a spreadsheet would run are kept as they are', async () => {
  const names = ['=1+1', '+49', '-x', '@SUM(A1)']
  await load(`email,last name\n${names.map((name, index) => `c${index}@contoso.example,${name}`).join('\n')}`)
  expect((await contacts()).map((contact) => contact.lastName)).toEqual(names)
})

test('an inviter imports contacts, but cannot create accounts by the way', async () => {
  await world.make.account('Fabrikam')
  const actor = staffActor('inviter')
  expect(await load('email,company\na@b.example,FABRIKAM\nc@d.example,Contoso', { actor })).toMatchObject({
    created: 1,
    errors: [{ row: 3, column: 'company' }],
  })
  expect(await rows('accounts')).toHaveLength(1)
})

test('a viewer imports nothing, not even dry', async () => {
  expect(
    await importContacts({
      deps: world.deps,
      actor: staffActor('viewer'),
      input: { csv: file, dryRun: true },
    }),
  ).toMatchObject({ refusal: 'forbidden' })
})

test('imports of one file at the same moment in several processes create everybody once', async () => {
  const people = Array.from({ length: 2500 }, (_, index) => `c${index}@contoso.example,Account ${index % 40}`)
  const csv = `email,account\n${people.join('\n')}`
  const processes = await Promise.all(Array.from({ length: 3 }, () => createProcessDeps(world.url)))
  const outcomes = await Promise.all(
    processes.map(async (deps) =>
      valued(await importContacts({ deps, actor: world.operator, input: { csv } })),
    ),
  )
  expect(outcomes.reduce((sum, outcome) => sum + outcome.created, 0)).toBe(2500)
  for (const outcome of outcomes) expect(outcome.created + outcome.updated + outcome.skipped).toBe(2500)
  expect(await rows('contacts')).toHaveLength(2500)
  expect(await rows('activities')).toHaveLength(2500)
  expect(await rows('accounts')).toHaveLength(40)
  for (const deps of processes) deps.database.close()
})
