import { findOidcClient, type OidcClientListItem } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import { idField } from '../fields.ts'
import { parseInput } from '../parse-input.ts'
import { refuseUnknownOidcClient } from './refusals.ts'

/** An application of a website that signs people in. Its `id` is its `client_id`; never with its secret. */
export type OidcClient = OidcClientListItem

const getOidcClientSchema = v.strictObject({ id: idField })

/** Input: `{ id }`. */
export async function getOidcClient({
  deps,
  actor,
  input,
}: Call): Promise<Result<OidcClient, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(getOidcClientSchema, input)
  if (!parsed.ok) return parsed
  const client = await findOidcClient(deps.database, parsed.value.id)
  return client ? ok(client) : refuseUnknownOidcClient()
}
