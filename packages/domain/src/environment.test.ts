import { expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.ts'

const secret = 'a secret of at least 32 characters'

test('nothing needs to be set: everything has a default', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3024,
    origin: 'http://localhost:3024',
    dataDir: './data',
    database: { url: 'file:./data/usher.db', authToken: undefined, isEmbedded: true },
    secrets: [],
    mail: { transport: 'outbox', from: 'Usher <invitations@usher.example>' },
    postmarkWebhook: null,
  })
})

test('an empty or blank value is as good as none', () => {
  const names = [
    'USHER_PORT',
    'USHER_ORIGIN',
    'USHER_DATA_DIR',
    'DATABASE_URL',
    'USHER_SECRET',
    'MAIL_TRANSPORT',
  ]
  expect(readEnvironment(Object.fromEntries(names.map((name) => [name, '  '])))).toEqual(readEnvironment({}))
})

test('port, origin and data directory decide where things are', () => {
  expect(readEnvironment({ USHER_PORT: '8080' }).origin).toBe('http://localhost:8080')
  expect(readEnvironment({ USHER_ORIGIN: 'https://Invite.Example.com/' }).origin).toBe(
    'https://invite.example.com',
  )
  expect(readEnvironment({ USHER_DATA_DIR: '/srv/usher' }).database.url).toBe('file:/srv/usher/usher.db')
})

test('a database elsewhere needs a secret that all processes share', () => {
  const elsewhere = { DATABASE_URL: 'libsql://usher.turso.io', DATABASE_AUTH_TOKEN: 'token' }
  expect(() => readEnvironment(elsewhere)).toThrow(/^USHER_SECRET is missing/)
  expect(readEnvironment({ ...elsewhere, USHER_SECRET: secret })).toMatchObject({
    database: { url: 'libsql://usher.turso.io', authToken: 'token', isEmbedded: false },
    secrets: [secret],
  })
})

test('the current secret comes first, previous ones after it', () => {
  expect(
    readEnvironment({ USHER_SECRET: secret, USHER_PREVIOUS_SECRETS: `${secret} 1, ${secret} 2 ,` }).secrets,
  ).toEqual([secret, `${secret} 1`, `${secret} 2`])
})

test('Postmark and SMTP are taken with all they need', () => {
  expect(
    readEnvironment({ MAIL_TRANSPORT: 'postmark', MAIL_FROM: 'a@b.example', POSTMARK_SERVER_TOKEN: 't' })
      .mail,
  ).toEqual({
    transport: 'postmark',
    from: 'a@b.example',
    serverToken: 't',
    messageStream: 'outbound',
    apiUrl: null,
  })
  expect(
    readEnvironment({
      MAIL_TRANSPORT: 'smtp',
      MAIL_FROM: 'A <a@b.example>',
      SMTP_URL: 'smtps://mail.example',
    }).mail,
  ).toEqual({ transport: 'smtp', from: 'A <a@b.example>', url: 'smtps://mail.example' })
  expect(
    readEnvironment({ POSTMARK_WEBHOOK_USER: 'u', POSTMARK_WEBHOOK_PASSWORD: 'p' }).postmarkWebhook,
  ).toEqual({ user: 'u', password: 'p' })
})

test.each([
  ['USHER_PORT', { USHER_PORT: '0' }],
  ['USHER_PORT', { USHER_PORT: '65536' }],
  ['USHER_PORT', { USHER_PORT: '80; rm' }],
  ['USHER_PORT', { USHER_PORT: '30.5' }],
  ['USHER_PORT', { USHER_PORT: '80\n81' }],
  ['USHER_ORIGIN', { USHER_ORIGIN: 'invite.example.com' }],
  ['USHER_ORIGIN', { USHER_ORIGIN: 'javascript:alert(1)' }],
  ['USHER_ORIGIN', { USHER_ORIGIN: 'https://example.com/path' }],
  ['USHER_ORIGIN', { USHER_ORIGIN: 'https://example.com/?x' }],
  ['DATABASE_URL', { DATABASE_URL: '/srv/usher.db' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://localhost' }],
  ['USHER_SECRET', { USHER_SECRET: 'short' }],
  ['USHER_PREVIOUS_SECRETS', { USHER_SECRET: secret, USHER_PREVIOUS_SECRETS: 'short' }],
  ['USHER_PREVIOUS_SECRETS', { USHER_PREVIOUS_SECRETS: 'short' }],
  ['MAIL_TRANSPORT', { MAIL_TRANSPORT: 'sendmail' }],
  ['MAIL_FROM', { MAIL_TRANSPORT: 'postmark', POSTMARK_SERVER_TOKEN: 't' }],
  ['MAIL_FROM', { MAIL_FROM: 'not an address' }],
  ['MAIL_FROM', { MAIL_FROM: 'A\r\nBcc: all@b.example <a@b.example>' }],
  ['POSTMARK_SERVER_TOKEN', { MAIL_TRANSPORT: 'postmark', MAIL_FROM: 'a@b.example' }],
  ['SMTP_URL', { MAIL_TRANSPORT: 'smtp', MAIL_FROM: 'a@b.example' }],
  ['SMTP_URL', { MAIL_TRANSPORT: 'smtp', MAIL_FROM: 'a@b.example', SMTP_URL: 'mail.example.com' }],
  ['POSTMARK_WEBHOOK_PASSWORD', { POSTMARK_WEBHOOK_USER: 'u' }],
  ['POSTMARK_WEBHOOK_USER', { POSTMARK_WEBHOOK_PASSWORD: 'p' }],
])('a wrong or missing %s is named in one line: %j', (name, variables) => {
  const read = () => readEnvironment(variables)
  expect(read).toThrow(EnvironmentError)
  expect(read).toThrow(new RegExp(`^${name} [^\\n\\r]+$`))
})

test('a refusal never says a secret, a token or a password', () => {
  const hidden = {
    USHER_SECRET: 'hunter2',
    DATABASE_AUTH_TOKEN: 'hunter2',
    POSTMARK_WEBHOOK_PASSWORD: 'hunter2',
    SMTP_URL: 'hunter2',
  }
  for (const variables of [
    hidden,
    { ...hidden, USHER_SECRET: secret },
    { MAIL_TRANSPORT: 'smtp', MAIL_FROM: 'a@b.example', SMTP_URL: 'hunter2' },
  ]) {
    try {
      readEnvironment(variables)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(EnvironmentError)
      expect(String(error)).not.toContain('hunter2')
    }
  }
})
