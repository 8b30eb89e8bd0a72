import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { EdgeEnv } from '../edge-deps.ts'
import { CheckEmail } from '../pages/check-email.tsx'
import type { Problem } from '../pages/fields.tsx'
import type { Brand } from '../pages/layout.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'
import type { Texts } from '../texts/index.ts'

type Website = Brand & { locale: string; baseUrl: string; allowedReturnUrls: readonly string[] }

/** The page that waits for a mailed code; without a website when nobody is invited but only signs in. */
export async function showCheckEmail(
  c: Context<EdgeEnv>,
  shown: {
    brand: Website | null
    email: string
    problem?: Problem
    isSentAgain?: boolean
    status?: ContentfulStatusCode
    texts?: Texts
  },
): Promise<Response> {
  const { brand, problem } = shown
  const texts = shown.texts ?? textsOf(c, { websiteLocale: brand?.locale })
  const wait = problem?.wait
  return renderPage(
    c,
    {
      texts,
      title: texts.emailCode.pageTitle,
      brand,
      status: shown.status ?? 200,
      formTargets: brand ? [brand.baseUrl, ...brand.allowedReturnUrls] : [],
      headers: wait ? { 'retry-after': String(wait) } : {},
    },
    <CheckEmail
      texts={texts}
      email={shown.email}
      action={brand ? '/redeem' : '/sign-in'}
      back={brand ? '/redeem/offer' : '/sign-in'}
      problem={problem ?? null}
      isSentAgain={shown.isSentAgain ?? false}
    />,
  )
}
