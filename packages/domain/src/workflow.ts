import * as v from 'valibot'

/** When a workflow begins. `send` is Send Invitation: what mails an invitation. */
export const workflowTriggers = ['send', 'redemption'] as const
export type WorkflowTrigger = (typeof workflowTriggers)[number]
export const workflowStatuses = ['draft', 'activated', 'deactivated'] as const
export type WorkflowStatus = (typeof workflowStatuses)[number]

const stepKey = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use a short lower-case key such as welcome_mail'),
)

/** A mail in a workflow: Liquid templates over the merge fields. Goes to the primary e-mail alone. */
export const sendEmailStepSchema = v.object({
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

export const workflowDefinitionSchema = v.object({
  trigger: v.picklist(workflowTriggers),
  steps: v.pipe(v.array(sendEmailStepSchema), v.minLength(1, 'A workflow needs a step'), v.maxLength(50)),
})
export type WorkflowDefinition = v.InferOutput<typeof workflowDefinitionSchema>
