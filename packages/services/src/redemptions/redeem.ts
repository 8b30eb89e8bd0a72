import { claimRedemption, type ClaimedRedemption, type ClaimRequest } from '@usher/database'
import {
  normaliseEmailAddress,
  ok,
  readReturnUrl,
  type RedemptionRefusal,
  refuse,
  type Result,
} from '@usher/domain'
import type { Deps } from '../deps.ts'
import { explainRefusal } from './explain-refusal.ts'
import { findInvitation, hashesOfPresentedCode, type PresentedInvitation } from './find-invitation.ts'

/** Who is signed in at the edge. Address and verification are read again at the commit. */
export type Redeemer = {
  userId: string
  name: string
  /** The identity provider they came by, which an invitation may ask for. */
  signedInWith?: string | null
  /** The session at hand goes on under the token `to` when the redemption is granted. */
  rotation?: { from: string; to: string } | null
  ipAddress: string | null
  userAgent: string | null
}

type ClaimProof = ClaimRequest['proof']

export type Redemption = ClaimedRedemption & {
  /** Where to go next: the asked return URL when the website allows it. */
  returnUrl: string | null
}

/** How often a claim is tried when somebody else's claim in the same batch stood in its way. */
const claimAttempts = 3

/**
 * Redeems an invitation for who is signed in: one write transaction decides. The same redeemer again gets the same
 * answer (`isRepeat`). Refuses as `refusalOf` explains.
 */
export async function redeemInvitation({
  deps,
  redeemer,
  input,
}: {
  deps: Deps
  redeemer: Redeemer
  input: PresentedInvitation & { returnUrl?: string | null | undefined }
}): Promise<Result<Redemption, RedemptionRefusal>> {
  const codeHashes = await hashesOfPresentedCode(deps, input.code)
  if (!codeHashes) return refuse('invitation_unknown')
  for (let attempt = 1; attempt <= claimAttempts; attempt++) {
    // A proof is bound to the invitation's id, which only a read tells; without one, the claim is the only request.
    const proof = input.recipientProof ? await readProof(deps, input) : null
    const claimed = await claim(deps, redeemer, codeHashes, { proof, mayBeNew: true })
    if (claimed) return ok(toRedemption(deps, claimed, input.returnUrl))
    const found = await findInvitation(deps, input, redeemer.userId)
    if (!found) return refuse('invitation_unknown')
    const refusal = explainRefusal(deps, found, redeemer.signedInWith ?? null)
    // Without a reason left, somebody else's claim stood in the way: worth another try.
    if (refusal) return refuse(refusal)
  }
  return refuse('unavailable', { retryAfterSeconds: 1 })
}

/**
 * Redeems with one request to the database, for who is signed in by a session that lives at the commit, when nothing
 * speaks against it: the website takes invitations, its terms are agreed to or there are none.
 * @returns `null` when the claim was not granted, without a reason: `redeemInvitation` explains
 */
export async function redeemAtOnce({
  deps,
  redeemer,
  input,
}: {
  deps: Deps
  redeemer: Redeemer & { sessionToken: string }
  input: PresentedInvitation & { returnUrl?: string | null | undefined; agreesToTerms: boolean }
}): Promise<Redemption | null> {
  const codeHashes = await hashesOfPresentedCode(deps, input.code)
  if (!codeHashes) return null
  const claimed = await claim(deps, redeemer, codeHashes, {
    proof: null,
    // Whom a proof would make known becomes nobody new.
    mayBeNew: !input.recipientProof,
    sessionToken: redeemer.sessionToken,
    atOnce: { agreesToTerms: input.agreesToTerms },
  })
  return claimed && toRedemption(deps, claimed, input.returnUrl)
}

function toRedemption(
  deps: Deps,
  claimed: ClaimedRedemption,
  returnUrl: string | null | undefined,
): Redemption {
  if (!claimed.isRepeat) deps.onJobsWritten?.()
  return { ...claimed, returnUrl: readReturnUrl(returnUrl, claimed.website) }
}

async function readProof(deps: Deps, input: PresentedInvitation): Promise<ClaimProof> {
  const found = await findInvitation(deps, input)
  const email = found?.invitation.recipient?.email
  return found?.provenContactId && email
    ? {
        invitationId: found.invitation.id,
        contactId: found.provenContactId,
        email: normaliseEmailAddress(email),
      }
    : null
}

function claim(
  deps: Deps,
  redeemer: Redeemer,
  codeHashes: string[],
  {
    mayBeNew,
    ...conditions
  }: Pick<ClaimRequest, 'proof' | 'sessionToken' | 'atOnce'> & { mayBeNew: boolean },
): Promise<ClaimedRedemption | null> {
  const [firstName, lastName] = splitName(redeemer.name)
  return claimRedemption(
    deps.database,
    {
      redemptionId: deps.newId(),
      codeHashes,
      userId: redeemer.userId,
      signedInWith: redeemer.signedInWith ?? null,
      rotation: redeemer.rotation ?? null,
      ...conditions,
      newContact: mayBeNew ? { id: deps.newId(), firstName, lastName } : null,
      ipAddress: redeemer.ipAddress,
      userAgent: redeemer.userAgent?.slice(0, 400) ?? null,
    },
    deps.now().getTime() - Date.now(),
  )
}

function splitName(name: string): [string | null, string | null] {
  const words = name.trim().split(/\s+/).filter(Boolean)
  return [words[0] ?? null, words.slice(1).join(' ') || null]
}
