import { expect, test } from 'vitest'
import { auditedFields, auditSentence, nameOf } from './audit-words.ts'

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
  expect(
    auditedFields({
      before: { expiresAt: null, isCaptchaOn: true, supportEmail: null },
      after: {
        expiresAt: '2027-01-31T22:59:59.999Z',
        isCaptchaOn: false,
        supportEmail: '',
        webRoleIds: ['a', 'b'],
      },
    }),
  ).toEqual([
    { name: 'Expires at', before: null, after: '2027-01-31 22:59 UTC' },
    { name: 'Is captcha on', before: 'Yes', after: 'No' },
    { name: 'Web role IDs', before: null, after: 'a\nb' },
  ])
  expect(
    auditedFields({ before: null, after: { settings: { minimumPasswordLength: 8, termsText: null } } }),
  ).toEqual([{ name: 'Settings', before: null, after: 'Minimum password length: 8' }])
})
