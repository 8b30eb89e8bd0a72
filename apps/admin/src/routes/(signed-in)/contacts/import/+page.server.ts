import { importContacts } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { failWith } from '#lib/server/refusals.ts'
import { importInWords } from '#lib/import-words.ts'
import type { Actions } from './$types'

const errorsShown = 100

export const actions: Actions = {
  preview: async ({ request, locals }) => {
    const { csv } = await readCsv(request)
    const tried = await importContacts({ ...by(locals), input: { csv, dryRun: true } })
    if (!tried.ok) return failWith(tried, undefined, { csv })
    const { errors, ...outcome } = tried.value
    return { csv, outcome: { ...outcome, errorCount: errors.length, errors: errors.slice(0, errorsShown) } }
  },
  import: async (event) => {
    const { csv } = await readCsv(event.request)
    const imported = await importContacts({ ...by(event.locals), input: { csv } })
    if (!imported.ok) return failWith(imported, undefined, { csv })
    redirectWith(event, to('/contacts'), importInWords(imported.value))
  },
}

/** The file when there is one, else what was pasted. */
async function readCsv(request: Request): Promise<{ csv: string }> {
  const form = await request.formData()
  const file = form.get('file')
  const csv = file instanceof File && file.size > 0 ? await file.text() : String(form.get('csv') ?? '')
  return { csv }
}
