import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { type CommandDef, defineCommand, renderUsage, runCommand } from 'citty'
import { readVersion } from './house/version.ts'
import { root } from './root.ts'
import { Stop } from './stop.ts'

/** The command line. Commands are loaded when they are called. */
export const usher: CommandDef = defineCommand({
  meta: { name: 'usher', description: 'Invite people to your websites and let them in' },
  subCommands: {
    start: () => import('./commands/start.ts').then((module) => module.default),
    dev: () => import('./commands/dev.ts').then((module) => module.default),
    migrate: () => import('./commands/migrate.ts').then((module) => module.default),
    doctor: () => import('./commands/doctor.ts').then((module) => module.default),
    backup: () => import('./commands/backup.ts').then((module) => module.default),
    owner: () => import('./commands/owner.ts').then((module) => module.default),
    'api-key': () => import('./commands/api-key.ts').then((module) => module.default),
    contacts: () => import('./commands/contacts.ts').then((module) => module.default),
    import: () => import('./commands/import.ts').then((module) => module.default),
    invitations: () => import('./commands/invitations.ts').then((module) => module.default),
  },
})

/** Runs the command that the arguments name. @returns the exit code: 0 done, 1 refused, 2 wrong usage */
export async function runUsher(rawArgs: string[]): Promise<0 | 1 | 2> {
  const asksForHelp = rawArgs.includes('--help') || rawArgs.includes('-h')
  try {
    if (rawArgs.length === 1 && rawArgs[0] === '--version') console.log(await readVersion(root))
    else if (asksForHelp || rawArgs.length === 0) console.log(await helpFor(rawArgs))
    else await runCommand(usher, { rawArgs })
    return 0
  } catch (error) {
    const stop = isUsageError(error) ? new Stop(`${error.message}: see --help`, 2) : error
    if (!(stop instanceof Stop)) throw error
    if (rawArgs.includes('--json')) console.log(JSON.stringify(stop.details, null, 2))
    else console.error(plain(process.stderr, stop.message))
    return stop.exitCode
  }
}

async function helpFor(rawArgs: string[]): Promise<string> {
  let command = usher
  let parent: CommandDef | undefined
  for (const name of rawArgs.filter((arg) => !arg.startsWith('-'))) {
    const next = ((await command.subCommands) as Record<string, () => Promise<CommandDef>> | undefined)?.[
      name
    ]
    if (!next) break
    parent = command
    command = typeof next === 'function' ? await next() : next
  }
  return plain(process.stdout, await renderUsage(command, parent))
}

/** citty colours whatever it writes on; files and programs want none. */
const plain = (stream: NodeJS.WriteStream, text: string) =>
  stream.isTTY ? text : stripVTControlCharacters(text)

/** citty's own: an unknown command, a missing argument, a value outside its list. */
const isUsageError = (error: unknown): error is Error => error instanceof Error && error.name === 'CLIError'
