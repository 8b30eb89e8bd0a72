import { expect, test } from 'vitest'
import type { WorkflowDefinition } from './definition.ts'
import { dryRun } from './dry-run.ts'
import { nextStepOf, type StepRecord } from './next-step.ts'
import type { Step } from './steps.ts'

const tag = (key: string): Step => ({ key, kind: 'add_tag', tag: key })
const definition: WorkflowDefinition = {
  trigger: 'redemption',
  steps: [
    tag('first'),
    {
      key: 'fork',
      kind: 'branch',
      condition: 'invitation.type = "group"',
      then: [tag('group'), { key: 'end', kind: 'stop', reason: 'enough' }],
      else: [tag('single'), { key: 'wait', kind: 'wait_duration', duration: { amount: 2, unit: 'days' } }],
    },
    tag('last'),
  ],
}

/** Goes on to the end, each step completed in turn. */
function walk(taken: 'then' | 'else') {
  const records = new Map<number, StepRecord>()
  const way: string[] = []
  for (;;) {
    const next = nextStepOf(definition, records)
    if (next.kind === 'ended') return way
    way.push(`${next.position}:${next.step.key}`)
    records.set(next.position, { status: 'completed', output: { taken } })
  }
}

test('a run takes one way of a branch and goes on behind it; positions are those of the whole text', () => {
  expect(walk('else')).toEqual(['0:first', '1:fork', '4:single', '5:wait', '6:last'])
})

test('after a stop nothing follows', () =>
  expect(walk('then')).toEqual(['0:first', '1:fork', '2:group', '3:end']))

test('a step that failed or waits is the next one, a completed one never again', () => {
  const records = new Map<number, StepRecord>([[0, { status: 'failed', output: null }]])
  expect(nextStepOf(definition, records)).toMatchObject({ position: 0 })
  records.set(0, { status: 'completed', output: null })
  records.set(1, { status: 'waiting', output: null })
  expect(nextStepOf(definition, records)).toMatchObject({ position: 1 })
})

test('a dry run says what each step would do, and when', () => {
  const now = new Date('2027-01-15T10:00:00Z')
  const values = {
    contact: { email: 'a@b.c' },
    account: null,
    invitation: null,
    redemption: null,
    website: null,
    run: null,
  }
  const lines = dryRun(definition, values, { now, nameOf: (id) => id })
  expect(lines.map((line) => line.says)).toEqual([
    'Adds the tag first.',
    'The condition is not true.',
    'Adds the tag single.',
    'Waits until 2027-01-17 10:00 UTC.',
    'Adds the tag last.',
  ])
  expect(lines.at(-1)?.at).toEqual(new Date('2027-01-17T10:00:00Z'))
  const blocked: WorkflowDefinition = {
    trigger: 'manual',
    steps: [{ key: 'until', kind: 'wait_until', date: 'invitation.expiresAt' }, tag('never')],
  }
  expect(dryRun(blocked, values, { now, nameOf: (id) => id })).toMatchObject([
    { problem: expect.stringContaining('is empty here') },
  ])
})
