import * as v from 'valibot'
import { type BranchStep, type Step, stepSchema } from './steps.ts'

/** When a workflow begins. `send` is also what Send Invitation, which mails invitations, begins by. */
export const workflowTriggers = ['send', 'redemption', 'manual', 'expiry', 'bounce'] as const
export type WorkflowTrigger = (typeof workflowTriggers)[number]
export const workflowStatuses = ['draft', 'activated', 'deactivated'] as const
export type WorkflowStatus = (typeof workflowStatuses)[number]
/** How a run began: by the workflow's trigger, by another workflow, or once more by staff. */
export type RunBeginning = WorkflowTrigger | 'workflow' | 'replay'

export const noRealTime =
  'Workflows run in the background alone. A real-time workflow would hold up whoever redeems, and a step that fails would undo the redemption. Leave "mode" out, or write "background".'

const mostSteps = 50
const deepestBranch = 5

/** A workflow as data: version 1 of its format. */
export const workflowDefinitionSchema = v.pipe(
  v.strictObject({
    trigger: v.picklist(workflowTriggers, `Choose one of ${workflowTriggers.join(', ')}.`),
    mode: v.optional(v.literal('background', noRealTime)),
    steps: v.pipe(v.array(stepSchema), v.minLength(1, 'A workflow needs a step')),
  }),
  v.check(
    ({ steps }) => flattenSteps(steps).length <= mostSteps,
    `Use at most ${mostSteps} steps, those in branches included.`,
  ),
  v.check(
    ({ steps }) => depthOf(steps) <= deepestBranch,
    `Branches may stand in each other at most ${deepestBranch} deep.`,
  ),
)
export type WorkflowDefinition = v.InferOutput<typeof workflowDefinitionSchema>

/** All steps in the order they are read: a branch, what is in it, what follows. The index is the step's position. */
export const flattenSteps = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) =>
    step.kind === 'branch' ? [step, ...flattenSteps(step.then), ...flattenSteps(step.else)] : [step],
  )

const depthOf = (steps: readonly Step[]): number =>
  Math.max(0, ...steps.filter(isBranch).map((step) => 1 + Math.max(depthOf(step.then), depthOf(step.else))))

export const isBranch = (step: Step): step is BranchStep => step.kind === 'branch'
