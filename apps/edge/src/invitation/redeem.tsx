import type { Context } from 'hono'
import { refuse } from '@usher/domain'
import { type InvitationPreview, redeemInvitation } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation } from '../flow/flow.ts'
import { endFlow, writeFlow } from '../flow/flow-cookie.ts'
import { writeWelcome } from '../flow/welcome-cookie.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import type { Visitor } from '../identity/identity.ts'
import { SwitchAccount } from '../pages/landing.tsx'
import { textsOfInvitation } from '../texts/choose.ts'
import { answerClosed } from './answer-closed.tsx'

/** Redeems for who is signed in, then leads on: to the return URL when the website allows it, else to what they have. */
export async function redeemFor(
  c: Context<EdgeEnv>,
  { deps }: Edge,
  { preview, visitor, carried }: { preview: InvitationPreview; visitor: Visitor; carried: CarriedInvitation },
): Promise<Response> {
  const redeemed = await redeemInvitation({
    deps,
    redeemer: redeemerOf(c, visitor),
    input: carried,
  })
  const { website } = preview
  if (redeemed.ok) {
    const { id, invitationId, isRepeat, returnUrl } = redeemed.value
    deps.log('info', 'invitation_redeemed', {
      requestId: c.var.requestId,
      redemptionId: id,
      invitationId,
      isRepeat,
    })
    endFlow(c, deps)
    if (returnUrl) return c.redirect(returnUrl, 303)
    await writeWelcome(c, deps, { website: brandOf(website), isRepeat })
    return c.redirect('/', 303)
  }
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

const brandOf = ({ name, baseUrl, accentColor, logoUrl, supportEmail }: InvitationPreview['website']) => ({
  name,
  baseUrl,
  accentColor,
  logoUrl,
  supportEmail,
})

export const redeemerOf = (c: Context<EdgeEnv>, visitor: Visitor) => ({
  userId: visitor.userId,
  name: visitor.name,
  ipAddress: c.var.clientAddress,
  userAgent: c.req.header('user-agent') ?? null,
})
