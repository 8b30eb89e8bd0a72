import { expect, test } from 'vitest'
import { auditedFields, auditSentence, idsIn, nameOf } from './audit-words.ts'

test('an action reads as a sentence, also one that nobody wrote a sentence for', () => {
  expect(auditSentence('web_role.created')).toBe('created web role')
  expect(auditSentence('api_key.revoked')).toBe('revoked API key')
  expect(auditSentence('staff.created')).toBe('created staff user')
  expect(auditSentence('invitation.code_revealed')).toBe('looked at the code of invitation')
})

test('what has been deleted is called what it was called', () => {
  const of = { entityType: 'account' }
  expect(nameOf({ ...of, entityName: 'Fabrikam', before: { name: 'Contoso' }, after: null })).toBe('Fabrikam')
  expect(nameOf({ ...of, entityName: null, before: { firstName: null, lastName: 'Doe' }, after: null })).toBe(
    'Doe',
  )
  expect(nameOf({ ...of, entityName: null, before: null, after: { planned: 3 } })).toBe(null)
})

test('fields are shown in words, one by one, without those that hold nothing', () => {
  const before = { expiresAt: null, isCaptchaOn: true, supportEmail: null }
  const after = { expiresAt: '2027-01-31T22:59:59.999Z', isCaptchaOn: false, supportEmail: '' }
  expect(auditedFields({ before, after })).toEqual([
    { name: 'Expires at', before: null, after: '2027-01-31 22:59 UTC' },
    { name: 'Is captcha on', before: 'Yes', after: 'No' },
  ])
  const settings = { minimumPasswordLength: 8, termsText: null }
  expect(auditedFields({ before: null, after: { settings } })).toEqual([
    { name: 'Settings', before: null, after: 'Minimum password length: 8' },
  ])
})

test('ids are told by name; what is gone keeps its id, and a long list ends in a number', () => {
  const ids = Array.from(
    { length: 25 },
    (_, index) => `01a204cf-6a31-7256-9c5a-${String(index).padStart(12, '0')}`,
  )
  const event = { before: null, after: { webRoleIds: ids, websiteId: ids[0], name: 'Partner day' } }
  expect(idsIn([event])).toEqual(ids.slice(0, 20))
  const [roles, website] = auditedFields(event, { [String(ids[0])]: 'Partner' })
  expect(website).toMatchObject({ name: 'Website', after: 'Partner' })
  expect(roles?.name).toBe('Web roles')
  expect(roles?.after?.split('\n')).toEqual(['Partner', ...ids.slice(1, 20), 'and 5 more'])
})
