import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  createContactImport,
  getTask,
  type ImportPlan,
  listContacts,
  listRejectedRows,
  runTask,
  startContactImport,
  undoTask,
} from '../index.ts'
import { createWorld, staffActor, valued } from '../testing/index.ts'

let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => (world = await createWorld()))
afterEach(() => world.remove())

const call = (input: object) => ({ deps: world.deps, actor: world.operator, input: input as never })
const upload = async (text: string, cut = text.length) => {
  const bytes = new TextEncoder().encode(text)
  const file: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += cut) file.push(bytes.slice(at, at + cut))
  return valued(await createContactImport({ deps: world.deps, actor: world.operator, input: { file } })).id
}
const taskOf = async (id: string) => valued(await getTask(call({ id })))
const planOf = async (id: string) => (await taskOf(id)).input as ImportPlan
const run = async (id: string, phase: 'check' | 'import', fields?: ImportPlan['fields']) => {
  valued(await startContactImport(call({ id, phase, fields: fields ?? (await planOf(id)).fields })))
  while (await runTask({ deps: world.deps, id }));
  return taskOf(id)
}
const contacts = async () =>
  valued(await listContacts(call({ sort: 'email', limit: 200 }))).items.map(
    ({ email, firstName, accountName }) => [email, firstName, accountName],
  )

test('columns are guessed, checked without a change, mapped otherwise, imported, and rolled back', async () => {
  await world.make.contact({ email: 'known@contoso.example', firstName: 'Old' })
  const id = await upload(
    'Vorname;Mail;Firma;Shoe size\nNew;new@contoso.example;Fabrikam;7\nZoë;known@contoso.example;;8\n;nonsense;;\n',
  )
  expect(await planOf(id)).toMatchObject({ delimiter: ';', fields: ['firstName', 'email', 'account', null] })
  const before = await contacts()
  expect(await run(id, 'check')).toMatchObject({
    status: 'draft',
    outcome: { created: 1, updated: 1, rejected: 1, newAccounts: 1 },
  })
  expect(await contacts()).toEqual(before)

  const done = await run(id, 'import', ['firstName', 'email', null, null])
  expect(done).toMatchObject({
    status: 'completed',
    changed: 2,
    outcome: { created: 1, updated: 1, rejected: 1 },
  })
  expect(await contacts()).toEqual([
    ['known@contoso.example', 'Zoë', null],
    ['new@contoso.example', 'New', null],
  ])
  expect(valued(await listRejectedRows(call({ id })))).toMatchObject([
    { row: 4, column: 'Mail', cells: ['', 'nonsense', '', ''] },
  ])
  valued(await undoTask(call({ id })))
  while (await runTask({ deps: world.deps, id }));
  expect(await taskOf(id)).toMatchObject({ status: 'undone' })
  expect(await contacts()).toEqual(before)
})

test('what stands in the way of all of it is told apart from rows that are left out', async () => {
  const id = await upload('Name,Address\nJane Doe,jane@contoso.example\n')
  const refused = await startContactImport(call({ id, phase: 'import', fields: ['name', null] }))
  expect(refused).toMatchObject({ refusal: 'invalid_request', errors: [{ path: 'fields' }] })
  expect(await startContactImport(call({ id, phase: 'import', fields: ['email', 'email'] }))).toMatchObject({
    refusal: 'invalid_request',
  })
  expect(await run(id, 'import', ['name', 'email'])).toMatchObject({ changed: 1 })
})

test.each([1, 7, 1000])(
  'a file is the same in pieces of %i bytes: quotes, breaks within them, letters of several bytes',
  async (cut) => {
    const rows = Array.from(
      { length: 3000 },
      (_, n) => `"Zoë ""${n}""",zoe${n}@contoso.example,"Contoso, Ltd","A\r\nnote"\r\n`,
    )
    const text = `\uFEFFFirst name,E-mail,Account,Note\r\n${rows.join('')}Zoë,zoe7@contoso.example,`
    const id = await upload(text, cut === 1 ? 1013 : cut * 1024 + 1)
    const done = await run(id, 'import')
    expect(done).toMatchObject({
      status: 'completed',
      changed: 3000,
      outcome: { created: 3000, rejected: 1 },
    })
    const rejects = valued(await listRejectedRows(call({ id })))
    expect(rejects.at(-1)).toMatchObject({ row: 6002 })
  },
  60_000,
)

test('a viewer imports nothing, and an inviter creates no accounts', async () => {
  const file = [new TextEncoder().encode('E-mail,Account\nx@contoso.example,New one\n')]
  const given = { deps: world.deps, input: { file } }
  expect(await createContactImport({ ...given, actor: staffActor('viewer') })).toMatchObject({
    refusal: 'forbidden',
  })
})
