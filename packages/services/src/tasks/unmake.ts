import {
  type Change,
  deleteManyInvitations,
  restoreContacts,
  restoreInvitations,
  revokeMany,
  type TaskRow,
  tellInvitations,
} from '@usher/database'
import { type Actor, staffUserIdOf } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { ceilingOf, linesOf, type Piece } from './work.ts'

type Unmade = { action: string; statements: Change[] }

/** Some rows back to what they were, as far as nothing has happened to them since. */
export function unmake(deps: Deps, actor: Actor, task: TaskRow, piece: Piece): Unmade {
  switch (task.kind) {
    case 'deactivate_invitations':
      return {
        action: 'invitation.activated',
        statements: [
          ...restoreInvitations({ ...piece, column: 'deactivated_at', wasSetTo: 1 }, ceilingOf(actor)),
          tellInvitations(piece, 'invitation_activated', 'Invitation activated: ', linesOf(deps, piece)),
        ],
      }
    case 'activate_invitations':
      return {
        action: 'invitation.deactivated',
        statements: [
          ...restoreInvitations({ ...piece, column: 'deactivated_at', wasSetTo: null }, null),
          tellInvitations(piece, 'invitation_deactivated', 'Invitation deactivated: ', linesOf(deps, piece)),
        ],
      }
    case 'extend_invitations':
      return {
        action: 'invitation.updated',
        statements: restoreInvitations(
          { ...piece, column: 'expires_at', wasSetTo: task.input['expiresAt'] === null ? null : 1 },
          ceilingOf(actor),
        ),
      }
    case 'create_invitations':
      return { action: 'invitation.deleted', statements: deleteManyInvitations(piece) }
    case 'give_web_role':
      return {
        action: 'grant.revoked',
        statements: revokeMany(piece, staffUserIdOf(actor) ?? task.createdById),
      }
    case 'import_contacts':
      return { action: 'contact.import_undone', statements: restoreContacts(task.id, piece.ids, piece.now) }
  }
}
