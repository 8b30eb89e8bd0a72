import { expect, test } from 'vitest'
import { fullName } from './contact.ts'

test.each([
  [{ firstName: 'Jane', lastName: 'Doe', email: 'jane@contoso.com' }, 'Jane Doe'],
  [{ firstName: 'Cher', lastName: null }, 'Cher'],
  [{ firstName: null, lastName: 'Doe' }, 'Doe'],
  [{ firstName: '', lastName: '', email: 'jane@contoso.com' }, 'jane@contoso.com'],
  [{ firstName: null, lastName: null, email: null }, 'Unnamed contact'],
  [{ firstName: null, lastName: null }, 'Unnamed contact'],
  [{ firstName: '=1+1', lastName: '<b>' }, '=1+1 <b>'],
])('%j is called %s', (person, name) => {
  expect(fullName(person)).toBe(name)
})
