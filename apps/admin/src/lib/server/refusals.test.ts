import { refuse } from '@usher/domain'
import { expect, test } from 'vitest'
import { errorsByField, failWith, problemOf } from './refusals.ts'

const formOf = (entries: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

test('a refused form keeps what was typed and puts each error on its field', () => {
  const form = formOf([
    ['name', 'Jane'],
    ['email', 'nonsense'],
  ])
  const errors = [{ path: 'email', message: 'Give one plain address.' }]
  expect(problemOf(refuse('invalid_request', { errors, detail: 'email: …' }), form)).toEqual({
    message: 'Something in the form needs another look.',
    errors: { email: 'Give one plain address.' },
    values: { name: 'Jane', email: 'nonsense' },
  })
})

test('passwords are never sent back', () => {
  const form = formOf([
    ['name', 'Jane'],
    ['password', 'secret'],
    ['password-again', 'secret'],
  ])
  expect(problemOf(refuse('invalid_request'), form).values).toEqual({ name: 'Jane' })
})

test('an error on something that the form does not show is still told', () => {
  const errors = [{ path: 'settings', message: 'There is no field settings here.' }]
  const problem = problemOf(refuse('invalid_request', { errors }), formOf([['name', 'x']]))
  expect(problem.message).toContain('There is no field settings here.')
})

test('an error inside a list belongs to the list', () => {
  expect(
    errorsByField([
      { path: 'invitedContactIds.1', message: 'first' },
      { path: 'invitedContactIds.4', message: 'second' },
    ]),
  ).toEqual({ invitedContactIds: 'first' })
})

test('a refusal answers with its own status and words', () => {
  const failed = failWith(refuse('conflict', { detail: 'Contoso cannot be deleted.' }))
  expect(failed).toMatchObject({ status: 409, data: { message: 'Contoso cannot be deleted.' } })
  expect(failWith(refuse('forbidden')).status).toBe(403)
})
