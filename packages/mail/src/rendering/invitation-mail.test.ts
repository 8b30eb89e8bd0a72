import { expect, test } from 'vitest'
import { compileLayout } from '../../scripts/compile-layout.ts'
import { type InvitationMailInput, renderInvitationMail } from './invitation-mail.ts'
import { layout } from './layout.gen.ts'

const input: InvitationMailInput = {
  website: {
    name: 'Contoso',
    baseUrl: 'https://contoso.example',
    accentColor: '#0f766e',
    logoUrl: null,
    supportEmail: null,
  },
  contact: { firstName: 'Jane', lastName: 'Doe', email: 'jane@fabrikam.example', account: null },
  inviter: { firstName: 'Olivia', lastName: 'Owner', name: 'Olivia Owner' },
  invitation: {
    name: 'Spring',
    type: 'single',
    message: 'See you\nsoon.',
    account: 'Fabrikam',
    webRoles: [{ name: 'Partner', description: 'Sees prices' }],
    expiresAt: new Date('2027-03-31T22:00:00Z'),
  },
  step: {
    subject: '{{ inviter.name }} invites {{ contact.firstName }} to {{ website.name }}',
    preheader: '',
    body: 'Hello {{ contact.firstName }},\n\nuse {{ redeem_url }} or {{ code }}.',
  },
  code: 'ABCDEFGHJKMNPQRSTVWX',
  redeemUrl: 'https://contoso.example/i/ABCDEFGHJKMNPQRSTVWX?r=proof',
  unsubscribeUrl: 'https://contoso.example/unsubscribe/token',
  language: 'en',
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
}
const withContact = (change: Partial<InvitationMailInput['contact']>): InvitationMailInput => ({
  ...input,
  contact: { ...input.contact, ...change },
})

const linksOf = (html: string) => [...html.matchAll(/<a\s[^>]*href="([^"]*)"/g)].map((match) => match[1])

test('the committed layout is what its source compiles to', async () => {
  expect(`${layout}`).toBe(JSON.parse((/layout = (".*")\n$/s.exec(await compileLayout()) ?? [])[1] ?? '""'))
})

test('both parts carry the link, the code in groups, the inviter, the message, what it gives and until when', () => {
  const { subject, html, text } = renderInvitationMail(input)
  expect(subject).toBe('Olivia Owner invites Jane to Contoso')
  const visible = html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '')
  for (const part of [visible, text]) {
    for (const piece of [
      'Olivia Owner',
      'ABCD-EFGH-JKMN-PQRS-TVWX',
      'https://contoso.example/i/ABCDEFGHJKMNPQRSTVWX?r=proof',
      'https://contoso.example/redeem',
      'See you',
      'Partner',
      'Fabrikam',
      'Wednesday, 31 March 2027 at 23:59 CEST',
    ]) {
      expect(part).toContain(piece)
    }
  }
  expect(html).toContain('#0f766e')
})

test('every link in the mail is the invitation itself or stops further ones, and nothing is loaded from anywhere', () => {
  const { html } = renderInvitationMail(input)
  expect(new Set(linksOf(html))).toEqual(new Set([input.redeemUrl, input.unsubscribeUrl]))
  expect(html).not.toMatch(/<(img|link|script|iframe)\b|@import/)
})

test('the expiry is told in the language of the mail, by the recipient’s clock and, where it fits, custom', () => {
  const expiry = (change: Partial<InvitationMailInput>) => renderInvitationMail({ ...input, ...change }).text
  expect(expiry({ locale: 'fr-FR' })).toContain('Wednesday, 31 March 2027 at 23:59 CEST')
  expect(expiry({ locale: 'en-US' })).toContain('Wednesday, March 31, 2027 at 11:59')
  expect(expiry({ language: 'de', locale: 'de-DE', timeZone: 'America/New_York' })).toContain(
    'Mittwoch, 31. März 2027 um 18:00',
  )
  expect(expiry({ locale: 'no such locale', timeZone: 'No/Where' })).toContain('22:00 UTC')
})

test('HTML in a name is text', () => {
  const { html } = renderInvitationMail(withContact({ firstName: '<img src=x onerror=alert(1)>' }))
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).not.toContain('<img src=x')
})

test('{{…}} in a name is literal', () => {
  const { html, text, subject } = renderInvitationMail(withContact({ firstName: '{{ code }}{% raw %}' }))
  expect(text).toContain('Hello {{ code }}{% raw %},')
  expect(html).toContain('Hello {{ code }}{% raw %},')
  expect(subject).toContain('{{ code }}')
})

test('a domain in a name does not become a link in the mail', () => {
  const name = 'Win at www.evil.example or https://evil.example/x or me@evil.example'
  const { html, text, subject } = renderInvitationMail({
    ...withContact({ firstName: name }),
    inviter: { firstName: name, lastName: null, name },
    invitation: {
      ...input.invitation,
      account: name,
      webRoles: [{ name, description: name }],
    },
  })
  for (const part of [html, text, subject]) {
    expect(part).toContain('evil')
    expect(part).not.toMatch(/evil\.example|www\.evil|:\/\/evil|@evil/)
  }
  expect(new Set(linksOf(html))).toEqual(new Set([input.redeemUrl, input.unsubscribeUrl]))
})

test('line breaks in a name leave the subject one line', () => {
  const { subject } = renderInvitationMail(withContact({ firstName: 'Jane\r\nBcc: evil@example.com\u2028x' }))
  expect(subject).not.toMatch(/[\r\n\u2028]/)
})

test('a missing name leaves no hole and no "null"', () => {
  const { text } = renderInvitationMail({
    ...withContact({ firstName: null, lastName: null }),
    step: {
      ...input.step,
      subject: 'Hi',
      body: 'Hello{% if contact.firstName %} {{ contact.firstName }}{% endif %}!',
    },
  })
  expect(text).toContain('Hello!')
})

test.each([
  ['a field that does not exist', '{{ contact.secret }}'],
  ['a filter that does not exist', '{{ contact.firstName | shout }}'],
  ['a property of the language', '{{ contact.constructor }}'],
  ['an open tag', '{% if contact.firstName %}'],
  ['a file', '{% include "/etc/passwd" %}'],
  ['a layout', '{% layout "/etc/passwd" %}'],
  ['an endless loop', '{% for a in (1..100000000) %}x{% endfor %}'],
])('a text with %s is refused, not sent with a hole', (_, body) => {
  expect(() => renderInvitationMail({ ...input, step: { ...input.step, body } })).toThrowError(
    expect.objectContaining({ name: 'TemplateError' }),
  )
})

test('white or black is written on the accent, whichever can be read; a wrong colour is ours', () => {
  const styles = (accentColor: string) =>
    renderInvitationMail({ ...input, website: { ...input.website, accentColor } }).html
  expect(styles('#ffe066')).toMatch(/background:#ffe066[^"]*color:#18181b/)
  expect(styles('#10243f')).toMatch(/background:#10243f[^"]*color:#ffffff/)
  expect(styles('red;} body{display:none')).not.toContain('display:none}')
})
