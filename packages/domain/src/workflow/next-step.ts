import type { WorkflowDefinition } from './definition.ts'
import type { Step } from './steps.ts'

/** How far a step of a run has come. */
export type StepRecord = {
  status: 'completed' | 'failed' | 'waiting'
  output: Record<string, unknown> | null
}
export type NextStep = { kind: 'step'; step: Step; position: number } | { kind: 'ended' }

/**
 * What a run does next, from what it has done: the same records give the same answer, whoever asks. A step that failed
 * or waits is the next; one that is completed never is.
 */
export function nextStepOf(
  definition: Pick<WorkflowDefinition, 'steps'>,
  records: ReadonlyMap<number, StepRecord>,
): NextStep {
  let position = 0
  let ended = false

  function look(steps: readonly Step[], isTaken: boolean): NextStep | null {
    for (const step of steps) {
      const at = position++
      const record = records.get(at)
      const isNext = isTaken && !ended && record?.status !== 'completed'
      if (isNext) return { kind: 'step', step, position: at }
      if (isTaken && step.kind === 'stop' && record) ended = true
      if (step.kind === 'branch') {
        const taken = isTaken && !ended ? record?.output?.['taken'] : null
        const found = look(step.then, taken === 'then') ?? look(step.else, taken === 'else')
        if (found) return found
      }
    }
    return null
  }
  return look(definition.steps, true) ?? { kind: 'ended' }
}
