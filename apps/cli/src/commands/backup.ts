import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import { copyDatabase, readSettings } from '../deps.ts'
import { secretFile } from '../house/secret.ts'
import { Stop } from '../stop.ts'
import { defineVerb } from '../verb.ts'

export default defineVerb({
  name: 'backup',
  description: 'Copy the embedded database into a file, whole and consistent, while Usher runs',
  args: { file: { type: 'positional', description: 'The file to write; it must not exist', required: true } },
  async run({ args }) {
    const settings = readSettings()
    if (!settings.databaseFile) {
      throw new Stop('The database is not embedded: back it up where it is (DATABASE_URL)')
    }
    const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), args.file)
    const exists = await access(file).then(
      () => true,
      () => false,
    )
    if (exists) throw new Stop(`${file} exists: name a new file`)
    await copyDatabase(settings, file)
    const secret = settings.hasOwnSecret ? null : secretFile(settings.dataDir)
    const reminder = secret ? `\nIt cannot be read without ${secret}: keep that elsewhere.` : ''
    return { text: `${file} holds the database.${reminder}`, data: { file, secret } }
  },
})
