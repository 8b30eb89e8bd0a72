import * as v from 'valibot'
import { awaitableEvents } from './events.ts'

const stepKey = v.pipe(
  v.string('Give the step a key.'),
  v.regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use a short lower-case key such as welcome_mail'),
)
/** Text with merge fields in double braces. */
const template = (maximum: number) =>
  v.pipe(v.string('Give text.'), v.maxLength(maximum, `Use at most ${maximum} characters.`))
const needed = (maximum: number, message: string) =>
  v.pipe(
    v.string(message),
    v.trim(),
    v.nonEmpty(message),
    v.maxLength(maximum, `Use at most ${maximum} characters.`),
  )
const reference = (message: string) => v.pipe(v.string(message), v.nonEmpty(message), v.maxLength(100))

export const durationUnits = ['seconds', 'minutes', 'hours', 'days', 'weeks'] as const
export type DurationUnit = (typeof durationUnits)[number]
const amountMessage = 'Give a whole number from 1 to 1000.'
export const durationSchema = v.strictObject({
  amount: v.pipe(
    v.number(amountMessage),
    v.integer(amountMessage),
    v.minValue(1, amountMessage),
    v.maxValue(1000, amountMessage),
  ),
  unit: v.picklist(durationUnits, `Choose one of ${durationUnits.join(', ')}.`),
})
export type Duration = v.InferOutput<typeof durationSchema>

/** A mail in a workflow: Liquid templates over the merge fields. Goes to the primary e-mail alone. */
export const sendEmailStepSchema = v.strictObject({
  key: stepKey,
  kind: v.literal('send_email'),
  subject: v.pipe(v.string(), v.trim(), v.nonEmpty('Give the mail a subject'), v.maxLength(400)),
  preheader: v.optional(v.pipe(v.string(), v.maxLength(400)), ''),
  /** Paragraphs of text, one blank line between them; merge fields in double braces. */
  body: v.pipe(v.string(), v.nonEmpty('Write the text of the mail'), v.maxLength(50_000)),
  /** Overrides the owner as sender. */
  from: v.optional(v.nullable(v.string()), null),
  replyTo: v.optional(v.nullable(v.string()), null),
})
export type SendEmailStep = v.InferOutput<typeof sendEmailStepSchema>

/** The primary e-mail is missing on purpose: it is what a contact is known by, and people change it. */
export const contactStepFields = ['firstName', 'lastName', 'email2', 'email3', 'locale', 'timeZone'] as const
export const accountStepFields = ['name', 'number', 'email', 'websiteUrl'] as const

const fieldsOf = <const Names extends readonly string[]>(names: Names) =>
  v.pipe(
    v.record(v.picklist(names, `Choose from ${names.join(', ')}.`), template(2000)),
    v.check((fields) => Object.keys(fields).length > 0, 'Name at least one field to change.'),
  )

const simpleStepSchemas = [
  sendEmailStepSchema,
  v.strictObject({ key: stepKey, kind: v.literal('update_contact'), fields: fieldsOf(contactStepFields) }),
  v.strictObject({ key: stepKey, kind: v.literal('update_account'), fields: fieldsOf(accountStepFields) }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('add_web_role'),
    webRoleId: reference('Choose a web role.'),
    /** For how long; without it until somebody takes it back. */
    lasts: v.optional(v.nullable(durationSchema), null),
  }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('remove_web_role'),
    webRoleId: reference('Choose a web role.'),
  }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('create_account'),
    name: needed(200, 'Give the account a name.'),
    number: v.optional(template(200), ''),
    email: v.optional(template(400), ''),
    websiteUrl: v.optional(template(2000), ''),
    /** The contact joins it. */
    assignContact: v.optional(v.boolean(), true),
    /** An account that has this name already is taken instead of a second one. */
    reuseByName: v.optional(v.boolean(), true),
  }),
  v.strictObject({ key: stepKey, kind: v.literal('add_tag'), tag: needed(200, 'Give the tag.') }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('call_webhook'),
    endpointId: reference('Choose a webhook endpoint. They are made under Settings, Webhooks.'),
    /** What the receiver tells messages apart by. */
    eventType: v.optional(
      v.pipe(
        v.string(),
        v.regex(
          /^[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)*$/,
          'Use words with full stops between them, such as crm.contact_joined.',
        ),
        v.maxLength(100),
      ),
      'workflow.step',
    ),
    /** The message's `data.fields`; the contact, the invitation and the run are told anyway. */
    fields: v.optional(
      v.pipe(
        v.record(
          v.pipe(v.string(), v.regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,59}$/, 'Name a field like firstName.')),
          template(5000),
        ),
        v.check((fields) => Object.keys(fields).length <= 50, 'Give at most 50 fields.'),
      ),
      {},
    ),
  }),
  v.strictObject({ key: stepKey, kind: v.literal('wait_duration'), duration: durationSchema }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('wait_until'),
    /** An expression that is a date: `addDays(invitation.expiresAt, 0 - 3)`. */
    date: needed(1000, 'Say until when, such as invitation.expiresAt.'),
  }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('wait_for_event'),
    event: v.picklist(awaitableEvents, `Choose one of ${awaitableEvents.join(', ')}.`),
    timeout: durationSchema,
  }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('ask_approval'),
    question: needed(1000, 'Say what is to be decided.'),
    timeout: durationSchema,
  }),
  v.strictObject({ key: stepKey, kind: v.literal('stop'), reason: v.optional(template(1000), '') }),
  v.strictObject({
    key: stepKey,
    kind: v.literal('start_workflow'),
    workflowId: reference('Choose a workflow.'),
  }),
] as const

export type SimpleStep = v.InferOutput<(typeof simpleStepSchemas)[number]>
export type SimpleStepOf<Kind extends SimpleStep['kind']> = Extract<SimpleStep, { kind: Kind }>
/** Goes one way or the other, and on after both. */
export type BranchStep = { key: string; kind: 'branch'; condition: string; then: Step[]; else: Step[] }
export type Step = SimpleStep | BranchStep
export type StepKind = Step['kind']

export const stepKinds = [
  'send_email',
  'update_contact',
  'update_account',
  'add_web_role',
  'remove_web_role',
  'create_account',
  'add_tag',
  'call_webhook',
  'wait_duration',
  'wait_until',
  'wait_for_event',
  'ask_approval',
  'branch',
  'stop',
  'start_workflow',
] as const satisfies readonly StepKind[]

/** The input of a branch: what it does not say is empty. */
type BranchInput = Omit<BranchStep, 'then' | 'else'> & { then?: unknown[]; else?: unknown[] }

export const branchStepSchema: v.GenericSchema<BranchInput, BranchStep> = v.strictObject({
  key: stepKey,
  kind: v.literal('branch'),
  condition: needed(1000, 'Write the condition, such as contact.email != null.'),
  then: v.optional(v.array(v.lazy(() => stepSchema)), []),
  else: v.optional(v.array(v.lazy(() => stepSchema)), []),
}) as never

/** One step of a workflow. */
export const stepSchema: v.GenericSchema<unknown, Step> = v.variant(
  'kind',
  [...simpleStepSchemas, branchStepSchema as never],
  `Choose what the step does: one of ${stepKinds.join(', ')}.`,
) as never
