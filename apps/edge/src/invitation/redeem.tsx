import type { Context } from 'hono'
import { refuse } from '@usher/domain'
import {
  forgetUnusedInvitee,
  type InvitationPreview,
  redeemInvitation,
  type Redemption,
} from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation } from '../flow/flow.ts'
import { endFlow, writeFlow } from '../flow/flow-cookie.ts'
import { writeWelcome } from '../flow/welcome-cookie.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { dropSession } from '../identity/end-session.ts'
import type { Visitor } from '../identity/identity.ts'
import { finishRotation, type Rotation } from '../identity/rotate-session.ts'
import { SwitchAccount } from '../pages/landing.tsx'
import { textsOfInvitation } from '../texts/choose.ts'
import { answerClosed } from './answer-closed.tsx'

/** Redeems for who is signed in, then leads on: to the return URL when the website allows it, else to what they have. */
export async function redeemFor(
  c: Context<EdgeEnv>,
  edge: Edge,
  {
    preview,
    visitor,
    carried,
    isNew = false,
    rotation = null,
  }: {
    preview: InvitationPreview
    visitor: Visitor
    carried: CarriedInvitation
    /** They were created for this redemption. */
    isNew?: boolean
    /** For who was signed in before: who signs in for it has a new session anyway. */
    rotation?: Rotation | null
  },
): Promise<Response> {
  const { deps } = edge
  const redeemed = await redeemInvitation({
    deps,
    redeemer: { ...redeemerOf(c, visitor), rotation },
    input: carried,
  })
  const { website } = preview
  if (redeemed.ok) {
    if (rotation) await finishRotation(c, deps, rotation, redeemed.value)
    return answerRedeemed(c, edge, redeemed.value)
  }
  if (isNew) await forgetIfClosed(c, edge, preview, visitor)
  const texts = textsOfInvitation(c, preview)
  switch (redeemed.refusal) {
    case 'wrong_recipient': {
      await writeFlow(c, deps, { invitation: carried, pending: null })
      const madeFor = preview.recipient?.email ?? preview.recipient?.maskedEmail
      const { happened, ...text } = texts.refusals.wrong_recipient
      const exact = madeFor ? texts.wrongRecipient.madeFor(madeFor) : happened
      return answerRefusal(c, redeemed, {
        brand: website,
        texts,
        text: { ...text, happened: `${exact} ${texts.wrongRecipient.youAre(visitor.email)}` },
        actions: <SwitchAccount texts={texts} invitation={null} isMain />,
      })
    }
    case 'email_unverified':
      await writeFlow(c, deps, { invitation: carried, pending: null })
      return answerRefusal(c, redeemed, {
        brand: website,
        texts,
        actions: (
          <form method="post" action="/redeem">
            <input type="hidden" name="intent" value="email_code" />
            <input type="hidden" name="email" value={visitor.email} />
            <input type="hidden" name="terms" value="yes" />
            <button class="wide">{texts.refusalActions.confirmAddress}</button>
          </form>
        ),
      })
    case 'not_signed_in':
    case 'other_sign_in_needed':
      await writeFlow(c, deps, { invitation: carried, pending: null })
      return c.redirect('/redeem/offer', 303)
    case 'unavailable':
      await writeFlow(c, deps, { invitation: carried, pending: null })
      return answerRefusal(c, refuse('unavailable', { retryAfterSeconds: redeemed.retryAfterSeconds ?? 5 }), {
        brand: website,
        texts,
        actions: (
          <a class="button wide" href="/redeem/offer">
            {texts.refusalActions.back}
          </a>
        ),
      })
    default:
      return answerClosed(c, preview, redeemed.refusal, { visitor, carried })
  }
}

/** Where strangers may not become known, nobody stays who came for an invitation and did not get it. */
async function forgetIfClosed(
  c: Context<EdgeEnv>,
  { deps }: Edge,
  { website: { settings } }: InvitationPreview,
  { userId }: Visitor,
): Promise<void> {
  if (settings.registrationEnabled && settings.openRegistrationEnabled) return
  await forgetUnusedInvitee({ deps, userId })
  dropSession(c, deps)
}

/** Leads on: to the return URL when the website allows it, else to what they have. */
export async function answerRedeemed(
  c: Context<EdgeEnv>,
  { deps }: Edge,
  { id, invitationId, isRepeat, returnUrl, website }: Redemption,
): Promise<Response> {
  deps.log('info', 'invitation_redeemed', {
    requestId: c.var.requestId,
    redemptionId: id,
    invitationId,
    isRepeat,
  })
  endFlow(c, deps)
  if (returnUrl) return c.redirect(returnUrl, 303)
  const { name, baseUrl, accentColor, logoUrl, supportEmail } = website
  await writeWelcome(c, deps, { website: { name, baseUrl, accentColor, logoUrl, supportEmail }, isRepeat })
  return c.redirect('/', 303)
}

export const redeemerOf = (c: Context<EdgeEnv>, visitor: Visitor) => ({
  userId: visitor.userId,
  name: visitor.name,
  signedInWith: visitor.signedInWith,
  ipAddress: c.var.clientAddress,
  userAgent: c.req.header('user-agent') ?? null,
})
