import type { Step, StepKind } from '@usher/domain'

/** Where a step stands, or a list of steps: `steps.2.then.0`, `steps.2.else`. */
type Place = { list: Step[]; index: number }

/** The steps with a new one at this place; `path` is a list (`steps`, `steps.1.then`) and `index` where in it. */
export function insertStep(steps: readonly Step[], path: string, index: number, kind: StepKind): Step[] {
  const copy = structuredClone(steps) as Step[]
  listAt(copy, path)?.splice(index, 0, freshStep(kind, freeKey(copy, kind)))
  return copy
}

export function removeStep(steps: readonly Step[], path: string): Step[] {
  const copy = structuredClone(steps) as Step[]
  const place = placeOf(copy, path)
  place?.list.splice(place.index, 1)
  return copy
}

/** One place up or down in its own list. */
export function moveStep(steps: readonly Step[], path: string, by: -1 | 1): Step[] {
  const copy = structuredClone(steps) as Step[]
  const place = placeOf(copy, path)
  const target = place ? place.index + by : -1
  if (!place || target < 0 || target >= place.list.length) return copy
  const [step] = place.list.splice(place.index, 1)
  if (step) place.list.splice(target, 0, step)
  return copy
}

/** Another text for the step; what is in a branch stays in it. */
export function replaceStep(steps: readonly Step[], path: string, step: Step): Step[] {
  const copy = structuredClone(steps) as Step[]
  const place = placeOf(copy, path)
  const before = place?.list[place.index]
  if (!place || !before) return copy
  place.list[place.index] =
    step.kind === 'branch' && before.kind === 'branch'
      ? { ...step, then: before.then, else: before.else }
      : step
  return copy
}

export function stepAt(steps: readonly Step[], path: string): Step | null {
  const place = placeOf(steps as Step[], path)
  return place?.list[place.index] ?? null
}

function placeOf(steps: Step[], path: string): Place | null {
  const cut = path.lastIndexOf('.')
  const index = Number(path.slice(cut + 1))
  const list = listAt(steps, path.slice(0, cut))
  return list && Number.isInteger(index) && index >= 0 && index < list.length ? { list, index } : null
}

function listAt(steps: Step[], path: string): Step[] | null {
  const [root, ...rest] = path.split('.')
  if (root !== 'steps') return null
  let list = steps
  for (let at = 0; at < rest.length; at += 2) {
    const step = list[Number(rest[at])]
    const arm = rest[at + 1]
    if (step?.kind !== 'branch' || (arm !== 'then' && arm !== 'else')) return null
    list = step[arm]
  }
  return list
}

function freeKey(steps: readonly Step[], kind: StepKind): string {
  const text = JSON.stringify(steps)
  for (let number = 1; ; number++) {
    const key = number === 1 ? kind : `${kind}_${number}`
    if (!text.includes(`"key":"${key}"`)) return key
  }
}

/** A step that is complete enough to be kept, and to be filled in. */
export function freshStep(kind: StepKind, key: string): Step {
  const day = { amount: 1, unit: 'days' as const }
  switch (kind) {
    case 'send_email':
      return {
        key,
        kind,
        subject: 'Welcome to {{ website.name }}',
        preheader: '',
        body: 'Hello {{ contact.firstName }},\n\nWelcome.',
        from: null,
        replyTo: null,
      }
    case 'update_contact':
      return { key, kind, fields: { lastName: '{{ contact.lastName }}' } }
    case 'update_account':
      return { key, kind, fields: { name: '{{ account.name }}' } }
    case 'add_web_role':
      return { key, kind, webRoleId: 'choose', lasts: null }
    case 'remove_web_role':
      return { key, kind, webRoleId: 'choose' }
    case 'create_account':
      return {
        key,
        kind,
        name: '{{ emailDomain(contact.email) }}',
        number: '',
        email: '',
        websiteUrl: '',
        assignContact: true,
        reuseByName: true,
      }
    case 'add_tag':
      return { key, kind, tag: 'redeemed' }
    case 'call_webhook':
      return { key, kind, endpointId: 'choose', eventType: 'workflow.step', fields: {} }
    case 'wait_duration':
      return { key, kind, duration: day }
    case 'wait_until':
      return { key, kind, date: 'addDays(now(), 1)' }
    case 'wait_for_event':
      return { key, kind, event: 'contact.updated', timeout: day }
    case 'ask_approval':
      return { key, kind, question: 'Let {{ contact.fullName }} in?', timeout: { amount: 1, unit: 'weeks' } }
    case 'branch':
      return { key, kind, condition: 'contact.accountName != null', then: [], else: [] }
    case 'stop':
      return { key, kind, reason: '' }
    case 'start_workflow':
      return { key, kind, workflowId: 'choose' }
  }
}
