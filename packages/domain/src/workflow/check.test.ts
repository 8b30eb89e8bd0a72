import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { checkDefinition, findLoop } from './check.ts'
import { workflowDefinitionSchema } from './definition.ts'

const parse = (steps: unknown[], more: object = {}) =>
  v.safeParse(workflowDefinitionSchema, { trigger: 'redemption', steps, ...more })
const mail = (key: string, body = 'Hello {{ contact.firstName }}.') => ({
  key,
  kind: 'send_email',
  subject: 'Hi',
  body,
})
const problems = (steps: unknown[], more: object = {}) => {
  const parsed = parse(steps, more)
  if (!parsed.success) throw new Error(parsed.issues.map((issue) => issue.message).join(' '))
  return checkDefinition(parsed.output).map(({ path, message }) => `${path}: ${message}`)
}

test('a workflow with every kind of step is in order', () => {
  const hour = { amount: 1, unit: 'hours' }
  expect(
    problems([
      { key: 'wait', kind: 'wait_duration', duration: { amount: 2, unit: 'days' } },
      { key: 'until', kind: 'wait_until', date: 'addDays(coalesce(invitation.expiresAt, now()), 1)' },
      { key: 'crm', kind: 'call_webhook', endpointId: 'e', fields: { email: '{{ contact.email }}' } },
      {
        key: 'which',
        kind: 'branch',
        condition: 'steps.crm.ok and invitation.type = "single"',
        then: [
          { key: 'ask', kind: 'ask_approval', question: 'Let {{ contact.fullName }} in?', timeout: hour },
          { key: 'role', kind: 'add_web_role', webRoleId: 'r', lasts: hour },
        ],
        else: [{ key: 'end', kind: 'stop', reason: 'Not for {{ invitation.type }}' }],
      },
      { key: 'seen', kind: 'wait_for_event', event: 'contact.updated', timeout: hour },
      { key: 'firm', kind: 'create_account', name: '{{ emailDomain(contact.email) }}' },
      { key: 'name', kind: 'update_contact', fields: { lastName: '{{ upper(contact.lastName) }}' } },
      { key: 'number', kind: 'update_account', fields: { number: '{{ steps.crm.status }}' } },
      { key: 'tag', kind: 'add_tag', tag: 'redeemed' },
      { key: 'less', kind: 'remove_web_role', webRoleId: 'r' },
      { key: 'next', kind: 'start_workflow', workflowId: 'w' },
      mail('welcome', 'You are {% if contact.account %}of {{ contact.account }}{% endif %}.'),
    ]),
  ).toEqual([])
})

describe('what is wrong is told at its place', () => {
  const branch = (condition: string, then: unknown[] = [mail('inner')]) => ({
    key: 'branch',
    kind: 'branch',
    condition,
    then,
  })
  test.each([
    [[mail('a'), mail('a')], 'steps.1.key: The key a is used twice'],
    [[branch('contact.email')], 'steps.0.condition: This is text, not a condition'],
    [[branch('contact.size = 1')], 'steps.0.condition: There is no field contact.size'],
    [[branch('true', [branch('1')])], 'steps.0.then.0.condition: This is number'],
    [[branch('true', [])], 'steps.0.then: Put at least one step'],
    [[{ key: 'u', kind: 'wait_until', date: 'contact.email' }], 'steps.0.date: This is text, not a date'],
    [[{ key: 'end', kind: 'stop' }, mail('never')], 'steps.1: Nothing after a stop is reached'],
    [
      [branch('steps.later.ok'), { key: 'later', kind: 'call_webhook', endpointId: 'e' }],
      'There is no field steps.later.ok',
    ],
    [
      [{ key: 't', kind: 'add_tag', tag: '{{ contact.colour }}' }],
      'steps.0.tag: There is no field contact.colour',
    ],
    [[mail('a', 'Hi {{ contact.nickname }}')], 'steps.0.body: There is no field contact.nickname in mails'],
    [[mail('a', 'Hi {{ contact.firstName')], 'steps.0.body: A merge field is not closed'],
  ])('%#: %j', (steps, expected) => expect(problems(steps).join('\n')).toContain(expected))
})

describe('what is no workflow at all is refused', () => {
  const messages = (parsed: ReturnType<typeof parse>) =>
    (parsed.issues ?? []).map((issue) => issue.message).join(' ')
  test('real-time, with the reason', () => {
    expect(messages(parse([mail('a')], { mode: 'real_time' }))).toMatch(/in the background alone.*hold up/s)
    expect(parse([mail('a')], { mode: 'background' }).success).toBe(true)
  })
  test('steps of no known kind, fields of no known name, no steps, too many, too deep', () => {
    expect(messages(parse([{ key: 'a', kind: 'run_script', code: '1' }]))).toMatch(/one of send_email/)
    expect(parse([{ ...mail('a'), bcc: 'x@y.z' }]).success).toBe(false)
    expect(parse([]).success).toBe(false)
    expect(messages(parse(Array.from({ length: 51 }, (_, index) => mail(`m${index}`))))).toMatch(/at most 50/)
    let deep: unknown = mail('a')
    for (let level = 0; level < 6; level++)
      deep = { key: `b${level}`, kind: 'branch', condition: 'true', then: [deep] }
    expect(messages(parse([deep]))).toMatch(/at most 5 deep/)
  })
})

test('workflows that start each other in a circle are found, whatever hangs on them besides', () => {
  const starts = new Map([
    ['a', ['b', 'x']],
    ['b', ['c']],
    ['c', ['d', 'b']],
    ['x', ['x2']],
  ])
  expect(findLoop(starts, 'a')).toEqual(['b', 'c', 'b'])
  expect(findLoop(starts, 'x')).toBeNull()
  expect(findLoop(new Map([['a', ['a']]]), 'a')).toEqual(['a', 'a'])
})
