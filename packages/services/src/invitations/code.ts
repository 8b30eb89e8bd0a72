import {
  codeRandomBytes,
  createCode,
  hashesOfCode,
  hashOfCode,
  ok,
  readCode,
  refuseChosenCode,
  type Result,
  seal,
  unseal,
} from '@usher/domain'
import type { Deps } from '../deps.ts'
import { refuseInput } from '../parse-input.ts'

export type NewCode = {
  /** In clear: for the one answer that shows it. Never stored, never logged. */
  code: string
  /** Every hash under which the same code could be stored already. */
  hashes: string[]
  columns: { codeHash: string; codeSealed: string; codeKind: 'generated' | 'chosen' }
}

/** A generated code for an invitation that is about to be written. */
export async function generateCode(deps: Deps, invitationId: string): Promise<NewCode> {
  return keepCode(
    deps,
    invitationId,
    'generated',
    await createCode(deps.keys, deps.randomBytes(codeRandomBytes)),
  )
}

/** A code that an admin chose; refused when it could be taken for a generated one, or is not fit for a URL. */
export async function takeChosenCode(
  deps: Deps,
  invitationId: string,
  text: string,
): Promise<Result<NewCode, 'invalid_request'>> {
  const reason = refuseChosenCode(text)
  const read = await readCode(deps.keys, text)
  if (reason !== null || read.kind !== 'chosen') {
    return refuseInput({ path: 'code', message: reason ?? 'Choose another code.' })
  }
  return ok(await keepCode(deps, invitationId, 'chosen', read.code))
}

/** A code that another system gave out, as `readForeignCode` has it. */
export const keepForeignCode = (deps: Deps, invitationId: string, code: string): Promise<NewCode> =>
  keepCode(deps, invitationId, 'chosen', code)

/** The code of an invitation, in clear. `null` when the key that sealed it is gone. */
export const openCode = (deps: Deps, invitationId: string, codeSealed: string): Promise<string | null> =>
  unseal(deps.keys, codeSealed, { context: contextOf(invitationId) })

async function keepCode(
  deps: Deps,
  invitationId: string,
  codeKind: 'generated' | 'chosen',
  code: string,
): Promise<NewCode> {
  const [codeHash, codeSealed, hashes] = await Promise.all([
    hashOfCode(deps.keys, code),
    seal(deps.keys, code, { iv: deps.randomBytes(12), context: contextOf(invitationId) }),
    // What chance made just now is no code that an earlier key has hashed.
    codeKind === 'chosen' ? hashesOfCode(deps.keys, code) : null,
  ])
  return { code, hashes: hashes ?? [codeHash], columns: { codeHash, codeSealed, codeKind } }
}

const contextOf = (invitationId: string) => `invitation-code:${invitationId}`
