import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RedemptionRefusal, Refused } from '@usher/domain'
import type { EdgeEnv } from '../edge-deps.ts'
import type { Brand } from '../pages/layout.tsx'
import { Refusal } from '../pages/refusal.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'
import type { RefusalText, Texts } from '../texts/index.ts'
import { answerProblem, refusalAnswers } from './problem.ts'

export type RefusalOptions = {
  /** Said more exactly than by the refusal alone. */
  text?: RefusalText
  status?: ContentfulStatusCode
  brand?: (Brand & { locale: string }) | null
  /** The language of the page; chosen by browser and website unless told. */
  texts?: Texts
  /** Where the page can be had again, when it answers a form. */
  back?: string | undefined
  /** The way to the next step; a link to the page that takes codes unless told. */
  actions?: Child
}

/** A "no", for machines as problem details and for people as a page of its own. */
export function answerRefusal(
  c: Context<EdgeEnv>,
  refused: Refused<RedemptionRefusal>,
  options: RefusalOptions = {},
): Response | Promise<Response> {
  const texts = options.texts ?? textsOf(c, { websiteLocale: options.brand?.locale })
  const text = options.text ?? texts.refusals[refused.refusal]
  const status = options.status ?? refusalAnswers[refused.refusal].status
  if (wantsJson(c)) return answerProblem(c, refused, `${text.happened} ${text.next}`, status)
  const { retryAfterSeconds: wait } = refused
  return renderPage(
    c,
    {
      texts,
      title: text.heading,
      brand: options.brand ?? null,
      status,
      ...(options.back ? { back: options.back } : {}),
      headers: wait ? { 'retry-after': String(wait) } : {},
    },
    <Refusal text={text} extra={wait ? texts.tryAgainIn(Math.ceil(wait / 60)) : null}>
      {options.actions === undefined ? (
        <a class="button wide" href="/redeem">
          {texts.refusalActions.typeCode}
        </a>
      ) : (
        options.actions
      )}
    </Refusal>,
  )
}

/** Machines are answered under these paths, people under all others: they come back from identity providers, too. */
export const wantsJson = (c: Context<EdgeEnv>): boolean =>
  /^\/(api|auth(?!\/(external|callback)\/)|webhooks)\//.test(c.req.path)
