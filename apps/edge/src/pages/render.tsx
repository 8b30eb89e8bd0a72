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
}

export function renderPage(
  c: Context<EdgeEnv>,
  options: PageOptions,
  body: Child,
): Response | Promise<Response> {
  const { texts, title, brand = null, layout = 'narrow', status = 200 } = options
  const { nonce } = c.var
  const page = (
    <Page texts={texts} nonce={nonce} title={title} brand={brand} layout={layout}>
      {body}
    </Page>
  )
  return c.html(`<!doctype html>${String(page)}`, status, {
    'content-security-policy': contentSecurityPolicy({
      nonce,
      logoUrl: brand?.logoUrl ?? null,
      formTargets: options.formTargets ?? [],
    }),
    ...options.headers,
  })
}
