import {
  deleteSecondFactor,
  findSecondFactor,
  recoveryCodeIsLeft,
  replaceSecondFactor,
  stepIsNew,
  useRecoveryCode as useRecoveryCodeStatement,
  useStep,
} from '@usher/database'
import { encodeBase32, readBase32, seal, sha256Hex, unseal } from '@usher/domain'
import type { Deps } from '../deps.ts'

const recoveryCodes = 10
/** 50 random bits: ten symbols. */
const recoveryCodeBytes = 10
const recoveryCodeSymbols = 10
const contextOf = (userId: string) => `second-factor:${userId}`

/** What somebody asked for after the first step, or `null`. `secret`: what the authenticator app shares. */
export async function readSecondFactor({
  deps,
  userId,
}: {
  deps: Deps
  userId: string
}): Promise<{ kind: 'app' | 'email'; secret: string | null } | null> {
  const factor = await findSecondFactor(deps.database, userId)
  if (!factor) return null
  const { kind, secretSealed } = factor
  const secret = secretSealed && (await unseal(deps.keys, secretSealed, { context: contextOf(userId) }))
  return { kind, secret }
}

/**
 * Asks for a second step from now on. The secret is kept sealed, recovery codes as hashes.
 * @param input.secret base32 as the app was given it; null for codes by e-mail
 * @returns the recovery codes, this once; none for e-mail, where the mailbox is what they would replace
 */
export async function setSecondFactor({
  deps,
  input: { userId, kind, secret, step },
}: {
  deps: Deps
  input: { userId: string; kind: 'app' | 'email'; secret: string | null; step: number | null }
}): Promise<{ recoveryCodes: string[] }> {
  const codes = kind === 'app' ? Array.from({ length: recoveryCodes }, () => createRecoveryCode(deps)) : []
  await deps.database.write(
    replaceSecondFactor(deps.database, {
      userId,
      kind,
      secretSealed:
        secret && (await seal(deps.keys, secret, { iv: deps.randomBytes(12), context: contextOf(userId) })),
      recoveryCodeHashes: await Promise.all(codes.map((code) => sha256Hex(`${userId}:${code}`))),
      lastStep: step,
      createdAt: deps.now(),
    }),
  )
  return { recoveryCodes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`) }
}

export async function removeSecondFactor({ deps, userId }: { deps: Deps; userId: string }): Promise<void> {
  await deps.database.write([deleteSecondFactor(deps.database, userId)])
}

/** Uses up a half minute's code; false when it, or a later one, was used before. */
export async function spendSecondFactorStep({
  deps,
  input: { userId, step },
}: {
  deps: Deps
  input: { userId: string; step: number }
}): Promise<boolean> {
  const written = await deps.database.write([stepIsNew(userId, step), useStep(deps.database, userId, step)])
  return written.ok
}

/** Uses up a recovery code, as people type it; false when it is none, or none any more. */
export async function spendRecoveryCode({
  deps,
  input: { userId, code },
}: {
  deps: Deps
  input: { userId: string; code: string }
}): Promise<boolean> {
  const symbols = readBase32(code)
  if (symbols?.length !== recoveryCodeSymbols) return false
  const hash = await sha256Hex(`${userId}:${symbols}`)
  const written = await deps.database.write([
    recoveryCodeIsLeft(userId, hash),
    useRecoveryCodeStatement(userId, hash),
  ])
  return written.ok
}

const createRecoveryCode = (deps: Deps) =>
  encodeBase32(deps.randomBytes(recoveryCodeBytes)).slice(0, recoveryCodeSymbols)
