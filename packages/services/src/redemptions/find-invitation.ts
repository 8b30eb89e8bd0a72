import { findRedeemableInvitation, type RedeemableInvitation } from '@usher/database'
import { contactIdOfRecipientProof, hashesOfCode, readCode, readRecipientProof } from '@usher/domain'
import type { Deps } from '../deps.ts'

/** What somebody presents: a code as typed or followed, and what a mailed link carries besides. */
export type PresentedInvitation = { code: string; recipientProof?: string | null | undefined }

export type FoundInvitation = {
  invitation: RedeemableInvitation
  codeHashes: string[]
  /** The contact whose mailbox the link was mailed to: the proof is genuine, the address and the invitation still stand. */
  provenContactId: string | null
}

/** One read; none at all for a code that proves itself junk by its tag. */
export async function findInvitation(
  deps: Deps,
  presented: PresentedInvitation,
  userId: string | null = null,
): Promise<FoundInvitation | null> {
  const codeHashes = await hashesOfPresentedCode(deps, presented.code)
  if (!codeHashes) return null
  const proof = presented.recipientProof ?? ''
  const invitation = await findRedeemableInvitation(deps.database, {
    codeHashes,
    proofContactId: contactIdOfRecipientProof(proof),
    userId,
  })
  if (!invitation) return null
  const provenContactId = await readRecipientProof(
    deps.keys,
    invitation.id,
    proof,
    invitation.recipient?.email,
  )
  const isForRecipient = invitation.recipient?.id === provenContactId && invitation.recipient?.isRecipient
  return { invitation, codeHashes, provenContactId: isForRecipient ? provenContactId : null }
}

/** The hashes under which a presented code would be stored; `null` for a code that is junk by itself. */
export async function hashesOfPresentedCode(deps: Deps, text: string): Promise<string[] | null> {
  const read = await readCode(deps.keys, text)
  return read.kind === 'generated' || read.kind === 'chosen' ? hashesOfCode(deps.keys, read.code) : null
}
