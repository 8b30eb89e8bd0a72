import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { InvitationPreview } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation } from '../flow/flow.ts'
import type { Visitor } from '../identity/identity.ts'
import type { Problem } from '../pages/fields.tsx'
import { Landing } from '../pages/landing.tsx'
import { passkeyScript } from '../pages/passkey-script.ts'
import { renderPage } from '../pages/render.tsx'
import type { Way } from '../pages/ways-in.tsx'
import { textsOfInvitation } from '../texts/choose.ts'
import { answerClosed } from './answer-closed.tsx'
import { pathOfCarried } from './carried.ts'

export type Shown = {
  preview: InvitationPreview
  visitor: Visitor | null
  carried: CarriedInvitation
  /** The sealed cookie holds what the forms would carry. */
  isInCookie: boolean
  /** An address that was typed before. */
  email?: string | null
  problem?: (Problem & { way: Way | null }) | null
  status?: ContentfulStatusCode
}

/** The landing page of an invitation, or the page that says why it is closed. */
export async function showLanding(c: Context<EdgeEnv>, _edge: Edge, shown: Shown): Promise<Response> {
  const { preview, visitor, carried, problem } = shown
  if (preview.refusal && !preview.asker?.hasRedeemed)
    return answerClosed(c, preview, preview.refusal, { visitor, carried })
  const { website, recipient } = preview
  const texts = textsOfInvitation(c, preview)
  // Whoever reads that mailbox may be told that it has an account.
  const provenEmail = recipient?.email ?? null
  const hasAccount = !visitor && (recipient?.hasAccount ?? false)
  const { identityProviderId: asked } = preview
  const ways = asked ? [] : waysOf(website.settings, hasAccount)
  const providers = website.settings.externalSignInEnabled
    ? website.identityProviders.filter(({ id }) => !asked || id === asked)
    : []
  const hasPasskeys = website.settings.passkeyEnabled && !asked
  const preferred: Way = problem?.way ?? (carried.hasAccount || hasAccount ? 'sign_in' : 'create')
  const invitation = shown.isInCookie ? null : carried
  return renderPage(
    c,
    {
      texts,
      title: texts.landing.title(website.name),
      brand: website,
      layout: 'two',
      script: hasPasskeys && !visitor ? passkeyScript : undefined,
      back: shown.isInCookie ? '/redeem/offer' : pathOfCarried(carried),
      status: shown.status ?? 200,
      formTargets: [website.baseUrl, ...website.allowedReturnUrls],
      headers: problem?.wait ? { 'retry-after': String(problem.wait) } : {},
    },
    <Landing
      texts={texts}
      preview={preview}
      invitation={invitation}
      visitor={visitor}
      problem={problem && problem.way === null ? problem : null}
      waysIn={{
        texts,
        settings: website.settings,
        others: { providers, hasPasskeys, purpose: 'redeem' },
        ways,
        open: ways.includes(preferred) ? preferred : (ways[0] ?? 'sign_in'),
        invitation,
        email: shown.email ?? provenEmail,
        isEmailProven: provenEmail !== null,
        asksName: recipient === null && preview.redeemableBy !== 'invited',
        problem: problem?.way ? { ...problem, way: problem.way } : null,
        buttons: {
          create: texts.create.button,
          sign_in: texts.signIn.button,
          email_code: texts.emailCode.button,
        },
        words: { create: texts.create, sign_in: texts.signIn, email_code: texts.emailCode },
        action: '/redeem',
      }}
    />,
  )
}

function waysOf(settings: InvitationPreview['website']['settings'], hasAccount: boolean): Way[] {
  const { localSignInEnabled, registrationEnabled, emailCodeEnabled } = settings
  return [
    ...(localSignInEnabled && registrationEnabled && !hasAccount ? (['create'] as const) : []),
    ...(localSignInEnabled && hasAccount ? (['sign_in'] as const) : []),
    ...(emailCodeEnabled ? (['email_code'] as const) : []),
    ...(localSignInEnabled && !hasAccount ? (['sign_in'] as const) : []),
  ]
}
