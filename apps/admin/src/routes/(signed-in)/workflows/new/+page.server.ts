import { mayDo, workflowTriggers } from '@usher/domain'
import { createWorkflow } from '@usher/services'
import { error } from '@sveltejs/kit'
import { to } from '#lib/paths.ts'
import { by } from '#lib/server/by.ts'
import { redirectWith } from '#lib/server/flash.ts'
import { textsOf } from '#lib/server/form-input.ts'
import { answers, failWith } from '#lib/server/refusals.ts'
import { freshStep } from '#lib/workflow-edit.ts'
import { workflowExamples } from '#lib/workflow-examples.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  if (!mayDo(by(locals).actor.role, 'structure.write')) error(403, answers.forbidden.words)
  return { examples: workflowExamples.map(({ key, name, description }) => ({ key, name, description })) }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const trigger = workflowTriggers.find((each) => each === form.get('trigger')) ?? 'redemption'
    return create(event, form, { trigger, steps: [freshStep('send_email', 'welcome_mail')] })
  },
  example: async (event) => {
    const form = await event.request.formData()
    const example = workflowExamples.find(({ key }) => key === form.get('example'))
    if (!example) return failWith({ ok: false, refusal: 'not_found' }, form)
    const { description, definition } = example
    for (let number = 1; ; number++) {
      const name = number === 1 ? example.name : `${example.name} ${number}`
      const created = await createWorkflow({ ...by(event.locals), input: { name, description, definition } })
      if (created.ok)
        redirectWith(event, to('/workflows', created.value.id, 'edit'), `${name} is kept as a draft.`)
      const isTaken = created.errors?.some(({ path }) => path === 'name')
      if (!isTaken || number >= 100) return failWith(created, form)
    }
  },
  import: async (event) => {
    const form = await event.request.formData()
    const file = form.get('file')
    const text = file instanceof File && file.size > 0 ? await file.text() : String(form.get('json') ?? '')
    const read = readExport(text)
    if (!read) {
      return failWith(
        {
          ok: false,
          refusal: 'invalid_request',
          errors: [
            { path: 'json', message: 'This is no JSON of a workflow. Export one to see what it looks like.' },
          ],
        },
        form,
      )
    }
    if (!String(form.get('name') ?? '').trim()) form.set('name', read.name)
    return create(event, form, read.definition, 'json')
  },
}

async function create(event: RequestEvent, form: FormData, definition: unknown, field?: string) {
  const input = { ...textsOf(form, ['name', 'description']), definition }
  const created = await createWorkflow({ ...by(event.locals), input })
  if (!created.ok) {
    const errors = (created.errors ?? []).map((each) =>
      field && each.path.startsWith('definition')
        ? { path: field, message: `${each.path}: ${each.message}` }
        : each,
    )
    return failWith({ ...created, errors }, form)
  }
  redirectWith(event, to('/workflows', created.value.id, 'edit'), `${created.value.name} is kept as a draft.`)
}

/** What the export wrote, or a definition alone. */
function readExport(text: string): { name: string; definition: unknown } | null {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return null
    if (!('definition' in read)) return { name: '', definition: read }
    return { name: 'name' in read ? String(read.name) : '', definition: read.definition }
  } catch {
    return null
  }
}
