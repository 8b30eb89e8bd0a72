import { insertActivities, type NewActivity } from '@usher/database'
import type { InvitationType } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** One line on the timeline of each invitation and of each contact it invites. */
export function createdActivities(
  deps: Deps,
  invitations: readonly {
    id: string
    name: string
    type: InvitationType
    invitedContactIds: readonly string[]
  }[],
) {
  return insertActivities(
    invitations.flatMap(({ id, name, type, invitedContactIds }): NewActivity[] => {
      const line = (contactId: string | null, invitationId: string | null): NewActivity => ({
        id: deps.newId(),
        type: 'invitation_created',
        subject: `Invitation created: ${name}`,
        contactId,
        invitationId,
        // A contact's own line stays off the invitation's timeline, which one line for all of them begins.
        ...(invitationId === null ? { data: { invitationId: id } } : {}),
      })
      return type === 'single'
        ? invitedContactIds.map((contactId) => line(contactId, id))
        : [line(null, id), ...invitedContactIds.map((contactId) => line(contactId, null))]
    }),
    deps.now(),
  )
}
