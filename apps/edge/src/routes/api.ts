import { type Context, Hono } from 'hono'
import { refuse } from '@usher/domain'
import { parseInput, readMe, redeemInvitation, type Redemption } from '@usher/services'
import * as v from 'valibot'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { isPlainText, readJson } from '../http/read-body.ts'
import { finishRotation, rotationOfCookie } from '../identity/rotate-session.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { answerUnknown } from '../invitation/answer-unknown.tsx'
import { presentInvitation } from '../invitation/present.ts'
import { redeemBySession } from '../invitation/redeem-by-session.ts'
import { redeemerOf } from '../invitation/redeem.tsx'

const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.check(isPlainText, 'Send plain text, without control characters.'),
  )
const code = v.pipe(text(200), v.trim(), v.nonEmpty('Send the invitation code.'))
const recipientProof = v.optional(v.nullable(text(100)), null)
const previewSchema = v.strictObject({ code, recipientProof })
const redemptionSchema = v.strictObject({
  code,
  recipientProof,
  returnUrl: v.optional(v.nullable(text(2000)), null),
})

/** What websites and scripts ask, in JSON. */
export function apiRoutes(edge: Edge) {
  const { deps, identity } = edge
  return new Hono<EdgeEnv>()
    .post('/api/invitations/preview', async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answerRefusal(c, body)
      const input = parseInput(previewSchema, body.value)
      if (!input.ok) return answerRefusal(c, input)
      const presented = await presentInvitation(c, edge, input.value, { mayWrite: true, visitor: null })
      if (!presented.ok) return answerUnknown(c, presented)
      const { website, recipient, offers, ...preview } = presented.preview
      return c.json({
        website: {
          id: website.id,
          name: website.name,
          baseUrl: website.baseUrl,
          locale: website.locale,
          timeZone: website.timeZone,
          accentColor: website.accentColor,
          logoUrl: website.logoUrl,
          supportEmail: website.supportEmail,
        },
        type: preview.type,
        inviter: preview.inviter,
        message: preview.message,
        offers,
        redeemableBy: preview.redeemableBy,
        recipient: recipient && { email: recipient.maskedEmail },
        expiresAt: preview.expiresAt,
        seatsLeft: preview.seatsLeft,
        refusal: preview.refusal,
      })
    })
    .post('/api/redemptions', async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answerRefusal(c, body)
      const input = parseInput(redemptionSchema, body.value)
      if (!input.ok) return answerRefusal(c, input)
      // Who redeems in JSON has agreed to the website's terms on a page of its own.
      const redemption = await redeemBySession(c, edge, input.value, { agreesToTerms: true })
      if (redemption) return answerRedemption(c, redemption)
      const visitor = await readVisitor(c, deps, identity, { isAuthoritative: true })
      if (!visitor) return answerRefusal(c, refuse('not_signed_in'))
      const presented = await presentInvitation(c, edge, input.value, { mayWrite: true, visitor })
      if (!presented.ok) return answerUnknown(c, presented)
      const rotation = rotationOfCookie(c, deps)
      const redeemer = { ...redeemerOf(c, visitor), rotation }
      const redeemed = await redeemInvitation({ deps, redeemer, input: input.value })
      if (!redeemed.ok) return answerRefusal(c, redeemed)
      if (rotation) await finishRotation(c, deps, rotation, redeemed.value)
      return answerRedemption(c, redeemed.value)
    })
    .get('/api/me', async (c) => {
      const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
      const me = visitor && (await readMe({ deps, userId: visitor.userId }))
      if (!me) return answerRefusal(c, refuse('not_signed_in'))
      const { contact, account, webRoles, identities } = me
      return c.json({ contact, account, webRoles, identities })
    })
}

const answerRedemption = (c: Context<EdgeEnv>, { isRepeat, ...redemption }: Redemption) => {
  const { id, invitationId, contactId, webRoles, account, redeemedAt, returnUrl } = redemption
  return c.json(
    { id, invitationId, contactId, webRoles, account, redeemedAt, returnUrl },
    isRepeat ? 200 : 201,
  )
}
