import { findCodeHash, findRedeemableInvitation } from '@usher/database'
import { type ManagementRefusal, ok, type Result, seal, unseal } from '@usher/domain'
import * as v from 'valibot'
import { refuseUnless } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Deps } from '../deps.ts'
import { idField } from '../fields.ts'
import { refuseUnknownInvitation } from '../invitations/refuse-guarded.ts'
import { parseInput } from '../parse-input.ts'
import { describePreview, type InvitationPreview } from './preview.ts'

/** As what the page is looked at. */
export const landingPreviewStates = ['valid', 'expired', 'full', 'inactive', 'wrong_account'] as const
const states = v.picklist(landingPreviewStates)

export const landingPreviewSchema = v.strictObject({
  invitationId: idField,
  /** Whose mailbox the link would lie in; null: somebody who was given the link by hand. */
  contactId: v.optional(v.nullable(idField), null),
  state: v.optional(states, 'valid'),
})

const context = 'landing-preview'
const lifetimeMilliseconds = 10 * 60 * 1000
const ticketSchema = v.object({
  invitationId: v.string(),
  contactId: v.nullable(v.string()),
  state: states,
  endsAt: v.number(),
})

/** The edge's page of an invitation, to be looked at for ten minutes: it holds no code, and nothing on it can be sent. */
export async function createLandingPreview({
  deps,
  actor,
  input,
}: Call): Promise<Result<{ path: string }, ManagementRefusal>> {
  const forbidden = refuseUnless(actor, 'read')
  if (forbidden) return forbidden
  const parsed = parseInput(landingPreviewSchema, input)
  if (!parsed.ok) return parsed
  if (!(await findCodeHash(deps.database, parsed.value.invitationId))) return refuseUnknownInvitation()
  const ticket = { ...parsed.value, endsAt: deps.now().getTime() + lifetimeMilliseconds }
  const sealed = await seal(deps.keys, JSON.stringify(ticket), { iv: deps.randomBytes(12), context })
  return ok({ path: `/preview?ticket=${encodeURIComponent(sealed)}` })
}

export type LandingPreview = {
  preview: InvitationPreview
  /** Who is signed in with another account, when that is what is looked at. */
  stranger: { name: string; email: string } | null
}

/** What such a page shows; `null` for a ticket that is none, or too old. One read, nothing changed. */
export async function openLandingPreview({
  deps,
  ticket,
}: {
  deps: Deps
  ticket: string
}): Promise<LandingPreview | null> {
  const opened = ticket.length < 2000 ? await unseal(deps.keys, ticket, { context }) : null
  const parsed = opened === null ? null : v.safeParse(ticketSchema, JSON.parse(opened))
  if (!parsed?.success || parsed.output.endsAt <= deps.now().getTime()) return null
  const { invitationId, contactId, state } = parsed.output
  const codeHash = await findCodeHash(deps.database, invitationId)
  const invitation =
    codeHash &&
    (await findRedeemableInvitation(deps.database, {
      codeHashes: [codeHash],
      proofContactId: contactId,
      userId: null,
    }))
  if (!invitation) return null
  const isRecipient = invitation.recipient?.id === contactId && invitation.recipient?.isRecipient
  const provenContactId = isRecipient && state !== 'wrong_account' ? contactId : null
  const preview = describePreview(deps, { invitation, codeHashes: [], provenContactId }, null)
  const isStranger = state === 'wrong_account'
  return {
    preview: {
      ...preview,
      refusal: refusals[state],
      asker: isStranger ? { hasRedeemed: false, refusal: 'wrong_recipient' } : null,
    },
    stranger: isStranger ? { name: 'Somebody Else', email: 'somebody.else@example.com' } : null,
  }
}

const refusals = {
  valid: null,
  expired: 'invitation_expired',
  full: 'invitation_full',
  inactive: 'invitation_inactive',
  wrong_account: null,
} as const satisfies Record<(typeof landingPreviewStates)[number], InvitationPreview['refusal']>
