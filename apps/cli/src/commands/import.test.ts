import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePlace, type Place, runCommand } from '../testing/house.ts'

let place: Place
let folder: string
beforeEach(async () => {
  place = await makePlace()
  folder = join(place.dataDir, 'export')
  await mkdir(folder, { recursive: true })
})
afterEach(() => place.remove())

const invitation = '66666666-6666-4666-a666-666666666666'
const usher = (...args: string[]) =>
  runCommand(args, place, { cwd: place.dataDir, variables: { INIT_CWD: place.dataDir } })
const createOwner = () =>
  runCommand(['owner', 'create', '--name', 'Ada', '--email', 'ada@contoso.com'], place, {
    input: 'three plain words\n',
  })

async function exportTables() {
  await writeFile(
    join(folder, 'contact.csv'),
    'contactid,firstname,lastname,emailaddress1\n33333333-3333-4333-a333-333333333333,Jane,Doe,jane@fabrikam.com\n',
  )
  // What Excel calls Unicode text: UTF-16 with tabs.
  const text = `\uFEFFadx_invitationid\tadx_name\tadx_type\tadx_invitationcode\n${invitation}\tPärtner\tGroup\tSPRING-2027\n`
  await writeFile(join(folder, 'adx_invitation.csv'), Buffer.from(text, 'utf16le'))
  await writeFile(join(folder, 'notes.csv'), 'a,b\n1,2\n')
}

test('an export of Power Pages comes over once: dry run, import, the same again', async () => {
  expect(createOwner().status).toBe(0)
  await exportTables()
  const dry = usher('import', 'power-pages', 'export', '--dry-run')
  expect(dry).toMatchObject({ status: 0, stdout: expect.stringContaining('Would come over') })
  expect(dry.stdout).toContain('notes.csv: Its columns are those of no table')

  const come = usher('import', 'power-pages', 'export', '--json')
  expect(JSON.parse(come.stdout)).toMatchObject({
    contacts: { created: 1, matched: 0 },
    invitations: { created: 1, matched: 0 },
  })
  const again = usher('import', 'power-pages', 'export', '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({
    contacts: { created: 0, matched: 1 },
    invitations: { created: 0, matched: 1 },
  })
}, 60_000)

test('a folder without tables, or none at all, is said in one line', () => {
  expect(usher('import', 'power-pages', 'nowhere')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/nowhere is no folder that can be read\n$/),
  })
  expect(usher('import', 'power-pages', 'export')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^There are no CSV files in .*export\n$/),
  })
}, 60_000)
