import { redirect } from '@sveltejs/kit'
import { createSavedView, deleteSavedView } from '@usher/services'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { problemOf } from '#lib/server/refusals.ts'
import type { Actions, PageServerLoad } from './$types'

/** Views stand on the lists that they are of. */
export const load: PageServerLoad = () => redirect(303, to('/'))

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { list = '', name = '', query = '' } = textsOf(form, ['list', 'name', 'query'])
    const input = { list, name, query, isShared: form.has('isShared') }
    const saved = await createSavedView({ ...by(event.locals), input })
    const back = to(`/${list}`)
    if (!saved.ok) {
      const { message, errors } = problemOf(saved)
      redirectWith(event, back + query, Object.values(errors)[0] ?? message, 'error')
    }
    redirectWith(event, `${back}?${saved.value.query}`, `The view ${name} was saved.`)
  },
  forget: async (event) => {
    const { id, list = '' } = textsOf(await event.request.formData(), ['id', 'list'])
    const forgotten = await deleteSavedView({ ...by(event.locals), input: { id } })
    if (!forgotten.ok) redirectWith(event, to(`/${list}`), problemOf(forgotten).message, 'error')
    redirectWith(event, to(`/${list}`), 'The view was forgotten.')
  },
}
