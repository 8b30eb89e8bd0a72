import { stepKinds, workflowDefinitionSchema } from '@usher/domain'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { freshStep, insertStep, moveStep, removeStep, replaceStep, stepAt } from './workflow-edit.ts'

const keys = (steps: readonly { key: string }[]) => steps.map(({ key }) => key)
const start = [freshStep('add_tag', 'a'), freshStep('branch', 'b'), freshStep('stop', 'c')]

test('every fresh step can be kept as it is', () => {
  for (const kind of stepKinds) {
    const parsed = v.safeParse(workflowDefinitionSchema, {
      trigger: 'manual',
      steps: [freshStep(kind, kind)],
    })
    expect([kind, parsed.issues]).toEqual([kind, undefined])
  }
})

test('steps are put in, moved and taken out where they stand, also within branches, and what was there stays as it was', () => {
  const inside = insertStep(start, 'steps.1.then', 0, 'add_tag')
  const more = insertStep(inside, 'steps.1.then', 1, 'add_tag')
  expect(keys(more)).toEqual(['a', 'b', 'c'])
  expect(stepAt(more, 'steps.1.then.1')).toMatchObject({ key: 'add_tag_2' })
  expect(stepAt(moveStep(more, 'steps.1.then.1', -1), 'steps.1.then.0')).toMatchObject({ key: 'add_tag_2' })
  expect(keys(moveStep(more, 'steps.0', 1))).toEqual(['b', 'a', 'c'])
  expect(keys(moveStep(more, 'steps.0', -1))).toEqual(['a', 'b', 'c'])
  expect(keys(removeStep(more, 'steps.0'))).toEqual(['b', 'c'])
  expect(stepAt(removeStep(more, 'steps.1.then.0'), 'steps.1.then.0')).toMatchObject({ key: 'add_tag_2' })
  expect(keys(start)).toEqual(['a', 'b', 'c'])
})

test('a branch that gets another condition keeps what is in it; a path that leads nowhere changes nothing', () => {
  const inside = insertStep(start, 'steps.1.else', 0, 'stop')
  const changed = replaceStep(inside, 'steps.1', {
    key: 'b',
    kind: 'branch',
    condition: 'true',
    then: [],
    else: [],
  })
  expect(stepAt(changed, 'steps.1')).toMatchObject({ condition: 'true', else: [{ kind: 'stop' }] })
  for (const path of ['steps.9', 'steps.0.then.0', 'other.1', ''])
    expect(removeStep(inside, path)).toEqual(inside)
})
