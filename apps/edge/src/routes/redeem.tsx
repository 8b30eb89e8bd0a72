import { type Context, Hono } from 'hono'
import { refuse } from '@usher/domain'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation } from '../flow/flow.ts'
import { readFlow, writeFlow } from '../flow/flow-cookie.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { readForm } from '../http/read-body.ts'
import { submissionOf } from '../http/same-submission.ts'
import { signOut } from '../identity/end-session.ts'
import { rotationOfCookie } from '../identity/rotate-session.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { answerUnknown } from '../invitation/answer-unknown.tsx'
import { readCarried, readWayBack } from '../invitation/carried.ts'
import { type Step, stepOf } from '../invitation/steps.tsx'
import { presentInvitation, presentJunk } from '../invitation/present.ts'
import { redeemBySession } from '../invitation/redeem-by-session.ts'
import { answerRedeemed, redeemFor } from '../invitation/redeem.tsx'
import { showLanding } from '../invitation/show-landing.tsx'
import { showTypeCode } from '../invitation/show-type-code.tsx'

/** Every form about an invitation is posted here; its `intent` says what is asked. */
export function redeemRoutes(edge: Edge) {
  const { deps, identity, submissions } = edge

  const answer = async (c: Context<EdgeEnv>, form: URLSearchParams): Promise<Response> => {
    const intent = form.get('intent') ?? (form.has('password') ? 'sign_in' : 'accept')
    const given = readCarried(form)
    if (given === 'invalid') return answerRefusal(c, refuse('invalid_request'))
    if (intent === 'open') return openTyped(c, form, given)

    const flow = await readFlow(c, deps)
    const carried = given ?? flow?.invitation ?? null
    if (!carried) {
      return showTypeCode(c, edge, {
        problem: { kind: 'session_over' },
        returnUrl: readWayBack(form),
        status: 400,
      })
    }
    if (intent === 'switch') {
      await signOut(c, identity)
      submissions.forget()
      await writeFlow(c, deps, { invitation: carried, pending: null })
      return c.redirect('/redeem/offer', 303)
    }
    const step = stepOf(intent)
    if (!step) return answerRefusal(c, refuse('invalid_request'))
    const junk = await presentJunk(c, edge, carried.code)
    if (junk) return answerUnknown(c, junk)
    const redemption =
      intent === 'accept' && (await redeemBySession(c, edge, carried, { agreesToTerms: form.has('terms') }))
    if (redemption) return answerRedeemed(c, edge, redemption)
    const visitor = await readVisitor(c, deps, identity, { isAuthoritative: true })
    const presented = await presentInvitation(c, edge, carried, { mayWrite: true, visitor })
    if (!presented.ok) return answerUnknown(c, presented)
    return take(c, step, form, {
      preview: presented.preview,
      visitor,
      carried,
      isInCookie: given === null,
      pending: flow?.pending ?? null,
    })
  }

  /** A code typed on the page for it: kept in the sealed cookie from here on. */
  const openTyped = async (c: Context<EdgeEnv>, form: URLSearchParams, carried: CarriedInvitation | null) => {
    const returnUrl = readWayBack(form)
    if (!carried) return showTypeCode(c, edge, { problem: { kind: 'code_missing' }, returnUrl, status: 400 })
    const presented = await presentInvitation(c, edge, carried, { mayWrite: true, visitor: null })
    if (presented.ok) {
      await writeFlow(c, deps, { invitation: carried, pending: null })
      return c.redirect('/redeem/offer', 303)
    }
    if (presented.refused.refusal !== 'invitation_unknown') return answerUnknown(c, presented)
    return showTypeCode(c, edge, {
      code: carried.code,
      returnUrl,
      problem: { kind: presented.isMistyped ? 'code_mistyped' : 'code_unknown' },
      status: 404,
    })
  }

  const take = async (
    c: Context<EdgeEnv>,
    step: Step,
    form: URLSearchParams,
    at: Parameters<Step>[3],
  ): Promise<Response> => {
    const taken = await step(c, edge, form, at)
    if ('response' in taken) return taken.response
    if ('problem' in taken) {
      const { problem, email, status } = taken
      return showLanding(c, edge, { ...at, problem, status, email: email ?? null })
    }
    return redeemFor(c, edge, {
      preview: at.preview,
      visitor: taken.visitor,
      carried: at.carried,
      isNew: taken.isNew ?? false,
      rotation: taken.visitor === at.visitor ? rotationOfCookie(c, deps) : null,
    })
  }

  return new Hono<EdgeEnv>().post('/redeem', async (c) => {
    const form = await readForm(c)
    if (!form.ok) return answerRefusal(c, form)
    return submissions.answerOnce(submissionOf(c, form.value), () => answer(c, form.value))
  })
}
