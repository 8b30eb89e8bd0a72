import type { RedemptionDetail } from '@usher/database'

type Named = { id: string; name: string }

/** What undoing a redemption does; told before it is done, in the mail to the invitee, and in the audit. */
export type UndoPlan = {
  /** Roles that the contact then has no more. */
  lostWebRoles: Named[]
  /** Roles that it gave and that the contact keeps, since another redemption or staff gave them too. */
  keptWebRoles: Named[]
  /** Back to the account of before, which may be none; `null`: the account stays as it is. */
  account: { left: Named; joined: Named | null } | null
  /** The sign-in that is then nobody's; `null`: it stays, or there is none. */
  unlinkedEmail: string | null
}

/** The same rules as `undoRedemptionStatements`. */
export function planUndo(redemption: RedemptionDetail): UndoPlan {
  const { account, contact, user } = redemption
  const given = redemption.grants.filter(({ state }) => state === 'active').map(({ webRole }) => webRole)
  const isKept = ({ id }: Named) => redemption.heldOtherwise.includes(id)
  const leaves = account !== null && contact.accountId === account.id && !redemption.hasLaterAccount
  const isUnlinked = user?.contactId === contact.id && !redemption.isBoundOtherwise
  const moves = leaves && redemption.previousAccount?.id !== account.id
  return {
    lostWebRoles: given.filter((webRole) => !isKept(webRole)),
    keptWebRoles: given.filter(isKept),
    account: moves ? { left: account, joined: redemption.previousAccount } : null,
    unlinkedEmail: isUnlinked ? user.email : null,
  }
}
