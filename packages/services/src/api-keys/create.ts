import {
  findActiveStaffUser,
  findApiKey,
  findFirstOwnerId,
  schema,
  staffUserIsActive,
  websiteExists,
} from '@usher/database'
import { type ManagementRefusal, ok, readExpiry, refuse, type Result, sha256Hex } from '@usher/domain'
import * as v from 'valibot'
import { type Actor, refuseUnless, staffUserIdOf } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { neededLine, orNull } from '../fields.ts'
import { parseInput, refuseInput } from '../parse-input.ts'
import { auditStatement } from '../records.ts'
import { type ApiKey, getApiKey } from './get.ts'
import { apiKeyPrefix, newApiKey } from './key.ts'
import { apiKeyRoles, lesserRole } from './role.ts'
import { refuseWiderScopes, scopesField } from './scopes.ts'

export const createApiKeySchema = v.strictObject({
  name: neededLine(100, 'Give the key a name that says what it is for.'),
  role: v.picklist(apiKeyRoles),
  /** For this website's own questions who somebody is (`GET /api/grants`), and for nothing else. */
  websiteId: v.optional(orNull(v.string()), null),
  /** Such as `contacts:read` and `invitations:write`, which includes reading; without any, all that the role may do. */
  scopes: v.optional(v.nullable(scopesField), null),
  /** A date lasts to its end, in UTC. */
  expiresAt: v.optional(orNull(v.string()), null),
  /** Whose key it is: for the command line alone. Without it the first owner's. */
  staffEmail: v.optional(orNull(v.string()), null),
})
export type CreateApiKeyInput = v.InferInput<typeof createApiKeySchema>

/**
 * Creates a key of the management API; its `key` is in this answer and nowhere else.
 * It acts for the staff user who creates it and can never do more than that user. Input: `CreateApiKeyInput`.
 */
export async function createApiKey({
  deps,
  actor,
  input,
}: Call): Promise<Result<ApiKey & { key: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'settings.write')
  if (forbidden) return forbidden
  const parsed = parseInput(createApiKeySchema, input)
  if (!parsed.ok) return parsed
  const { name, role, websiteId, scopes, staffEmail } = parsed.value
  const expiresAt = parsed.value.expiresAt === null ? null : readExpiry(parsed.value.expiresAt, 'UTC')
  if (parsed.value.expiresAt !== null && !(expiresAt && expiresAt > deps.now())) {
    return refuseInput({ path: 'expiresAt', message: 'Give a date to come, such as 2030-12-31, or none.' })
  }
  const limit =
    actor.kind === 'api_key' ? ((await findApiKey(deps.database, actor.id))?.expiresAt ?? null) : null
  if (limit && !(expiresAt && expiresAt <= limit)) {
    return refuseInput({
      path: 'expiresAt',
      message: `The key that creates this one ends on ${limit.toISOString().slice(0, 10)}: give that day or an earlier one.`,
    })
  }
  const wider = refuseWiderScopes(actor, scopes)
  if (wider) return wider
  const found = await findBearer(deps, actor, staffEmail)
  if (!found.ok) return found
  const bearer = found.value
  if (lesserRole(role, bearer.role) !== role) {
    return refuseInput({
      path: 'role',
      message: `${bearer.name} is ${bearer.role}: choose ${bearer.role} or less.`,
    })
  }

  const id = deps.newId()
  const key = newApiKey(deps.randomBytes)
  const prefix = apiKeyPrefix(key)
  const written = await deps.database.write([
    staffUserIsActive(bearer.id),
    ...(websiteId === null ? [] : [websiteExists(websiteId)]),
    deps.database.query.insert(schema.apiKeys).values({
      id,
      name,
      prefix,
      keyHash: await sha256Hex(key),
      staffUserId: bearer.id,
      role,
      websiteId,
      scopes,
      createdAt: deps.now(),
      expiresAt,
    }),
    auditStatement(deps, actor, {
      action: 'api_key.created',
      entityType: 'api_key',
      entityId: id,
      after: { name, prefix, role, websiteId, scopes, staffUserId: bearer.id, expiresAt },
    }),
  ])
  if (!written.ok && written.guard === 'website_unknown')
    return refuseInput({ path: 'websiteId', message: 'There is no such website. Choose another, or none.' })
  if (!written.ok) return refuse('conflict', { detail: `${bearer.name} was deactivated just now.` })
  const created = await getApiKey({ deps, actor, input: { id } })
  return created.ok ? ok({ ...created.value, key }) : created
}

type Bearer = NonNullable<Awaited<ReturnType<typeof findActiveStaffUser>>>

async function findBearer(
  deps: Deps,
  actor: Actor,
  staffEmail: string | null,
): Promise<Result<Bearer, ManagementRefusal>> {
  const actorId = staffUserIdOf(actor)
  if (staffEmail !== null && actorId !== null) {
    return refuseInput({ path: 'staffEmail', message: 'A key is always your own. Leave this out.' })
  }
  if (staffEmail !== null) {
    const named = await findActiveStaffUser(deps.database, { email: staffEmail.trim().toLowerCase() })
    return named
      ? ok(named)
      : refuseInput({ path: 'staffEmail', message: 'No active staff user has this e-mail.' })
  }
  const id = actorId ?? (await findFirstOwnerId(deps.database))
  const bearer = id === null ? null : await findActiveStaffUser(deps.database, { id })
  // What an API key creates is no more than that key.
  if (bearer) return ok(actor.kind === 'api_key' ? { ...bearer, role: actor.role } : bearer)
  return refuse('conflict', { detail: 'There is no owner yet. Create the first owner, then try again.' })
}
