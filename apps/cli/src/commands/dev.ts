import { readSettings } from '../deps.ts'
import { develop } from '../dev/develop.ts'
import { defineService } from '../verb.ts'

export default defineService({
  name: 'dev',
  description: 'Serve the apps with reload, behind Turborepo’s proxy',
  args: {},
  run: () => develop(readSettings()),
})
