import { readSecondFactor, spendRecoveryCode, spendSecondFactorStep } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'
import { readEmailCode } from './email-codes.ts'

const stepSeconds = 30
const load = () => import('otpauth')

async function createTotp(secret: string, label: string) {
  const { Secret, TOTP } = await load()
  return new TOTP({
    issuer: 'Usher',
    label,
    period: stepSeconds,
    digits: 6,
    secret: Secret.fromBase32(secret),
  })
}

/** A new secret for an authenticator app: 20 random bytes, base32 as RFC 4226 has it. */
export async function createAppSecret(deps: EdgeDeps): Promise<string> {
  const { Secret } = await load()
  return new Secret({ buffer: deps.randomBytes(20).buffer }).base32
}

/** What the app reads from the picture. */
export const appSecretUrl = async (secret: string, email: string): Promise<string> =>
  (await createTotp(secret, email)).toString()

/** The half minute that this code is of: now, or one beside it; `null` for a wrong one. */
export async function stepOfAppCode(deps: EdgeDeps, secret: string, text: string): Promise<number | null> {
  const token = readEmailCode(text)
  if (!token) return null
  const timestamp = deps.now().getTime()
  const delta = (await createTotp(secret, '')).validate({ token, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta
}

/** A code of the app or a recovery code; each works once. */
export async function checkSecondFactor(
  deps: EdgeDeps,
  { userId, code }: { userId: string; code: string },
): Promise<boolean> {
  const factor = await readSecondFactor({ deps, userId })
  if (!factor?.secret) return false
  const step = await stepOfAppCode(deps, factor.secret, code)
  return step === null
    ? spendRecoveryCode({ deps, input: { userId, code } })
    : spendSecondFactorStep({ deps, input: { userId, step } })
}
