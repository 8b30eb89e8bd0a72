import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from './root.ts'
import { makePlace, type Place, runCommand } from './testing/house.ts'
import { openTestHouse } from './testing/open-test-house.ts'

let place: Place
beforeEach(async () => (place = await makePlace()))
afterEach(() => place.remove())

const usher = (args: string[], options: Parameters<typeof runCommand>[2] = {}) =>
  runCommand(args, place, options)
const createOwner = () =>
  usher(['owner', 'create', '--name', 'Ada Owner', '--email', 'ada@contoso.com'], {
    input: 'three plain words\n',
  })

describe('the command line', () => {
  test('lists its commands, each with its own help', () => {
    const help = usher(['--help'])
    expect(help.status).toBe(0)
    for (const command of [
      'start',
      'dev',
      'migrate',
      'doctor',
      'owner',
      'api-key',
      'contacts',
      'invitations',
    ]) {
      expect(help.stdout).toContain(command)
    }
    expect(usher(['contacts', 'import', '--help']).stdout).toContain('--dry-run')
    expect(help.stdout).not.toContain('\u001b')
  })

  test.each([
    [['frobnicate'], /^Unknown command frobnicate/],
    [['owner', 'create', '--nam', 'Ada'], /^There is no option --nam/],
    [['owner', 'create'], /^Give --name/],
    [['contacts', 'import'], /^Missing required positional argument: FILE/],
    [['api-key', 'create', '--name', 'x', '--role', 'owner'], /^Invalid value/],
    [['start', '--port', '1'], /^There is no option --port/],
  ])('%j is wrong usage: exit code 2 and one line', (args, line) => {
    const { status, stdout, stderr } = usher(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  test('says with --json to a program what it says to a person', () => {
    createOwner()
    const { status, stdout } = usher(
      ['owner', 'create', '--name', 'A', '--email', 'ada@contoso.com', '--json'],
      {
        input: 'three plain words',
      },
    )
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ code: 'conflict', errors: [{ path: 'email' }] })
  })
})

test('an owner is created with a password from standard input, and can be checked against it', async () => {
  expect(createOwner()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Ada Owner is an owner now'),
  })
  const house = await openTestHouse(place)
  expect(await house.passwordOf('ada@contoso.com', 'three plain words')).toBe(true)
  expect(await house.passwordOf('ada@contoso.com', 'three other words')).toBe(false)
  expect(await house.auditActions()).toContainEqual(['Command line', 'staff.created'])
  house.close()
})

test('an API key is shown once and acts for the first owner', () => {
  expect(usher(['api-key', 'create', '--name', 'ci']).stderr).toContain('Create the first owner')
  createOwner()
  const { status, stdout } = usher(['api-key', 'create', '--name', 'ci', '--json'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ name: 'ci', role: 'admin', key: expect.stringMatching(/^usk_/) })
})

test('contacts are imported from a file that is named from where the person is', async () => {
  const folder = join(place.dataDir, 'files')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'people.csv'), 'firstName,email\nEve,eve@contoso.com\nBob,no address\n')
  const variables = { INIT_CWD: folder }

  const dryRun = usher(['contacts', 'import', 'people.csv', '--dry-run'], { variables })
  expect(dryRun.stdout).toMatch(
    /^Would be: 1 created, 0 updated, 0 as they were, 1 left out\.\n {2}Row 3, email:/,
  )

  const first = usher(['contacts', 'import', 'people.csv', '--json'], { variables })
  expect(JSON.parse(first.stdout)).toMatchObject({ created: 1, updated: 0, skipped: 0 })
  expect(usher(['contacts', 'import', 'people.csv'], { variables }).stdout).toMatch(
    /^0 created, 0 updated, 1 as they were/,
  )
  expect(usher(['contacts', 'import', 'nobody.csv'], { variables })).toMatchObject({ status: 1 })
})

test('invitations are put on their way, and unknown ones refused', async () => {
  createOwner()
  const house = await openTestHouse(place)
  const invitationId = await house.createInvitation('eve@contoso.com')
  house.close()

  const sent = usher(['invitations', 'send', invitationId, '--json'])
  expect(sent.status).toBe(0)
  expect(JSON.parse(sent.stdout)).toMatchObject({ planned: 1, excluded: [] })
  expect(usher(['invitations', 'send', '01900000-0000-7000-8000-000000000000'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no such invitation'),
  })
})

test('migrate applies what is missing once, and keeps what it makes from others', async () => {
  expect(usher(['migrate']).stdout).toMatch(/^Applied 0001_/)
  expect(usher(['migrate']).stdout).toBe('Nothing to apply: the database is up to date.\n')
  for (const file of ['usher.db', 'secret']) {
    expect((await stat(join(place.dataDir, file))).mode & 0o077).toBe(0)
  }
})

test('a backup is a whole database, for its owner alone, and replaces no file', async () => {
  createOwner()
  const file = join(place.dataDir, 'copy.db')
  expect(usher(['backup', file])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('keep that elsewhere'),
  })
  expect((await stat(file)).mode & 0o077).toBe(0)
  const copy = new DatabaseSync(file, { readOnly: true })
  expect(copy.prepare('select email from staff_users').all()).toEqual([{ email: 'ada@contoso.com' }])
  copy.close()
  expect(usher(['backup', file])).toMatchObject({ status: 1, stderr: `${file} exists: name a new file\n` })
})

describe('doctor', () => {
  /** Of several findings about one thing, the worst. */
  const states = (stdout: string) =>
    Object.fromEntries(
      (JSON.parse(stdout) as { findings: { about: string; state: 'ok' | 'warning' | 'failed' }[] }).findings
        .toSorted((a, b) => severity[a.state] - severity[b.state])
        .map(({ about, state }) => [about, state]),
    )
  const severity = { ok: 0, warning: 1, failed: 2 }

  test('finds a house that is not made yet in order, and makes nothing', async () => {
    const { status, stdout } = usher(['doctor', '--json'])
    expect(status).toBe(0)
    expect(states(stdout)).toMatchObject({
      environment: 'ok',
      secret: 'warning',
      database: 'warning',
      mail: 'ok',
      port: 'ok',
    })
    await expect(stat(join(place.dataDir, 'secret'))).rejects.toThrow('ENOENT')
  })

  test('finds a made house in order', () => {
    usher(['migrate'])
    expect(states(usher(['doctor', '--json']).stdout)).toEqual({
      environment: 'ok',
      secret: 'ok',
      database: 'ok',
      websites: 'ok',
      mail: 'ok',
      port: 'ok',
    })
  })

  test('names a secret that others can read, links that lead elsewhere, mail that cannot leave and a port that is taken', async () => {
    usher(['migrate'])
    await chmod(join(place.dataDir, 'secret'), 0o644)
    const postmark = createServer((_request, response) => response.writeHead(401).end())
    postmark.listen(0, '127.0.0.1')
    await new Promise((resolve) => postmark.once('listening', resolve))
    const { port } = postmark.address() as AddressInfo
    postmark.unref()
    const { status, stdout } = usher(['doctor', '--json'], {
      variables: {
        USHER_PORT: String(port),
        MAIL_TRANSPORT: 'smtp',
        SMTP_URL: 'smtp://127.0.0.1:1',
        MAIL_FROM: 'a@contoso.com',
      },
    })
    postmark.close()
    expect(status).toBe(1)
    expect(states(stdout)).toMatchObject({
      secret: 'failed',
      websites: 'warning',
      mail: 'failed',
      port: 'failed',
    })
  })

  test('names the value of the environment that is wrong', () => {
    const { status, stderr } = usher(['doctor'], { variables: { MAIL_TRANSPORT: 'pigeon' } })
    expect(status).toBe(1)
    expect(stderr).toContain('✗ environment  MAIL_TRANSPORT is "pigeon"')
  })

  test('reads a relative data directory from the root, wherever it is called', () => {
    const { stdout } = usher(['doctor'], { variables: { USHER_DATA_DIR: 'elsewhere/data' }, cwd: '/' })
    expect(stdout).toContain(`data in ${join(root, 'elsewhere/data')}`)
  })
})
