import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { ExpressionError, parseExpression } from './expression.ts'
import { typeOf } from './expression-types.ts'
import { fieldTypes, fieldValues, type RunValues } from './fields.ts'
import { functions } from './functions.ts'
import { fillTemplate, fillText, typeOfTemplate } from './template.ts'

const now = new Date('2027-01-15T10:00:00Z')
const values: RunValues = {
  contact: { firstName: 'Jane', email: 'jane@contoso.com', accountName: null, tags: ['vip'], createdAt: now },
  account: null,
  invitation: {
    type: 'group',
    redemptionCount: 3,
    webRoles: ['Reader', 'Editor'],
    expiresAt: new Date('2027-01-20T10:00:00Z'),
  },
  redemption: null,
  website: { name: 'Contoso' },
  run: {},
}
const outputs = new Map([['crm', { ok: true, status: 200 }]])
const fields = fieldValues(values, outputs)
const types = fieldTypes([{ key: 'crm', kind: 'call_webhook' }])
const result = (source: string) => evaluate(parseExpression(source), fields, now)
const check = (source: string) => typeOf(parseExpression(source), types)

test.each([
  ['invitation.type = "group"', true],
  ["invitation.type == 'single' or invitation.redemptionCount >= 3", true],
  ['not isEmpty(contact.accountName)', false],
  ['contact.accountName = null and contact.firstName != null', true],
  ['contact.tags contains "vip"', true],
  ['contact.email contains "@contoso."', true],
  ['endsWith(lower(contact.email), "@CONTOSO.COM")', false],
  ['emailDomain(contact.email) = "contoso.com"', true],
  ['daysBetween(now(), invitation.expiresAt) = 5', true],
  ['invitation.expiresAt < date("2027-01-19")', false],
  ['addDays(invitation.expiresAt, 0 - 5) = now()', true],
  ['steps.crm.ok and steps.crm.status = 200', true],
  ['(1 + 2) - 3 = 0', true],
  ['coalesce(contact.accountName, "nobody") = "nobody"', true],
  // An empty field is neither larger nor smaller than anything.
  ['redemption.redeemedAt < now() or redemption.redeemedAt > now()', false],
])('%s is %s', (source, expected) => {
  expect(check(source)).toBe('boolean')
  expect(result(source)).toBe(expected)
})

test.each([
  ['contact.email', 'text'],
  ['1 + invitation.redemptionCount', 'number'],
  ['addDays(now(), 2)', 'date'],
  ['invitation.webRoles', 'list'],
  ['coalesce(invitation.expiresAt, now())', 'date'],
])('%s has the type %s', (source, expected) => expect(check(source)).toBe(expected))

describe('what does not fit together is refused in words that name the fix', () => {
  test.each([
    ['contact.shoeSize = 42', /no field contact\.shoeSize.*firstName/s],
    ['person.name = "x"', /Fields begin with contact/],
    ['contact.email > 3', /values of one kind, not text with number/],
    ['invitation.expiresAt > "2027-01-01"', /Write a date as date\("2027-01-31"\)/],
    ['contact.email and true', /true or false, not a text/],
    ['contact.email + "x"', /stands a number/],
    ['shout(contact.email)', /no function shout.*lower/s],
    ['lower(3)', /lower takes text, not number/],
    ['addDays(now())', /takes 2 values/],
    ['contact.tags = "vip"', /Ask what it contains/],
    ['steps.later.ok', /no field steps\.later\.ok/],
    ['steps.crm.nothing', /Of steps there are|no field/],
  ])('%s', (source, message) => expect(() => check(source)).toThrow(message))
  test.each(['', '1 +', '(1', 'a b', '"open', 'contact..email', '1 = 2 = 3', '{}', 'x; y', 'a[0]', '`x`'])(
    'it cannot be read: %s',
    (source) => expect(() => parseExpression(source)).toThrow(ExpressionError),
  )
})

describe('expressions cannot loop or reach outside', () => {
  test.each([
    'constructor',
    'contact.constructor',
    'contact.__proto__',
    'steps.crm.toString',
    'run.hasOwnProperty',
  ])('%s is no field, and where it is read all the same, it is empty', (path) => {
    expect(() => check(path)).toThrow(/no field/)
    expect(result(path)).toBe(null)
  })
  test.each(['constructor("x")', 'toString()', '__proto__()', 'eval("1")', 'fetch("http://localhost")'])(
    '%s is no function',
    (source) => {
      expect(() => check(source)).toThrow(/no function/)
      expect(() => result(source)).toThrow(/no function/)
    },
  )
  test('length, depth and number of parts are bounded', () => {
    expect(() => parseExpression(`"${'x'.repeat(1001)}"`)).toThrow(/1000 characters/)
    expect(() => parseExpression('('.repeat(25) + '1' + ')'.repeat(25))).toThrow(/brackets/)
    expect(() => parseExpression(Array(150).fill('1').join('+'))).toThrow(/at most 200/)
    expect(() => parseExpression(`${'not '.repeat(200)}true`)).not.toThrow(RangeError)
  })
  test('whatever is written, it is read or refused, quickly and never in another way', () => {
    const piece = fc.constantFrom(
      ...[...functions.keys()].map((name) => `${name}(`),
      ...[
        'contact.email',
        '(',
        ')',
        ',',
        '=',
        'and',
        'not',
        'or',
        '"a"',
        '1',
        '+',
        'contains',
        'null',
        'now()',
        '{{',
        '}}',
      ],
    )
    const source = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(source, (text) => {
        try {
          const expression = parseExpression(text)
          typeOf(expression, types)
          evaluate(expression, fields, now)
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('templates', () => {
  test('merge fields are filled in; what is in a name is never read as a template', () => {
    expect(
      fillText(
        'Hello {{ contact.firstName }}, {{invitation.webRoles}}{{ contact.accountName }}!',
        fields,
        now,
      ),
    ).toBe('Hello Jane, Reader, Editor!')
    const sly = fieldValues({ ...values, contact: { firstName: '{{ contact.email }}' } }, outputs)
    expect(fillText('{{ contact.firstName }}', sly, now)).toBe('{{ contact.email }}')
  })
  test('one field alone keeps its type', () => {
    expect(fillTemplate('{{ invitation.redemptionCount }}', fields, now)).toBe(3)
    expect(typeOfTemplate('{{ invitation.expiresAt }}', types)).toBe('date')
    expect(typeOfTemplate('on {{ invitation.expiresAt }}', types)).toBe('text')
  })
  test('a brace without its partner is refused', () =>
    expect(() => fillText('Hello {{ contact.firstName', fields, now)).toThrow(/add "}}"/))
})
