import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { defaultWebsiteSettings, readReturnUrl, redemptionUrl, websiteSettingsSchema } from './website.ts'

const shop = {
  baseUrl: 'https://www.contoso.example/shop/',
  allowedReturnUrls: ['https://app.contoso.example', 'http://localhost:5173/start'],
}

describe('where a redeemer may be sent', () => {
  test.each([
    ['/shop', 'https://www.contoso.example/shop'],
    ['/shop/cart?step=2#pay', 'https://www.contoso.example/shop/cart?step=2#pay'],
    ['cart', 'https://www.contoso.example/shop/cart'],
    ['https://www.contoso.example/shop/cart', 'https://www.contoso.example/shop/cart'],
    ['https://app.contoso.example/anywhere', 'https://app.contoso.example/anywhere'],
    ['http://localhost:5173/start/here', 'http://localhost:5173/start/here'],
  ])('%s: yes', (text, url) => {
    expect(readReturnUrl(text, shop)).toBe(url)
  })

  test.each([
    null,
    undefined,
    '',
    '//evil.example',
    '///evil.example',
    ' //evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example\\@www.contoso.example/shop/',
    '/\t/evil.example',
    '/shop/\r\nSet-Cookie: a=b',
    'https://evil.example/shop/',
    'https://www.contoso.example@evil.example/shop/',
    'https://user:pass@www.contoso.example/shop/',
    'https://www.contoso.example.evil.example/shop/',
    'https://evil-www.contoso.example/shop/',
    'http://www.contoso.example/shop/',
    'https://www.contoso.example:8443/shop/',
    'https://www.contoso.example/',
    'https://www.contoso.example/shopping',
    '/shop/../admin',
    '/shop/%2e%2e/admin',
    '/admin',
    'http://localhost:5173/started',
    'http://localhost:5174/start',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hello',
    'blob:https://www.contoso.example/shop/',
    'file:///etc/passwd',
    `/shop/${'a'.repeat(2000)}`,
  ])('%j: no', (text) => {
    expect(readReturnUrl(text, shop)).toBeNull()
  })

  test('whatever is asked, the answer is nowhere or under an allowed URL', () => {
    const pieces = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '/',
            '\\',
            '..',
            '%2e',
            '@',
            ':',
            '?',
            '#',
            'https://',
            '//',
            'evil.example',
            'shop',
            'www.contoso.example',
          ),
          fc.string({ maxLength: 4 }),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(pieces, (text) => {
        const url = readReturnUrl(text, shop)
        if (url === null) return
        const allowed = [
          'https://www.contoso.example/shop',
          'https://app.contoso.example',
          'http://localhost:5173/start',
        ]
        const { origin, pathname } = new URL(url)
        expect(allowed.some((prefix) => `${origin}${pathname}/`.startsWith(`${prefix}/`))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the mailed link', () => {
  test('is at the website’s own address for invitations, else at its base URL', () => {
    expect(redemptionUrl({ baseUrl: shop.baseUrl, edgeUrl: null }, 'ABCD-EFGH')).toBe(
      'https://www.contoso.example/i/ABCD-EFGH',
    )
    expect(
      redemptionUrl({ baseUrl: shop.baseUrl, edgeUrl: 'https://contoso.example/partners' }, 'ABCD'),
    ).toBe('https://contoso.example/partners/i/ABCD')
    expect(
      redemptionUrl({ baseUrl: shop.baseUrl, edgeUrl: 'https://join.contoso.example' }, 'ABCD', 'proof'),
    ).toBe('https://join.contoso.example/i/ABCD?r=proof')
  })

  test('a code of any letters comes back from it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (code) => {
        fc.pre(!/^\.+$/.test(code))
        const { origin, pathname } = new URL(redemptionUrl({ baseUrl: shop.baseUrl, edgeUrl: null }, code))
        expect(origin).toBe('https://www.contoso.example')
        expect(decodeURIComponent(pathname.replace('/i/', ''))).toBe(code)
      }),
    )
  })
})

describe('the settings', () => {
  test('begin as those of Power Pages', () => {
    expect(defaultWebsiteSettings).toMatchObject({
      registrationEnabled: true,
      openRegistrationEnabled: true,
      invitationEnabled: true,
      localSignInEnabled: true,
      externalSignInEnabled: true,
      rememberMeEnabled: true,
      resetPasswordEnabled: true,
      twoFactorEnabled: false,
      passwordMinimumLength: 8,
      lockoutAfterFailures: 5,
      termsText: '',
    })
  })

  test('never allow a password shorter than eight characters', () => {
    expect(v.is(websiteSettingsSchema, { passwordMinimumLength: 7 })).toBe(false)
    expect(v.is(websiteSettingsSchema, { passwordMinimumLength: 12 })).toBe(true)
  })
})
