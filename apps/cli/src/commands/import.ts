import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import {
  importPowerPages,
  listWebsites,
  type PowerPagesFile,
  type PowerPagesNote,
  type PowerPagesOutcome,
} from '@usher/services'
import { type House, operator } from '../deps.ts'
import { withHouse } from '../house/with-house.ts'
import { Stop, stopOver } from '../stop.ts'
import { defineNoun, defineVerb } from '../verb.ts'

/** More are in the answer of `--json`. */
const notesShown = 50

const powerPages = defineVerb({
  name: 'power-pages',
  description: 'Bring accounts, contacts, web roles and invitations over from Power Pages',
  args: {
    folder: {
      type: 'positional',
      description: 'Where the tables are, as CSV files: see docs/power-pages.md',
      required: true,
    },
    website: {
      type: 'string',
      description: 'The website they are for, by name; needed when there are several',
    },
    dates: {
      type: 'enum',
      options: ['dmy', 'mdy'],
      description: 'How dates with slashes are read; told from the dates themselves unless given',
    },
    'dry-run': { type: 'boolean', description: 'Say what would happen and change nothing', default: false },
  },
  async run({ args }) {
    const files = await readTables(args.folder)
    const dryRun = args['dry-run']
    return withHouse(async (house) => {
      const input = {
        files,
        websiteId: await websiteNamed(house, args.website),
        dateOrder: args.dates === 'dmy' || args.dates === 'mdy' ? args.dates : null,
        dryRun,
      }
      const imported = await importPowerPages({ deps: house.deps, actor: operator, input })
      if (!imported.ok) throw stopOver(imported)
      return { text: describe(imported.value, dryRun), data: imported.value }
    })
  },
})

/** pnpm runs commands at the root; a folder is named from where the person is. */
async function readTables(folder: string): Promise<PowerPagesFile[]> {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), folder)
  const names = await readdir(path).catch(() => {
    throw new Stop(`${path} is no folder that can be read`)
  })
  const tables = names.filter((name) => /\.csv$/i.test(name)).sort()
  if (tables.length === 0) throw new Stop(`There are no CSV files in ${path}`)
  return Promise.all(tables.map(async (name) => ({ name, text: decode(await readFile(join(path, name))) })))
}

/** UTF-8, or what Excel calls Unicode text. */
const decode = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)

/** `null`: the only one there is. */
async function websiteNamed({ deps }: House, name: string | undefined): Promise<string | null> {
  const websites = await listWebsites({ deps, actor: operator, input: { limit: 200 } })
  if (!websites.ok) throw stopOver(websites)
  const { items } = websites.value
  if (name === undefined && items.length <= 1) return null
  const names = items.map((website) => website.name).join(', ')
  if (name === undefined) throw new Stop(`Give --website, one of: ${names}`, 2)
  const found = items.filter((website) => website.name === name)
  if (found.length !== 1) throw new Stop(`There is no one website called ${name}; there are: ${names}`)
  return found[0]?.id ?? null
}

function describe(outcome: PowerPagesOutcome, dryRun: boolean): string {
  const { website, notes } = outcome
  const tables = (['accounts', 'contacts', 'webRoles', 'invitations'] as const).map((table) => {
    const { created, matched } = outcome[table]
    return `  ${words[table].padEnd(12)} ${created} new, ${matched} here already`
  })
  return [
    `${dryRun ? 'Would come' : 'Came'} over to ${website.name}:`,
    ...tables,
    `  ${'Redemptions'.padEnd(12)} ${outcome.redemptions} new`,
    `  ${'Granted'.padEnd(12)} ${outcome.grants} web roles to contacts`,
    ...(notes.length > 0 ? ['', 'Not taken as it stood:', ...notes.slice(0, notesShown).map(line)] : []),
    ...(notes.length > notesShown ? [`  and ${notes.length - notesShown} more: see --json`] : []),
  ].join('\n')
}

const words = {
  accounts: 'Accounts',
  contacts: 'Contacts',
  webRoles: 'Web roles',
  invitations: 'Invitations',
}

const line = ({ file, row, message }: PowerPagesNote) =>
  `  ${file}${row === null ? '' : `, record ${row}`}: ${message}`

export default defineNoun('import', 'Coming from elsewhere', { 'power-pages': powerPages })
