import {
  checkDefinition,
  mayDo,
  type Step,
  type StepKind,
  stepKinds,
  type WorkflowDefinition,
} from '@usher/domain'
import {
  getWorkflow,
  listWebhookEndpoints,
  listWebRoles,
  listWorkflows,
  updateWorkflow,
} from '@usher/services'
import { error, fail } from '@sveltejs/kit'
import { by } from '#lib/server/by.ts'
import { problemOf, answers, valueOrErrorPage } from '#lib/server/refusals.ts'
import { readStep } from '#lib/server/workflow-form.ts'
import { insertStep, moveStep, removeStep, replaceStep, stepAt } from '#lib/workflow-edit.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

export const load: PageServerLoad = async ({ locals, params }) => {
  const called = by(locals)
  if (!mayDo(called.actor.role, 'structure.write')) error(403, answers.forbidden.words)
  const all = { input: { limit: 200 } }
  const [found, webRoles, endpoints, workflows] = await Promise.all([
    getWorkflow({ ...called, input: { workflowId: params.id } }),
    listWebRoles({ ...called, ...all }),
    listWebhookEndpoints({ ...called, ...all }),
    listWorkflows({ ...called, input: { limit: 200, status: 'activated' } }),
  ])
  const workflow = valueOrErrorPage(found)
  const definition = definitionOf(workflow)
  const offers = {
    webRoles: valueOrErrorPage(webRoles).items.map((role) => ({
      value: role.id,
      label: `${role.name} (${role.websiteName})`,
    })),
    endpoints: valueOrErrorPage(endpoints).items.map(named),
    workflows: valueOrErrorPage(workflows)
      .items.filter(({ id, builtInKey }) => id !== workflow.id && builtInKey !== 'send_invitation')
      .map(named),
  }
  return {
    workflow: {
      id: workflow.id,
      name: workflow.name,
      isDraft: workflow.draft !== null,
      status: workflow.status,
    },
    definition,
    offers,
    problems: problemsOf(workflow.builtInKey, definition, offers),
  }
}

const definitionOf = (workflow: {
  draft: WorkflowDefinition | null
  definition: WorkflowDefinition | null
  trigger: WorkflowDefinition['trigger']
}): WorkflowDefinition => workflow.draft ?? workflow.definition ?? { trigger: workflow.trigger, steps: [] }

/** What keeps it from being activated, by the path of the field; what is not chosen yet as well. */
function problemsOf(
  builtInKey: string | null,
  definition: WorkflowDefinition,
  offers: Record<'webRoles' | 'endpoints' | 'workflows', { value: string }[]>,
): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { path, message } of checkDefinition(definition, {
    isInvitationMail: builtInKey === 'send_invitation',
  }))
    problems[path] ??= message
  const has = (list: { value: string }[], id: string) => list.some(({ value }) => value === id)
  const look = (steps: readonly Step[], path: string): void =>
    steps.forEach((step, index) => {
      const at = `${path}.${index}`
      if (
        (step.kind === 'add_web_role' || step.kind === 'remove_web_role') &&
        !has(offers.webRoles, step.webRoleId)
      )
        problems[`${at}.webRoleId`] = 'Choose a web role.'
      if (step.kind === 'call_webhook' && !has(offers.endpoints, step.endpointId))
        problems[`${at}.endpointId`] = 'Choose an endpoint.'
      if (step.kind === 'start_workflow' && !has(offers.workflows, step.workflowId))
        problems[`${at}.workflowId`] = 'Choose an activated workflow.'
      if (step.kind === 'branch') {
        look(step.then, `${at}.then`)
        look(step.else, `${at}.else`)
      }
    })
  look(definition.steps, 'steps')
  return problems
}

type Change = (steps: readonly Step[], form: FormData) => Step[]

/** Every change is kept in the draft at once; what was before is answered, so that it can be taken back. */
const changing =
  (change: Change, opens: (form: FormData) => string | null = () => null) =>
  async (event: RequestEvent) => {
    const form = await event.request.formData()
    const called = by(event.locals)
    const { id: workflowId } = event.params
    const before = definitionOf(valueOrErrorPage(await getWorkflow({ ...called, input: { workflowId } })))
    const definition = { ...before, steps: change(before.steps, form) }
    return keep(event, definition, before, opens(form))
  }

async function keep(
  event: RequestEvent,
  definition: WorkflowDefinition,
  before: WorkflowDefinition,
  opened: string | null,
) {
  const kept = await updateWorkflow({
    ...by(event.locals),
    input: { workflowId: event.params.id, definition },
  })
  if (kept.ok) return { undo: JSON.stringify(before), opened, message: null, errors: {} }
  const path = opened ?? ''
  const errors = Object.fromEntries(
    (kept.errors ?? []).map(({ path: at, message }) => [at.replace(`definition.${path}.`, ''), message]),
  )
  return fail(400, { message: problemOf(kept).message, opened, errors, undo: null })
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const actions: Actions = {
  add: changing(
    (steps, form) => {
      const kind = stepKinds.find((each) => each === text(form, 'kind')) as StepKind | undefined
      return kind ? insertStep(steps, text(form, 'path'), Number(text(form, 'index')), kind) : [...steps]
    },
    (form) => `${text(form, 'path')}.${text(form, 'index')}`,
  ),
  remove: changing((steps, form) => removeStep(steps, text(form, 'path'))),
  up: changing((steps, form) => moveStep(steps, text(form, 'path'), -1)),
  down: changing((steps, form) => moveStep(steps, text(form, 'path'), 1)),
  save: changing(
    (steps, form) => {
      const before = stepAt(steps, text(form, 'path'))
      return before ? replaceStep(steps, text(form, 'path'), readStep(form, before)) : [...steps]
    },
    (form) => text(form, 'path'),
  ),
  undo: async (event) => {
    const form = await event.request.formData()
    const called = by(event.locals)
    const found = await getWorkflow({ ...called, input: { workflowId: event.params.id } })
    const before = definitionOf(valueOrErrorPage(found))
    try {
      return await keep(event, JSON.parse(text(form, 'definition')) as WorkflowDefinition, before, null)
    } catch (problem) {
      if (!(problem instanceof SyntaxError)) throw problem
      return fail(400, {
        message: 'This cannot be taken back any more.',
        opened: null,
        errors: {},
        undo: null,
      })
    }
  },
}
