import {
  findInviteeByEmail,
  findInviteeByIdentity,
  insertIdentity,
  insertInviteeUser,
  isUniqueViolation,
} from '@usher/database'
import { normaliseEmailAddress, ok, type Result, refuse } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** Somebody as an identity provider knows them: a subject of an issuer, and an address to tell them by. */
export type ExternalAccount = { issuer: string; subject: string; label: string | null }

/** Who signs in with this account, or `null`. Issuer and subject alone decide: addresses change hands. */
export const findInviteeOfAccount = async ({
  deps,
  input: { issuer, subject },
}: {
  deps: Deps
  input: Pick<ExternalAccount, 'issuer' | 'subject'>
}): Promise<{ userId: string } | null> => {
  const user = await findInviteeByIdentity(deps.database, issuer, subject)
  return user && { userId: user.id }
}

/** Who signs in with this address. Tell it only to who has proven to read that mailbox. */
export const findInviteeOfAddress = async ({
  deps,
  input: { email },
}: {
  deps: Deps
  input: { email: string }
}): Promise<{ userId: string } | null> => {
  const user = await findInviteeByEmail(deps.database, normaliseEmailAddress(email))
  return user && { userId: user.id }
}

/** Makes an account a way in for somebody. Refuses `identity_taken` when it is somebody else's. */
export async function linkIdentity({
  deps,
  input: { userId, issuer, subject, label },
}: {
  deps: Deps
  input: { userId: string } & ExternalAccount
}): Promise<Result<null, 'identity_taken'>> {
  const now = deps.now()
  try {
    await deps.database.write([
      insertIdentity(deps.database, {
        id: deps.newId(),
        userId,
        providerId: issuer,
        accountId: subject,
        label,
        createdAt: now,
        updatedAt: now,
      }),
    ])
    return ok(null)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const owner = await findInviteeByIdentity(deps.database, issuer, subject)
    return owner?.id === userId ? ok(null) : refuse('identity_taken')
  }
}

/**
 * Creates somebody whose address is proven, with their account at a provider. Two at once make one: the second finds the
 * first. Refuses `account_exists` when the address is somebody's already.
 */
export async function createInviteeWithAccount({
  deps,
  input: { email, name, account },
}: {
  deps: Deps
  input: { email: string; name: string; account: ExternalAccount }
}): Promise<Result<{ userId: string }, 'account_exists'>> {
  const userId = deps.newId()
  const now = deps.now()
  const stamps = { createdAt: now, updatedAt: now }
  try {
    await deps.database.write([
      insertInviteeUser(deps.database, {
        id: userId,
        name: name.slice(0, 200),
        email: normaliseEmailAddress(email),
        emailVerified: true,
        ...stamps,
      }),
      insertIdentity(deps.database, {
        id: deps.newId(),
        userId,
        providerId: account.issuer,
        accountId: account.subject,
        label: account.label,
        ...stamps,
      }),
    ])
    return ok({ userId })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const owner = await findInviteeByIdentity(deps.database, account.issuer, account.subject)
    return owner ? ok({ userId: owner.id }) : refuse('account_exists')
  }
}
