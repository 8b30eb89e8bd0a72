import { apiKeyRoles, createApiKey } from '@usher/services'
import { operator } from '../deps.ts'
import { withHouse } from '../house/with-house.ts'
import { stopOver } from '../stop.ts'
import { defineNoun, defineVerb } from '../verb.ts'

const create = defineVerb({
  name: 'create',
  description: 'Create a key of the management API; it is shown once',
  args: {
    name: { type: 'string', description: 'What the key is for', required: true },
    role: { type: 'enum', options: [...apiKeyRoles], description: 'What it may do', default: 'admin' },
    expires: {
      type: 'string',
      description: 'Its last day, such as 2030-12-31. Without it the key does not end',
    },
    owner: {
      type: 'string',
      description: 'E-mail of the staff user it acts for. Without it the first owner',
    },
  },
  run: ({ args }) =>
    withHouse(async ({ deps, settings }) => {
      const created = await createApiKey({
        deps,
        actor: operator,
        input: {
          name: args.name,
          role: args.role,
          expiresAt: args.expires ?? null,
          staffEmail: args.owner ?? null,
        },
      })
      if (!created.ok) throw stopOver(created)
      const text = `${created.value.key}\n\nKeep it now: it is not shown again. Use it as "Authorization: Bearer …" at ${settings.origin}/admin/api/v1`
      return { text, data: created.value }
    }),
})

export default defineNoun('api-key', 'Keys of the management API', { create })
