import { redirect } from '@sveltejs/kit'
import { createContactImport } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { failWith } from '#lib/server/refusals.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  upload: async ({ request, locals }) => {
    const form = await request.formData()
    const file = form.get('file')
    const isFile = file instanceof File && file.size > 0
    const pasted = String(form.get('csv') ?? '')
    const created = await createContactImport({
      ...by(locals),
      input: isFile
        ? { file: file.stream() as unknown as AsyncIterable<Uint8Array>, fileName: file.name }
        : { file: [new TextEncoder().encode(pasted)] },
    })
    if (!created.ok) return failWith(created, undefined, { csv: pasted })
    redirect(303, to('/contacts/import', created.value.id))
  },
}
