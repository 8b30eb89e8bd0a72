import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import { importContacts, type ImportOutcome } from '@usher/services'
import { readStandardInput } from '../ask.ts'
import { operator } from '../deps.ts'
import { withHouse } from '../house/with-house.ts'
import { Stop, stopOver } from '../stop.ts'
import { defineNoun, defineVerb } from '../verb.ts'

const importVerb = defineVerb({
  name: 'import',
  description: 'Import contacts from a CSV file with a header line',
  args: {
    file: { type: 'positional', description: 'The file, or - for standard input', required: true },
    'dry-run': { type: 'boolean', description: 'Say what would happen and change nothing', default: false },
  },
  async run({ args }) {
    const csv = args.file === '-' ? await readStandardInput() : await readGivenFile(args.file)
    const dryRun = args['dry-run']
    return withHouse(async ({ deps }) => {
      const imported = await importContacts({ deps, actor: operator, input: { csv, dryRun } })
      if (!imported.ok) throw stopOver(imported)
      return { text: describe(imported.value, dryRun), data: imported.value }
    })
  },
})

/** pnpm runs commands at the root; a file is named from where the person is. */
async function readGivenFile(file: string): Promise<string> {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file)
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Stop(`${path} cannot be read`)
  }
}

function describe(
  { created, updated, skipped, errors, ignoredColumns }: ImportOutcome,
  dryRun: boolean,
): string {
  const would = dryRun ? 'Would be: ' : ''
  return [
    `${would}${created} created, ${updated} updated, ${skipped} as they were, ${errors.length} left out.`,
    ...(ignoredColumns.length > 0 ? [`Columns without a meaning here: ${ignoredColumns.join(', ')}.`] : []),
    ...errors.map(({ row, column, message }) => `  Row ${row}${column ? `, ${column}` : ''}: ${message}`),
  ].join('\n')
}

export default defineNoun('contacts', 'The people you know', { import: importVerb })
