import {
  activateMany,
  type Ceiling,
  type Change,
  deactivateMany,
  extendMany,
  giveMany,
  insertInvitationWebRoles,
  insertManyInvitations,
  tellInvitations,
} from '@usher/database'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import type { ReadTemplate } from '../invitations/bulk-template.ts'
import { generateCode } from '../invitations/code.ts'
import { createdActivities } from '../invitations/created-activities.ts'

/** Some rows of a task: `ids` are what it changes, which for what is created are new. */
export type Piece = { taskId: string; ids: readonly string[]; now: Date }
export type Work = {
  action: string
  /** The statements of one piece, and the ids that it may have put into `task_changes`. */
  make(
    deps: Deps,
    actor: Actor,
    piece: Piece,
  ): Promise<{ ids: readonly string[]; statements: Change[]; after: Record<string, unknown> }>
}

/** Owners and admins give everything; so do the machine's operator and the house. */
export const ceilingOf = (actor: Actor): Ceiling =>
  'role' in actor && actor.role === 'inviter' ? actor.grantableWebRoleIds : null

export const linesOf = (deps: Deps, { ids }: Piece) => ids.map((id) => ({ id, activityId: deps.newId() }))
const without = async (ids: readonly string[], statements: Change[], after = {}) => ({
  ids,
  statements,
  after,
})

export const deactivating: Work = {
  action: 'invitation.deactivated',
  make: (deps, _, piece) =>
    without(piece.ids, [
      ...deactivateMany(piece),
      tellInvitations(piece, 'invitation_deactivated', 'Invitation deactivated: ', linesOf(deps, piece)),
    ]),
}

export const activating: Work = {
  action: 'invitation.activated',
  make: (deps, actor, piece) =>
    without(piece.ids, [
      ...activateMany(piece, ceilingOf(actor)),
      tellInvitations(piece, 'invitation_activated', 'Invitation activated: ', linesOf(deps, piece)),
    ]),
}

export const extending = (expiresAt: Date | null): Work => ({
  action: 'invitation.updated',
  make: (_, actor, piece) =>
    without(piece.ids, extendMany(piece, expiresAt, ceilingOf(actor)), { expiresAt }),
})

export const creating = ({ columns, webRoleIds, grantEnd, responsibleId }: ReadTemplate): Work => ({
  action: 'invitation.created',
  async make(deps, _, piece) {
    const rows = await Promise.all(
      piece.ids.map(async (contactId) => {
        const id = deps.newId()
        const { codeHash, codeSealed } = (await generateCode(deps, id)).columns
        return { id, contactId, codeHash, codeSealed }
      }),
    )
    const ids = rows.map(({ id }) => id)
    return {
      ids,
      statements: [
        ...insertManyInvitations(rows, columns, { ...piece, ids }),
        insertInvitationWebRoles(ids, webRoleIds, responsibleId, grantEnd),
        createdActivities(
          deps,
          rows.map(({ id, contactId }) => ({
            id,
            name: columns.name,
            type: 'single',
            invitedContactIds: [contactId],
          })),
        ),
      ],
      after: { ...columns, ...grantEnd, webRoleIds },
    }
  },
})

export const giving = (grant: {
  webRole: { id: string; name: string }
  endsAt: Date | null
  grantedById: string
}): Work => ({
  action: 'grant.created',
  async make(deps, actor, piece) {
    const rows = piece.ids.map((contactId) => ({
      id: deps.newId(),
      contactId,
      activityId: deps.newId(),
    }))
    const ids = rows.map(({ id }) => id)
    const { webRole, endsAt, grantedById } = grant
    const given = {
      webRoleId: webRole.id,
      endsAt,
      grantedById,
      subject: `${webRole.name} given by ${actor.name}`,
    }
    return {
      ids,
      statements: giveMany({ ...piece, ids }, given, rows),
      after: { webRoleId: webRole.id, endsAt },
    }
  },
})
