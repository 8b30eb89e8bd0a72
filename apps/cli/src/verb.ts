import { type ArgsDef, type CommandContext, type CommandDef, defineCommand, type SubCommandsDef } from 'citty'
import { Stop } from './stop.ts'

/** What a verb says: to a person, and to a program (`--json`). */
export type Said = { text: string; data: unknown }

const jsonArgument = { json: { type: 'boolean', description: 'Answer in JSON', default: false } } as const

/**
 * A command that answers. Unlike citty's own it refuses what it does not know: a misspelt option changes nothing
 * silently. `run` may throw `Stop`.
 */
export function defineVerb<const A extends ArgsDef>(verb: {
  name: string
  description: string
  args?: A
  run(context: CommandContext<A>): Promise<Said>
}): CommandDef<A> {
  const known: ArgsDef = { ...verb.args, ...jsonArgument }
  return defineCommand({
    meta: { name: verb.name, description: verb.description },
    args: known as A,
    async run(context) {
      refuseUnknown(known, context.args)
      const { text, data } = await verb.run(context)
      console.log(context.args['json'] ? JSON.stringify(data, null, 2) : text)
    },
  })
}

/** A command that stays until it is asked to stop, and says what it has to say on the way. */
export function defineService<const A extends ArgsDef>(service: {
  name: string
  description: string
  args: A
  run(context: CommandContext<A>): Promise<void>
}): CommandDef<A> {
  return defineCommand({
    meta: { name: service.name, description: service.description },
    args: service.args,
    run(context) {
      refuseUnknown(service.args, context.args)
      return service.run(context)
    },
  })
}

/** Verbs under one noun: `usher owner create`. */
export const defineNoun = (name: string, description: string, subCommands: SubCommandsDef) =>
  defineCommand({ meta: { name, description }, subCommands })

function refuseUnknown(known: ArgsDef, given: Record<string, unknown> & { _: string[] }) {
  const names = new Set(Object.keys(known).map(camelCase))
  const unknown = Object.keys(given).find((name) => name !== '_' && !names.has(camelCase(name)))
  if (unknown !== undefined) {
    throw new Stop(`There is no option ${unknown.length === 1 ? '-' : '--'}${unknown}: see --help`, 2)
  }
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
