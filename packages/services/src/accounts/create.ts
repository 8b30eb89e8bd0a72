import { schema } from '@usher/database'
import type { ManagementRefusal, Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { parseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { accountFields } from './fields.ts'
import { type Account, getAccount } from './get.ts'

export const createAccountSchema = v.strictObject({
  name: accountFields.name,
  number: v.optional(accountFields.number, null),
  email: v.optional(accountFields.email, null),
  websiteUrl: v.optional(accountFields.websiteUrl, null),
})
export type CreateAccountInput = v.InferInput<typeof createAccountSchema>

/** Input: `CreateAccountInput`. */
export async function createAccount({
  deps,
  actor,
  input,
}: Call): Promise<Result<Account, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'structure.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createAccountSchema, input)
  if (!parsed.ok) return parsed
  const id = deps.newId()
  const now = deps.now()
  await deps.database.write([
    deps.database.query
      .insert(schema.accounts)
      .values({ id, ...parsed.value, createdAt: now, updatedAt: now }),
    auditStatement(deps, actor, {
      action: 'account.created',
      entityType: 'account',
      entityId: id,
      after: parsed.value,
    }),
  ])
  return getAccount({ deps, actor, input: { id } })
}
