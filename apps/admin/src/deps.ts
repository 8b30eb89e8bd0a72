import { schema } from '@usher/database'
import { connect } from '@usher/database/node'
import {
  createKeyring,
  EnvironmentError,
  hmac,
  type MailSettings,
  readEnvironment,
  toHex,
} from '@usher/domain'
import { createMailer, examineDns } from '@usher/mail/node'
import { compileMail } from '@usher/mail/publish'
import type { Deps } from '@usher/services'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { v7 as uuidv7 } from 'uuid'
import { boundConcurrency } from '#lib/server/bound-concurrency.ts'

/** A password costs about 100 ms of CPU (scrypt): pages must not wait behind a burst of sign-ins. */
const passwordsAtOnce = 2
/** Who comes when this many wait already is asked to come again. */
const passwordsWaiting = 50
const sessionSeconds = 12 * 60 * 60

export type House = { deps: Deps; auth: StaffAuth }

let house: Promise<House> | undefined

/** Wires the house once a process. Only this file reads the environment. */
export const openHouse = (): Promise<House> => (house ??= wire())

async function wire(): Promise<House> {
  const environment = readEnvironment(process.env)
  if (environment.secrets.length === 0) {
    throw new EnvironmentError(
      'USHER_SECRET is missing: give at least 32 random characters, the same to every process',
    )
  }
  const passwordTurn = boundConcurrency(passwordsAtOnce, passwordsWaiting)
  const deps: Deps = {
    database: connect(environment.database),
    keys: await createKeyring(environment.secrets),
    origin: environment.origin,
    mailTransport: environment.mail.transport,
    webhookAllowedTargets: environment.webhookAllowedTargets,
    now: () => new Date(),
    newId: uuidv7,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    hashPassword: (password) => passwordTurn(() => hashPassword(password)),
    compileMail,
    checkMail: () => checkMail(environment.mail),
  }
  const secret = toHex(await hmac(await deps.keys.current.hmac('session'), 'staff'))
  return { deps, auth: createStaffAuth(deps, secret, (given) => passwordTurn(() => verifyPassword(given))) }
}

async function checkMail(settings: MailSettings) {
  if (settings.transport === 'outbox') return []
  const mailer = createMailer(settings)
  try {
    const domain = mailer.from.address.split('@').at(-1) ?? ''
    const [service, dns] = await Promise.all([mailer.check(), examineDns(domain, settings.transport)])
    return [...service, ...dns]
  } finally {
    mailer.close()
  }
}

function createStaffAuth(
  deps: Deps,
  secret: string,
  verify: (given: { hash: string; password: string }) => Promise<boolean>,
) {
  return betterAuth({
    appName: 'Usher',
    baseURL: deps.origin,
    basePath: '/admin/auth',
    secret,
    // Transactions freeze the event loop on a file; each call of ours needs one statement at a time.
    database: drizzleAdapter(deps.database.query, {
      provider: 'sqlite',
      transaction: false,
      schema: {
        user: schema.staffUsers,
        session: schema.staffSessions,
        account: schema.staffCredentials,
        verification: schema.staffVerifications,
        twoFactor: schema.staffTwoFactors,
      },
    }),
    emailAndPassword: {
      enabled: true,
      // Staff are made by an owner, never by themselves.
      disableSignUp: true,
      password: { hash: deps.hashPassword, verify },
    },
    plugins: [twoFactor({ issuer: `Usher at ${new URL(deps.origin).host}` })],
    user: { additionalFields: { role: { type: 'string', required: true, input: false, returned: false } } },
    // A page that is looked at writes nothing: a session is renewed by what is posted.
    session: { expiresIn: sessionSeconds, updateAge: 60 * 60, deferSessionRefresh: true },
    advanced: {
      cookiePrefix: 'usher-staff',
      useSecureCookies: deps.origin.startsWith('https:'),
      defaultCookieAttributes: { path: '/admin', sameSite: 'lax', httpOnly: true },
      database: { generateId: deps.newId },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type StaffAuth = ReturnType<typeof createStaffAuth>
