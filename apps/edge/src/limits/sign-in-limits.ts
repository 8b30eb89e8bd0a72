import { normaliseEmailAddress, ok, type Result, sha256Hex } from '@usher/domain'
import { type Budget, countAttempt, forgetAttempts } from '@usher/services'
import type { EdgeDeps } from '../edge-deps.ts'
import { blocksOfAddress } from '../http/client-address.ts'

const quarterHour = 900
const hour = 3600
/** From one address block: an office behind one address, on the day its invitations arrive. */
const signInsPerBlock = 100
const emailCodesPerAddress = 5
const emailCodesPerBlock = 30
/** Over all codes that are mailed to an address; each of them allows five tries. */
const emailCodeTriesPerAddress = 15

/** A second step is six digits: this many tries a quarter of an hour, whoever asks. */
const secondStepsPerPerson = 5

type Who = { email: string; clientAddress: string }

/** How often people may try to be somebody. Every bucket names a person by a hash alone. */
export function createSignInLimits(deps: EdgeDeps) {
  const person = async (email: string) => (await sha256Hex(normaliseEmailAddress(email))).slice(0, 32)
  const perBlock = (what: string, clientAddress: string, limit: number, windowSeconds: number): Budget[] =>
    blocksOfAddress(clientAddress).map((block, index) => ({
      bucket: `${what}:${block}`,
      limit: limit * (index + 1),
      windowSeconds,
    }))
  const count = (input: Budget[]): Promise<Result<null, 'too_many_attempts'>> => countAttempt({ deps, input })
  const lockout = async (email: string) => `password-failures:${await person(email)}`

  return {
    /**
     * Before a password is compared: after so many failures the account is locked for a quarter of an hour, even for the
     * right password. Counting comes first, so that guesses that come at once cannot all slip through.
     */
    async countPassword({ email, clientAddress }: Who, lockoutAfterFailures: number) {
      return count([
        { bucket: await lockout(email), limit: lockoutAfterFailures, windowSeconds: quarterHour },
        ...perBlock('passwords', clientAddress, signInsPerBlock, quarterHour),
      ])
    },
    /** The password was right: the failures before it were its owner's. */
    async forgetPasswords(email: string) {
      await forgetAttempts({ deps, input: [await lockout(email)] })
    },
    /** Before a six-digit code is asked for, whoever's the address may be. */
    async countEmailCode({ email, clientAddress }: Who) {
      return count([
        {
          bucket: `email-codes:${await person(email)}`,
          limit: emailCodesPerAddress,
          windowSeconds: quarterHour,
        },
        ...perBlock('email-codes', clientAddress, emailCodesPerBlock, quarterHour),
      ])
    },
    /** Before a six-digit code is compared. */
    async countEmailCodeTry({ email, clientAddress }: Who) {
      return count([
        {
          bucket: `email-code-tries:${await person(email)}`,
          limit: emailCodeTriesPerAddress,
          windowSeconds: hour,
        },
        ...perBlock('email-code-tries', clientAddress, signInsPerBlock, hour),
      ])
    },
    /** Before the code of a second step is compared. */
    async countSecondStep({ userId, clientAddress }: { userId: string; clientAddress: string }) {
      return count([
        { bucket: `second-steps:${userId}`, limit: secondStepsPerPerson, windowSeconds: quarterHour },
        ...perBlock('second-steps', clientAddress, signInsPerBlock, quarterHour),
      ])
    },
    async forgetSecondSteps(userId: string) {
      await forgetAttempts({ deps, input: [`second-steps:${userId}`] })
    },
    /** Before somebody is sent to an identity provider, or comes back from one. */
    async countExternal(clientAddress: string) {
      return count(perBlock('external-sign-ins', clientAddress, signInsPerBlock, quarterHour))
    },
    /** Before an account is made or a password hashed for one: hashing is what costs. */
    async countSignUp(clientAddress: string) {
      return count(perBlock('sign-ups', clientAddress, signInsPerBlock, quarterHour))
    },
    /** The right code: the wrong ones before it were its owner's. */
    async forgetEmailCodeTries(email: string) {
      await forgetAttempts({ deps, input: [`email-code-tries:${await person(email)}`] })
      return ok(null)
    },
  }
}
export type SignInLimits = ReturnType<typeof createSignInLimits>
