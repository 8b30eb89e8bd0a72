import { mayDo, type Permission, permissions } from '@usher/domain'
import { countInvitationRequests, getMailSettings, listParkedJobs, listSavedViews } from '@usher/services'
import { by } from '#lib/server/by.ts'
import { takeFlash } from '#lib/server/flash.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
  const { deps, actor } = by(locals)
  const mail = await getMailSettings({ deps, actor })
  const [parked, requests, views] = await Promise.all([
    listParkedJobs({ deps, actor, input: { limit: 1 } }),
    countInvitationRequests({ deps, actor }),
    listSavedViews({ deps, actor }),
  ])
  return {
    me: { id: actor.id, name: actor.name, email: locals.email ?? '', role: actor.role },
    /** What the pages may show; the services decide again. */
    may: Object.fromEntries(
      permissions.map((permission) => [permission, mayDo(actor.role, permission)]),
    ) as Record<Permission, boolean>,
    /** Numbers beside destinations of the navigation, by path. */
    counts: {
      '/requests': requests.ok ? requests.value.open : 0,
      '/parked': parked.ok ? (parked.value.totalCount ?? 0) : 0,
    },
    /** Why no mail leaves at the moment; null while they go. */
    mailProblem: mail.ok && mail.value.pausedAt ? mail.value.pauseReason : null,
    savedViews: views.ok ? views.value.map((view) => ({ ...view, isMine: view.ownerId === actor.id })) : [],
    flash: takeFlash(cookies),
  }
}
