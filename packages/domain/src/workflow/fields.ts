import type { ValueType } from './expression-types.ts'
import type { Value } from './functions.ts'
import type { Step, StepKind } from './steps.ts'

/** What every run knows, and what of it is empty when a workflow begins without an invitation or a redemption. */
const houseFields = {
  contact: {
    id: 'text',
    firstName: 'text',
    lastName: 'text',
    fullName: 'text',
    email: 'text',
    email2: 'text',
    email3: 'text',
    locale: 'text',
    timeZone: 'text',
    accountId: 'text',
    accountName: 'text',
    createdAt: 'date',
    tags: 'list',
    webRoles: 'list',
  },
  account: { id: 'text', name: 'text', number: 'text', email: 'text', websiteUrl: 'text' },
  invitation: {
    id: 'text',
    name: 'text',
    type: 'text',
    status: 'text',
    message: 'text',
    expiresAt: 'date',
    sentAt: 'date',
    createdAt: 'date',
    redemptionCount: 'number',
    maximumRedemptions: 'number',
    webRoles: 'list',
  },
  redemption: { id: 'text', redeemedAt: 'date', ipAddress: 'text' },
  website: { id: 'text', name: 'text', url: 'text' },
  run: { id: 'text', beganBy: 'text', startedAt: 'date' },
} as const satisfies Record<string, Record<string, ValueType>>

/** What a step leaves behind for those after it, as `steps.<key>.<name>`. */
export const stepOutputs = {
  send_email: { emailId: 'text' },
  update_contact: { changed: 'boolean' },
  update_account: { changed: 'boolean' },
  add_web_role: { added: 'boolean' },
  remove_web_role: { removed: 'boolean' },
  create_account: { accountId: 'text', created: 'boolean' },
  add_tag: { added: 'boolean' },
  call_webhook: { ok: 'boolean', status: 'number', body: 'text', attempts: 'number' },
  wait_duration: {},
  wait_until: {},
  wait_for_event: { happened: 'boolean' },
  ask_approval: { approved: 'boolean', decided: 'boolean', decidedBy: 'text', comment: 'text' },
  branch: { taken: 'text' },
  stop: {},
  start_workflow: { runId: 'text' },
} as const satisfies Record<StepKind, Record<string, ValueType>>

/** The fields that a step may use: the house's, and what the steps before it left behind. */
export function fieldTypes(before: readonly Pick<Step, 'key' | 'kind'>[] = []): Map<string, ValueType> {
  const fields = new Map<string, ValueType>()
  for (const [root, names] of Object.entries(houseFields))
    for (const [name, type] of Object.entries(names)) fields.set(`${root}.${name}`, type)
  for (const { key, kind } of before)
    for (const [name, type] of Object.entries<ValueType>(stepOutputs[kind]))
      fields.set(`steps.${key}.${name}`, type)
  return fields
}

/** The values of a run: two levels of names, of which only those that are known are read. */
export type RunValues = {
  [Root in keyof typeof houseFields]: Partial<Record<keyof (typeof houseFields)[Root], Value>> | null
}

/** Reads values by path: own properties alone, and never past what a path names. */
export function fieldValues(values: RunValues, outputs: ReadonlyMap<string, Record<string, unknown>>) {
  return {
    get(path: string): Value {
      const [root = '', name = '', output = ''] = path.split('.')
      const holder = root === 'steps' ? outputs.get(name) : ownValue(values, root)
      return asValue(ownValue(holder, root === 'steps' ? output : name))
    },
  }
}

const ownValue = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : null

function asValue(value: unknown): Value {
  if (value instanceof Date || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return Array.isArray(value) ? value.map(String) : null
}
