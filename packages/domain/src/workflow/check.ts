import type { FieldError } from '../result.ts'
import { flattenSteps, type WorkflowDefinition } from './definition.ts'
import { ExpressionError, parseExpression } from './expression.ts'
import { typeOf } from './expression-types.ts'
import { fieldTypes } from './fields.ts'
import { problemInMailText } from './mail-fields.ts'
import type { Step } from './steps.ts'
import { typeOfTemplate } from './template.ts'

/**
 * What keeps a definition from being activated: keys used twice, expressions whose types do not fit, fields that no
 * earlier step makes, steps that are never reached. Paths are dotted: `steps.2.then.0.condition`.
 * Whether web roles, endpoints and workflows exist is for the database to say.
 * @param options.isInvitationMail the mails are those of Send Invitation, which know the code and the link
 */
export function checkDefinition(
  { steps }: Pick<WorkflowDefinition, 'steps'>,
  { isInvitationMail = false }: { isInvitationMail?: boolean } = {},
): FieldError[] {
  const errors: FieldError[] = []
  const keys = new Set<string>()

  function checkSteps(list: readonly Step[], path: string, before: readonly Step[]): void {
    const earlier = [...before]
    for (const [index, step] of list.entries()) {
      const at = `${path}.${index}`
      if (keys.has(step.key))
        errors.push({ path: `${at}.key`, message: `The key ${step.key} is used twice. Choose another.` })
      keys.add(step.key)
      if (list[index - 1]?.kind === 'stop')
        errors.push({
          path: at,
          message: 'Nothing after a stop is reached. Move it before the stop, or take it out.',
        })
      checkStep(step, at, earlier)
      if (step.kind === 'branch') {
        checkSteps(step.then, `${at}.then`, [...earlier, step])
        checkSteps(step.else, `${at}.else`, [...earlier, step])
      }
      earlier.push(...flattenSteps([step]))
    }
  }

  function checkStep(step: Step, at: string, earlier: readonly Step[]): void {
    const fields = fieldTypes(earlier)
    const attempt = (name: string, check: () => void) => {
      try {
        check()
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error
        errors.push({ path: `${at}.${name}`, message: error.message })
      }
    }
    const template = (name: string, source: string) =>
      attempt(name, () => void typeOfTemplate(source, fields))
    const expression = (name: string, source: string, wanted: 'boolean' | 'date', example: string) =>
      attempt(name, () => {
        const type = typeOf(parseExpression(source), fields)
        if (type !== wanted)
          throw new ExpressionError(
            wanted === 'boolean'
              ? `This is ${type}, not a condition. Compare it, such as ${example}.`
              : `This is ${type}, not a date. Write something like ${example}.`,
          )
      })
    const mail = (name: string, text: string) =>
      attempt(name, () => {
        const problem = problemInMailText(text, isInvitationMail)
        if (problem) throw new ExpressionError(problem)
      })
    switch (step.kind) {
      case 'send_email':
        mail('subject', step.subject)
        mail('preheader', step.preheader)
        mail('body', step.body)
        break
      case 'update_contact':
      case 'update_account':
      case 'call_webhook':
        for (const [name, source] of Object.entries(step.fields)) template(`fields.${name}`, source)
        break
      case 'create_account':
        for (const name of ['name', 'number', 'email', 'websiteUrl'] as const) template(name, step[name])
        break
      case 'add_tag':
        template('tag', step.tag)
        break
      case 'wait_until':
        expression('date', step.date, 'date', 'addDays(invitation.expiresAt, 1)')
        break
      case 'ask_approval':
        template('question', step.question)
        break
      case 'branch':
        expression('condition', step.condition, 'boolean', 'contact.accountName != null')
        if (step.then.length === 0 && step.else.length === 0)
          errors.push({ path: `${at}.then`, message: 'Put at least one step into this branch.' })
        break
      case 'stop':
        template('reason', step.reason)
        break
      default:
        break
    }
  }

  checkSteps(steps, 'steps', [])
  return errors
}

/** Which web roles a definition adds or removes: who activates it must be allowed to grant them. */
export const touchedWebRoleIds = (definition: Pick<WorkflowDefinition, 'steps'>): string[] => [
  ...new Set(
    flattenSteps(definition.steps).flatMap((step) =>
      step.kind === 'add_web_role' || step.kind === 'remove_web_role' ? [step.webRoleId] : [],
    ),
  ),
]

/** Which workflows a definition starts. */
export const startedWorkflowIds = (definition: Pick<WorkflowDefinition, 'steps'>): string[] =>
  flattenSteps(definition.steps).flatMap((step) => (step.kind === 'start_workflow' ? [step.workflowId] : []))

/** The way round from a workflow back to one that it passed already, or null: workflows that start each other never end. */
export function findLoop(starts: ReadonlyMap<string, readonly string[]>, fromId: string): string[] | null {
  const cleared = new Set<string>()
  function follow(id: string, way: readonly string[]): string[] | null {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id]
    if (cleared.has(id)) return null
    for (const next of starts.get(id) ?? []) {
      const loop = follow(next, [...way, id])
      if (loop) return loop
    }
    cleared.add(id)
    return null
  }
  return follow(fromId, [])
}
