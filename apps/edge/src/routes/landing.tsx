import { type Context, Hono } from 'hono'
import { refuse } from '@usher/domain'
import type { InvitationPreview } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation, PendingPerson } from '../flow/flow.ts'
import { readFlow } from '../flow/flow-cookie.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { mayBeSignedIn, readVisitor } from '../identity/read-visitor.ts'
import { answerUnknown } from '../invitation/answer-unknown.tsx'
import { readCarried, readWayBack } from '../invitation/carried.ts'
import { presentInvitation, presentJunk } from '../invitation/present.ts'
import { showCheckEmail } from '../invitation/show-check-email.tsx'
import { showLanding } from '../invitation/show-landing.tsx'
import { showConfirmAddress } from '../invitation/show-confirm-address.tsx'
import { showSecondStep } from '../invitation/show-second-step.tsx'
import { showTypeCode } from '../invitation/show-type-code.tsx'
import { textsOfInvitation } from '../texts/choose.ts'

/** Where invitations are opened. All of it reads; nothing here changes anything. */
export function landingRoutes(edge: Edge) {
  const { deps, identity } = edge

  const open = async (c: Context<EdgeEnv>, carried: CarriedInvitation, isInCookie: boolean) => {
    // Who brings nothing is nobody, without asking anybody.
    const junk = mayBeSignedIn(c, deps) && (await presentJunk(c, edge, carried.code))
    if (junk) return answerUnknown(c, junk)
    const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
    const presented = await presentInvitation(c, edge, carried, { mayWrite: false, visitor })
    if (!presented.ok) return answerUnknown(c, presented)
    return showLanding(c, edge, { preview: presented.preview, visitor, carried, isInCookie })
  }

  const openLink = (c: Context<EdgeEnv>, fields: URLSearchParams, codeNames: readonly string[]) => {
    const carried = readCarried(fields, codeNames)
    if (carried === 'invalid') return answerRefusal(c, refuse('invalid_request'))
    return carried ? open(c, carried, false) : showTypeCode(c, edge, { returnUrl: readWayBack(fields) })
  }

  /** For pages in the middle of it: the sealed cookie knows which invitation it is about. */
  const withFlow = async (
    c: Context<EdgeEnv>,
    show: (at: { preview: InvitationPreview; pending: PendingPerson | null }) => Promise<Response>,
  ) => {
    const flow = await readFlow(c, deps)
    if (!flow?.invitation) return c.redirect('/redeem', 303)
    const presented = await presentInvitation(c, edge, flow.invitation, { mayWrite: false, visitor: null })
    return presented.ok
      ? show({ preview: presented.preview, pending: flow.pending })
      : answerUnknown(c, presented)
  }

  return new Hono<EdgeEnv>()
    .get('/i/:code', (c) => {
      const fields = new URL(c.req.url).searchParams
      fields.set('code', c.req.param('code'))
      return openLink(c, fields, ['code'])
    })
    .get('/register', (c) => openLink(c, new URL(c.req.url).searchParams, ['invitation', 'invitationcode']))
    .get('/redeem', (c) => showTypeCode(c, edge, { returnUrl: readWayBack(new URL(c.req.url).searchParams) }))
    .get('/redeem/offer', async (c) => {
      const flow = await readFlow(c, deps)
      return flow?.invitation ? open(c, flow.invitation, true) : c.redirect('/redeem', 303)
    })
    .get('/redeem/second-step', (c) =>
      withFlow(c, ({ preview }) => showSecondStep(c, edge, { brand: preview.website })),
    )
    .get('/redeem/confirm-address', (c) =>
      withFlow(c, ({ preview, pending }) => showConfirmAddress(c, edge, { brand: preview.website, pending })),
    )
    .get('/redeem/check-email', async (c) => {
      const flow = await readFlow(c, deps)
      if (!flow?.invitation || !flow.pending) return c.redirect('/redeem', 303)
      const presented = await presentInvitation(c, edge, flow.invitation, { mayWrite: false, visitor: null })
      if (!presented.ok) return answerUnknown(c, presented)
      return showCheckEmail(c, {
        brand: presented.preview.website,
        texts: textsOfInvitation(c, presented.preview),
        email: flow.pending.email,
        isSentAgain: c.req.query('again') !== undefined,
      })
    })
}
