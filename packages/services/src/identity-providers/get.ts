import { findIdentityProvider } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { describeIdentityProvider, type IdentityProvider } from './describe.ts'
import { refuseUnknownIdentityProvider } from './refusals.ts'

const getIdentityProviderSchema = v.strictObject({ id: idField })

/** Input: `{ id }`. The secret stays sealed. */
export async function getIdentityProvider({
  deps,
  actor,
  input,
}: Call): Promise<Result<IdentityProvider, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(getIdentityProviderSchema, input)
  if (!parsed.ok) return parsed
  const found = await findIdentityProvider(deps.database, parsed.value.id)
  return found ? ok(describeIdentityProvider(deps, found)) : refuseUnknownIdentityProvider()
}
