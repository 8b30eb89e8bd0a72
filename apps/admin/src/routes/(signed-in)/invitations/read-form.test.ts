import { refuse } from '@usher/domain'
import { expect, test } from 'vitest'
import { onFields, readInvitationForm, refuseForm } from './read-form.ts'

/** Both types' fields, as the form sends them: those of the other type are hidden, not absent. */
function filled(more: Record<string, string | string[]> = {}) {
  const form = new FormData()
  const fields = {
    name: ' Spring ',
    invitedContactId: 'jane',
    invitedContactIds: ['', 'ada', 'joe'],
    'redeemableBy-single': 'invited',
    'redeemableBy-group': 'domains',
    emailDomains: '@contoso.com; fabrikam.com,eu.contoso.com',
    maximumRedemptions: '25',
    code: 'SPRING-PARTNERS',
    webRoleIds: ['', 'partner'],
    message: 'One\r\ntwo',
    ...more,
  }
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return form
}

test('A Single has its one contact and its one redemption, whatever the hidden fields of a Group say', () => {
  expect(readInvitationForm(filled(), 'single')).toMatchObject({
    type: 'single',
    name: 'Spring',
    invitedContactIds: ['jane'],
    maximumRedemptions: 1,
    redeemableBy: 'invited',
    emailDomains: [],
    code: null,
    webRoleIds: ['partner'],
    message: 'One\ntwo',
  })
})

test('A Group has what was typed for a Group, domains as people write them', () => {
  expect(readInvitationForm(filled(), 'group')).toMatchObject({
    invitedContactIds: ['ada', 'joe'],
    maximumRedemptions: 25,
    redeemableBy: 'domains',
    emailDomains: ['contoso.com', 'fabrikam.com', 'eu.contoso.com'],
    code: 'SPRING-PARTNERS',
  })
})

test('An empty maximum is no limit, and a word is no number', () => {
  expect(readInvitationForm(filled({ maximumRedemptions: '' }), 'group').maximumRedemptions).toBeNull()
  expect(readInvitationForm(filled({ maximumRedemptions: 'many' }), 'group').maximumRedemptions).toBeNaN()
})

test('An expiry is a day, a day with a time, or none; a time alone is refused', () => {
  const expiryOf = (more: Record<string, string>) => readInvitationForm(filled(more), 'single').expiresAt
  expect(expiryOf({ expiryDate: '2027-03-31', expiryTime: '' })).toBe('2027-03-31')
  expect(expiryOf({ expiryDate: '2027-03-31', expiryTime: '17:00' })).toBe('2027-03-31T17:00')
  expect(expiryOf({ expiryDate: '', expiryTime: '' })).toBeNull()
  expect(refuseForm(filled({ expiryDate: '', expiryTime: '17:00' }))?.errors?.[0]?.path).toBe('expiresAt')
  expect(refuseForm(filled({ expiryDate: '2027-03-31', expiryTime: '17:00' }))).toBeNull()
})

test('Errors of the verb stand on the fields of the chosen type', () => {
  const refused = refuse('invalid_request', {
    errors: ['invitedContactIds', 'invitedContactIds.3', 'expiresAt', 'redeemableBy', 'name'].map((path) => ({
      path,
      message: 'No.',
    })),
  })
  const paths = (type: 'single' | 'group') => onFields(refused, type).errors?.map(({ path }) => path)
  expect(paths('single')).toEqual([
    'invitedContactId',
    'invitedContactId',
    'expiryDate',
    'redeemableBy-single',
    'name',
  ])
  expect(paths('group')).toEqual([
    'invitedContactIds',
    'invitedContactIds.3',
    'expiryDate',
    'redeemableBy-group',
    'name',
  ])
})
