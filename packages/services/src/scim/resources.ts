import { fullName, sha256Hex } from '@usher/domain'
import type { findScimSource } from '@usher/database'

type Source = Awaited<ReturnType<typeof findScimSource>>
/** Something to be at the target, in SCIM's words (RFC 7643), and what it is remembered by. */
export type Resource = { localId: string; name: string; body: Record<string, unknown>; hash: string }

/** Who has a web role now. Whom nobody can write to has no user name, and is left out. */
export async function usersOf({ members }: Source): Promise<Map<string, Resource>> {
  const people = new Map(members.map((member) => [member.id, member]))
  const users = [...people.values()].flatMap((contact) =>
    contact.email === null ? [] : [userOf({ ...contact, email: contact.email })],
  )
  return new Map((await Promise.all(users)).map((user) => [user.localId, user]))
}

type Person = {
  id: string
  firstName: string | null
  lastName: string | null
  email: string
  locale: string | null
}

const userOf = (contact: Person): Promise<Resource> =>
  resource(contact.id, fullName(contact) || contact.email, {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    externalId: contact.id,
    userName: contact.email,
    name: {
      ...(contact.firstName ? { givenName: contact.firstName } : {}),
      ...(contact.lastName ? { familyName: contact.lastName } : {}),
    },
    displayName: fullName(contact) || contact.email,
    emails: [{ value: contact.email, primary: true, type: 'work' }],
    ...(contact.locale ? { locale: contact.locale } : {}),
    active: true,
  })

/** The web roles, with those of their members who are at the target already. */
export async function groupsOf(
  { roles, members }: Source,
  remoteUserIds: ReadonlyMap<string, string>,
): Promise<Map<string, Resource>> {
  const groups = roles.map((role) =>
    resource(role.id, role.name, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      externalId: role.id,
      displayName: role.name,
      members: members
        .filter(({ webRoleId }) => webRoleId === role.id)
        .flatMap(({ id }) => remoteUserIds.get(id) ?? [])
        .sort()
        .map((value) => ({ value })),
    }),
  )
  return new Map((await Promise.all(groups)).map((group) => [group.localId, group]))
}

async function resource(localId: string, name: string, body: Record<string, unknown>): Promise<Resource> {
  return { localId, name, body, hash: await sha256Hex(JSON.stringify(body)) }
}
