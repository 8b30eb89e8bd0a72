import { defineCommand } from 'citty'
import { readSettings } from '../deps.ts'
import { develop } from '../dev/develop.ts'

export default defineCommand({
  meta: { name: 'dev', description: 'Serve the apps with reload, behind Turborepo’s proxy' },
  run: () => develop(readSettings()),
})
