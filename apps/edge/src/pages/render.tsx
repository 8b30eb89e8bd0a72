import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { EdgeEnv } from '../edge-deps.ts'
import { contentSecurityPolicy } from '../http/content-security-policy.ts'
import type { Texts } from '../texts/index.ts'
import { type Brand, Page } from './layout.tsx'

export type PageOptions = {
  texts: Texts
  title: string
  brand?: Brand | null
  layout?: 'two' | 'narrow'
  status?: ContentfulStatusCode
  /** Where a form of this page may end up besides this origin. */
  formTargets?: readonly string[]
  headers?: Record<string, string>
  /** Where this page can be had again, when it answers a form. */
  back?: string
  /** For what cannot be done without: passkeys, and going on by itself. */
  script?: string | undefined
}

export function renderPage(
  c: Context<EdgeEnv>,
  options: PageOptions,
  body: Child,
): Response | Promise<Response> {
  const { texts, title, brand = null, layout = 'narrow', status = 200 } = options
  const { nonce } = c.var
  const page = (
    <Page
      texts={texts}
      nonce={nonce}
      title={title}
      brand={brand}
      layout={layout}
      back={options.back ?? pathOf(c)}
      script={options.script ?? null}
    >
      {body}
    </Page>
  )
  return c.html(`<!doctype html>${String(page)}`, status, {
    'content-security-policy': contentSecurityPolicy({
      nonce,
      logoUrl: brand?.logoUrl ?? null,
      formTargets: options.formTargets ?? [],
      hasScript: options.script !== undefined,
    }),
    'content-language': texts.language,
    ...options.headers,
  })
}

/** Forms are posted to paths that show a page of their own when they are asked for. */
function pathOf(c: Context<EdgeEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return ['GET', 'HEAD'].includes(c.req.method) ? pathname + search : pathname
}
