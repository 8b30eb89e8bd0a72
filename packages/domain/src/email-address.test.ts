import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  domainOfEmailAddress,
  maskEmailAddress,
  normaliseEmailAddress,
  readEmailAddress,
} from './email-address.ts'

test.each([
  'jane@contoso.com',
  'jane.doe+news@eu.contoso.com',
  "o'neil@contoso.com",
  'x@y.co',
  'josé@exämple.de',
  '用户@例子.广告',
  'a!#$%&*+-/=?^_`{|}~@contoso.com',
  `${'a'.repeat(64)}@contoso.com`,
])('%s is an address', (text) => {
  expect(readEmailAddress(text)).toBe(text)
  expect(readEmailAddress(`  ${text}\n`)).toBe(text)
})

test.each([
  ['nothing', ''],
  ['no at', 'jane'],
  ['no name', '@contoso.com'],
  ['no domain', 'jane@'],
  ['no top-level domain', 'jane@localhost'],
  ['two ats', 'jane@doe@contoso.com'],
  ['a list with a comma', 'jane@contoso.com,joe@contoso.com'],
  ['a list with a semicolon', 'jane@contoso.com; joe@contoso.com'],
  ['a list with a space', 'jane@contoso.com joe@contoso.com'],
  ['a display name', 'Jane <jane@contoso.com>'],
  ['angle brackets', '<jane@contoso.com>'],
  ['a group', 'friends:jane@contoso.com;'],
  ['quotes', '"jane"@contoso.com'],
  ['quotes that hide an at', '"jane@evil.com"@contoso.com'],
  ['a comment', 'jane(at work)@contoso.com'],
  ['a route', '@evil.com:jane@contoso.com'],
  ['an address literal', 'jane@[127.0.0.1]'],
  ['a backslash', 'ja\\ne@contoso.com'],
  ['a header after a line break', 'jane@contoso.com\r\nBcc: all@contoso.com'],
  ['a line break in the name', 'jane\n@contoso.com'],
  ['a NUL', 'jane\u0000@contoso.com'],
  ['a NUL at the end of the name', 'jane@contoso.com\u0000.evil.com'],
  ['a C1 control character', 'jane\u0085@contoso.com'],
  ['a line separator', 'jane\u2028@contoso.com'],
  ['a no-break space', 'jane\u00a0doe@contoso.com'],
  ['a dot at the start', '.jane@contoso.com'],
  ['a dot at the end', 'jane.@contoso.com'],
  ['two dots', 'ja..ne@contoso.com'],
  ['an empty label', 'jane@contoso..com'],
  ['a label that starts with a hyphen', 'jane@-contoso.com'],
  ['a dot at the end of the domain', 'jane@contoso.com.'],
  ['a name of 65', `${'a'.repeat(65)}@contoso.com`],
  ['255 characters', `jane@${'a'.repeat(61)}.${'b'.repeat(61)}.${'c'.repeat(61)}.${'d'.repeat(60)}.com`],
  ['mailto', 'mailto:jane@contoso.com'],
])('what has %s is none', (_, text) => {
  expect(readEmailAddress(text)).toBeNull()
})

test('whatever is read has one at, and nothing that ends a header or begins another address', () => {
  const nasty = fc.string({ unit: fc.constantFrom(...'ab.@,;:<>"()[]\\ \r\n\t\u0000-é') })
  fc.assert(
    fc.property(
      fc.oneof(
        nasty,
        fc.emailAddress(),
        fc.tuple(nasty, fc.emailAddress()).map((parts) => parts.join('')),
      ),
      (text) => {
        const address = readEmailAddress(text)
        if (address === null) return
        expect(address).not.toMatch(/[\s,;:<>"()[\]\\\p{Cc}]/u)
        expect(address.split('@')).toHaveLength(2)
        expect(readEmailAddress(address)).toBe(address)
      },
    ),
  )
})

test('a long hostile text is refused quickly', () => {
  const started = performance.now()
  for (const text of [`${'a.'.repeat(100_000)}@b`, `a@${'b-'.repeat(100_000)}`, `a@${'b.'.repeat(120)}`]) {
    expect(readEmailAddress(text)).toBeNull()
  }
  expect(performance.now() - started).toBeLessThan(500)
})

test('two spellings of one mailbox have one normal form, which is its own', () => {
  expect(normaliseEmailAddress(' Jane.Doe@CONTOSO.com ')).toBe('jane.doe@contoso.com')
  expect(normaliseEmailAddress('ｊane@contoso.com')).toBe('jane@contoso.com')
  expect(normaliseEmailAddress('jose\u0301@contoso.com')).toBe(normaliseEmailAddress('josé@contoso.com'))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const normal = normaliseEmailAddress(text)
      expect(normaliseEmailAddress(normal)).toBe(normal)
    }),
    { numRuns: 2000 },
  )
})

test('mailboxes that are not the same stay apart', () => {
  expect(normaliseEmailAddress('jane+a@contoso.com')).not.toBe(normaliseEmailAddress('jane@contoso.com'))
  expect(normaliseEmailAddress('j.ane@contoso.com')).not.toBe(normaliseEmailAddress('jane@contoso.com'))
})

test('the domain is what follows the at, in lower case', () => {
  expect(domainOfEmailAddress('Jane@Contoso.COM')).toBe('contoso.com')
})

test('a masked address shows the first letter and the domain, and not how long the name is', () => {
  expect(maskEmailAddress('jane.doe@contoso.com')).toBe('j•••@contoso.com')
  expect(maskEmailAddress('j@contoso.com')).toBe('j•••@contoso.com')
  expect(maskEmailAddress('😀face@contoso.com')).toBe('😀•••@contoso.com')
  expect(maskEmailAddress('')).toBe('•••')
})
