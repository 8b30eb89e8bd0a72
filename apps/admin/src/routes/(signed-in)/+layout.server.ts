import { mayDo, type Permission, permissions } from '@usher/domain'
import { by } from '#lib/server/by.ts'
import { takeFlash } from '#lib/server/flash.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, cookies }) => {
  const { actor } = by(locals)
  return {
    me: { id: actor.id, name: actor.name, email: locals.email ?? '', role: actor.role },
    /** What the pages may show; the services decide again. */
    may: Object.fromEntries(
      permissions.map((permission) => [permission, mayDo(actor.role, permission)]),
    ) as Record<Permission, boolean>,
    flash: takeFlash(cookies),
  }
}
