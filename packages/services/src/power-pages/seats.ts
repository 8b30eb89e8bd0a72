import type { NewInvitation } from './plan-invitations.ts'
import type { SourceInvitation } from './read-source.ts'

type Terms = Pick<NewInvitation, 'type' | 'maximumRedemptions' | 'redeemableBy' | 'isInactive'>

/**
 * How often an invitation may still be redeemed, and by whom: as often as it could there, whatever the export tells of
 * who has. `redemptions` are those the export names; others were counted there without saying whose they are.
 */
export function seatsOf(
  source: Pick<SourceInvitation, 'type' | 'status' | 'maximumRedemptions' | 'redemptions'>,
  known: { invited: number; redemptions: number },
): { terms: Terms; notes: string[] } {
  const notes: string[] = []
  const isForOne = source.type === 'single' && known.invited === 1
  if (source.type === 'single' && !isForOne)
    notes.push(
      `A Single invitation of ${known.invited} contacts: it is a Group with one seat here, for anyone with its code.`,
    )
  const maximum = source.type === 'single' ? 1 : source.maximumRedemptions
  const used = Math.max(source.redemptions, known.redemptions)
  const untold = used - known.redemptions
  if (untold > 0)
    notes.push(
      `${untold} of its redemptions are told by no file: their seats are taken, nobody's timeline has them.`,
    )
  const base = {
    type: isForOne ? 'single' : 'group',
    redeemableBy: isForOne ? 'invited' : 'anyone',
  } as const
  if (maximum === null) {
    if (source.status === 'redeemed')
      notes.push('It has no maximum and is Redeemed there, its code still working: it stays open here.')
    return { terms: { ...base, maximumRedemptions: null, isInactive: source.status === 'inactive' }, notes }
  }
  const left = source.status === 'redeemed' ? 0 : Math.max(0, maximum - used)
  const seats = Math.min(maximum, known.redemptions) + left
  if (seats === 0) notes.push('It is used up there, and no file tells by whom: it is inactive here.')
  return {
    terms: {
      ...base,
      maximumRedemptions: Math.max(1, seats),
      isInactive: source.status === 'inactive' || seats === 0,
    },
    notes,
  }
}
