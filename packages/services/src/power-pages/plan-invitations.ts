import { findRedemptionWorkflows, findTakenCodeHashes, findTakenIds } from '@usher/database'
import { hashesOfCode } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { generateCode, keepForeignCode, type NewCode } from '../invitations/code.ts'
import { createFinder, type Finder } from './find-source.ts'
import type { Source, SourceInvitation, SourcePair } from './read-source.ts'
import type { Note } from './tables.ts'
import { seatsOf } from './seats.ts'
import { sourceId } from './values.ts'

export type NewRedemption = { id: string; contactId: string; redeemedAt: Date; ipAddress: string | null }
export type NewInvitation = {
  id: string
  source: SourceInvitation
  code: NewCode
  type: 'single' | 'group'
  maximumRedemptions: number | null
  redeemableBy: 'invited' | 'anyone'
  isInactive: boolean
  invitedContactIds: string[]
  webRoleIds: string[]
  inviterContactId: string | null
  assignToAccountId: string | null
  redemptionWorkflowId: string | null
  redemptions: NewRedemption[]
}
export type Finders = { accounts: Finder; contacts: Finder; webRoles: Finder }

/** Invitations that are not here yet, with all that hangs on them. One that is here stays as it is. */
export async function planInvitations(
  deps: Deps,
  source: Source,
  finders: Finders,
  notes: Note[],
): Promise<{ created: NewInvitation[]; matched: number }> {
  const invitations = createFinder()
  const keyed = await Promise.all(
    source.invitations.map(async (invitation) => {
      const key = invitation.guid ?? invitation.code ?? invitation.name
      const id = await sourceId(invitation.createdAt, 'invitation', key)
      const hashes = invitation.code === null ? [] : await hashesOfCode(deps.keys, invitation.code)
      invitations.add({ guid: invitation.guid, names: [invitation.name], id })
      return { invitation, id, hashes }
    }),
  )
  const [taken, takenHashes, workflows] = await Promise.all([
    findTakenIds(
      deps.database,
      'invitations',
      keyed.map(({ id }) => id),
    ),
    findTakenCodeHashes(
      deps.database,
      keyed.flatMap(({ hashes }) => hashes),
    ),
    findRedemptionWorkflows(deps.database),
  ])
  const pairs = {
    invited: groupPairs(source.invited, invitations, finders.contacts, notes),
    redeemed: groupPairs(source.redeemed, invitations, finders.contacts, notes),
    webRoles: groupPairs(source.invitationRoles, invitations, finders.webRoles, notes),
  }
  const told = groupRedemptions(source, invitations, finders.contacts)

  const created: NewInvitation[] = []
  let matched = 0
  for (const { invitation, id, hashes } of keyed) {
    const note = (message: string) => notes.push({ file: invitation.file, row: invitation.row, message })
    if (taken.has(id)) {
      matched++
      continue
    }
    taken.add(id)
    if (hashes.some((hash) => takenHashes.has(hash))) {
      note('Another invitation here has its code: it is left out.')
      continue
    }
    for (const hash of hashes) takenHashes.add(hash)
    if (invitation.code === null)
      note('Its code could be guessed, or looks like one of ours: it has a new one. Send it again.')

    const found = <T>(value: T | null, meant: unknown, what: string): T | null => {
      if (meant && value === null)
        note(`Its ${what} is not among what is imported, or not told apart by name.`)
      return value
    }
    const invited = found(finders.contacts.find(invitation.invited), invitation.invited, 'invited contact')
    const redeemer = found(
      finders.contacts.find(invitation.redeemedBy),
      invitation.redeemedBy,
      'redeemed contact',
    )
    const workflowId = workflows.find(({ name }) => name === invitation.workflow)?.id ?? null
    if (invitation.workflow && workflowId === null)
      note(`There is no activated workflow ${invitation.workflow} here: choose one on its page.`)

    const redemptions = await redemptionsOf(
      id,
      invitation,
      [...(pairs.redeemed.get(id) ?? []), ...(redeemer ? [redeemer] : [])],
      told.get(id) ?? new Map(),
    )
    const invitedContactIds = [...new Set([...(invited ? [invited] : []), ...(pairs.invited.get(id) ?? [])])]
    const seats = seatsOf(invitation, { invited: invitedContactIds.length, redemptions: redemptions.length })
    seats.notes.forEach(note)
    created.push({
      id,
      source: invitation,
      code:
        invitation.code === null
          ? await generateCode(deps, id)
          : await keepForeignCode(deps, id, invitation.code),
      ...seats.terms,
      invitedContactIds,
      webRoleIds: [...new Set(pairs.webRoles.get(id) ?? [])],
      inviterContactId: found(finders.contacts.find(invitation.inviter), invitation.inviter, 'inviter'),
      assignToAccountId: found(finders.accounts.find(invitation.account), invitation.account, 'account'),
      redemptionWorkflowId: workflowId,
      redemptions: redemptions.slice(0, seats.terms.maximumRedemptions ?? redemptions.length),
    })
  }
  return { created, matched }
}

/** Both sides resolved, by the id of the first. */
function groupPairs(
  pairs: readonly SourcePair[],
  ones: Finder,
  others: Finder,
  notes: Note[],
): Map<string, string[]> {
  const grouped = new Map<string, string[]>()
  for (const { file, row, one, other } of pairs) {
    const [id, otherId] = [ones.find(one), others.find(other)]
    if (id === null || otherId === null) {
      notes.push({ file, row, message: 'One of its two sides is not among what is imported.' })
      continue
    }
    grouped.set(id, [...(grouped.get(id) ?? []), otherId])
  }
  return grouped
}

type Told = Map<string, { redeemedAt: Date | null; ipAddress: string | null }>

/** What Invite Redemption activities tell, by invitation and contact; the first is the one that counted. */
function groupRedemptions(source: Source, invitations: Finder, contacts: Finder): Map<string, Told> {
  const grouped = new Map<string, Told>()
  for (const { invitation, contact, redeemedAt, ipAddress } of source.redemptions) {
    const [invitationId, contactId] = [invitations.find(invitation), contacts.find(contact)]
    if (invitationId === null || contactId === null) continue
    const told: Told = grouped.get(invitationId) ?? new Map()
    if (!told.has(contactId)) told.set(contactId, { redeemedAt, ipAddress })
    grouped.set(invitationId, told)
  }
  return grouped
}

/** By the table of redeemed contacts, the column of it, and the activities: each contact once. */
async function redemptionsOf(
  invitationId: string,
  invitation: SourceInvitation,
  contactIds: readonly string[],
  told: Told,
): Promise<NewRedemption[]> {
  const all = [...new Set([...contactIds, ...told.keys()])]
  return Promise.all(
    all.map(async (contactId) => {
      const { redeemedAt = null, ipAddress = null } = told.get(contactId) ?? {}
      const at = redeemedAt ?? invitation.changedAt ?? invitation.createdAt ?? new Date(0)
      return {
        id: await sourceId(at, 'redemption', invitationId, contactId),
        contactId,
        redeemedAt: at,
        ipAddress,
      }
    }),
  )
}
