import type { Context } from 'hono'
import type { Refused } from '@usher/domain'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { readSecondStep } from '../flow/second-step-cookie.ts'
import { mailSecondStep } from '../identity/second-step.ts'
import type { Brand } from '../pages/layout.tsx'
import { renderPage } from '../pages/render.tsx'
import { SecondStep } from '../pages/second-step.tsx'
import { textsOf } from '../texts/choose.ts'

type Website = Brand & { locale: string; baseUrl: string; allowedReturnUrls: readonly string[] }

/** The page of the second step; without a website when nobody is invited but only signs in. */
export async function showSecondStep(
  c: Context<EdgeEnv>,
  { deps }: Edge,
  { brand, refused }: { brand: Website | null; refused?: Refused<'wrong_second_step' | 'too_many_attempts'> },
): Promise<Response> {
  const step = await readSecondStep(c, deps)
  const [action, back] = brand ? ['/redeem', '/redeem/offer'] : ['/sign-in', '/sign-in']
  if (!step) return c.redirect(back, 303)
  const texts = textsOf(c, { websiteLocale: brand?.locale })
  const wait = refused?.retryAfterSeconds
  return renderPage(
    c,
    {
      texts,
      title: texts.secondStep.heading,
      brand,
      status: refused ? (wait ? 429 : 401) : 200,
      back: `${action}/second-step`,
      formTargets: brand ? [brand.baseUrl, ...brand.allowedReturnUrls] : [],
      headers: wait ? { 'retry-after': String(wait) } : {},
    },
    <SecondStep
      texts={texts}
      step={step}
      action={action}
      back={back}
      problem={refused ? { kind: refused.refusal, wait } : null}
    />,
  )
}

/** Another code by e-mail, for who has taken the first step; false when nobody has, or too often. */
export async function sendSecondStepAgain(c: Context<EdgeEnv>, { deps, identity }: Edge): Promise<boolean> {
  const step = await readSecondStep(c, deps)
  if (step?.kind !== 'email') return false
  const { email } = step
  const counted = await identity.limits.countEmailCode({ email, clientAddress: c.var.clientAddress })
  if (counted.ok) mailSecondStep(c, deps, identity, step)
  return counted.ok
}
