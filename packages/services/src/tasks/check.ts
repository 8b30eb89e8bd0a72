import { findDefaultWebsite, findWebRole, findWebsite } from '@usher/database'
import { type ManagementRefusal, ok, type Result } from '@usher/domain'
import { type Actor, refuseGranting } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { readGrantEnd } from '../grants/read-end.ts'
import { readBulkTemplate } from '../invitations/bulk-template.ts'
import { readInvitationExpiry } from '../invitations/read-expiry.ts'
import { findResponsible } from '../invitations/responsible.ts'
import { refuseInput } from '../parse-input.ts'
import type { TaskInput } from './input.ts'
import { activating, creating, deactivating, extending, giving, type Work } from './work.ts'

/** What a task comes to for this actor now: asked when it is created, and again before each of its pieces. */
export async function check(
  deps: Deps,
  actor: Actor,
  task: TaskInput,
): Promise<Result<Work, ManagementRefusal>> {
  switch (task.kind) {
    case 'deactivate_invitations':
      return ok(deactivating)
    case 'activate_invitations':
      return ok(activating)
    case 'extend_invitations': {
      // Several websites may have several time zones: dates are the default website's.
      const zone = (await findDefaultWebsite(deps.database))?.timeZone ?? 'UTC'
      const expiresAt = readInvitationExpiry(task.expiresAt, { timeZone: zone, after: deps.now() })
      return expiresAt.ok ? ok(extending(expiresAt.value)) : expiresAt
    }
    case 'create_invitations': {
      const template = await readBulkTemplate(deps, actor, task.template, [])
      return template.ok ? ok(creating(template.value)) : template
    }
    case 'give_web_role': {
      const now = deps.now()
      const webRole = await findWebRole(deps.database, task.webRoleId, now)
      if (!webRole) return refuseInput({ path: 'webRoleId', message: 'There is no such web role.' })
      const ungrantable = refuseGranting(actor, [webRole.id])
      if (ungrantable) return ungrantable
      const website = await findWebsite(deps.database, webRole.websiteId)
      const endsAt = readGrantEnd(task.endsAt, { timeZone: website?.timeZone ?? 'UTC', now })
      if (!endsAt.ok) return endsAt
      const responsible = await findResponsible(deps, actor)
      if (!responsible.ok) return responsible
      return ok(giving({ webRole, endsAt: endsAt.value, grantedById: responsible.value }))
    }
  }
}
