import type { ManagementRefusal, Refused } from '@usher/domain'
import * as v from 'valibot'
import type { Actor } from '../actor.ts'
import { refuseInput } from '../parse-input.ts'

const scopeFix = 'Give scopes such as contacts:read or invitations:write.'

export const scopesField = v.pipe(
  v.array(v.pipe(v.string(scopeFix), v.regex(/^[a-z][a-z-]{1,40}:(read|write)$/, scopeFix))),
  v.minLength(1, 'Give at least one scope, or leave them out for all that the role may do.'),
  v.maxLength(60, 'Give at most 60 scopes.'),
  v.transform((scopes) => [...new Set(scopes)].sort()),
)

/** Whether a key may do this with a resource of the management API. Writing includes reading. */
export function hasScope(
  { scopes }: Pick<Extract<Actor, { kind: 'api_key' }>, 'scopes'>,
  resource: string,
  access: 'read' | 'write',
): boolean {
  if (!scopes) return true
  return scopes.includes(`${resource}:write`) || (access === 'read' && scopes.includes(`${resource}:read`))
}

/** A key that is narrowed makes no wider one. */
export function refuseWiderScopes(
  actor: Actor,
  scopes: readonly string[] | null,
): Refused<ManagementRefusal> | null {
  if (actor.kind !== 'api_key' || !actor.scopes) return null
  const wider = (scopes ?? []).filter((scope) => {
    const [resource = '', access] = scope.split(':')
    return !hasScope(actor, resource, access === 'write' ? 'write' : 'read')
  })
  if (scopes && wider.length === 0) return null
  const message = `The key that creates this one has these scopes: ${actor.scopes.join(', ')}. Give some of them.`
  return refuseInput({ path: 'scopes', message })
}
