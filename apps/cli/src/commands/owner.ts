import process from 'node:process'
import { createOwner } from '@usher/services'
import { operator } from '../deps.ts'
import { withHouse } from '../house/with-house.ts'
import { askLine, askSecret, readStandardInput } from '../ask.ts'
import { Stop, stopOver } from '../stop.ts'
import { defineNoun, defineVerb } from '../verb.ts'

const create = defineVerb({
  name: 'create',
  description: 'Create an owner: who may do everything. Asks for what is not given',
  args: {
    name: { type: 'string', description: 'Their name, as invitations are signed' },
    email: { type: 'string', description: 'Their e-mail: they sign in with it' },
    password: {
      type: 'string',
      description:
        'Their password. Better left out: others on this machine can read arguments. It is then asked for, or read from standard input',
    },
  },
  async run({ args }) {
    const name = args.name ?? (await askFor('name', 'Name: '))
    const email = args.email ?? (await askFor('email', 'E-mail: '))
    const password =
      args.password ?? (process.stdin.isTTY ? await askSecret('Password: ') : await readStandardInput())
    return withHouse(async ({ deps, settings }) => {
      const created = await createOwner({ deps, actor: operator, input: { name, email, password } })
      if (!created.ok) throw stopOver(created)
      return {
        text: `${name} is an owner now. Sign in at ${settings.origin}/admin`,
        data: { id: created.value.id, name, email },
      }
    })
  },
})

async function askFor(option: string, question: string): Promise<string> {
  if (process.stdin.isTTY) return askLine(question)
  throw new Stop(`Give --${option}`, 2)
}

export default defineNoun('owner', 'Who owns this house', { create })
