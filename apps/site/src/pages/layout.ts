import type { Person } from '@usher/sdk'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { style } from './style.ts'

/** What every page knows: where the site is, which page this is, and who looks at it. */
export type At = { base: string; at: string; visitor: Person | null }
export type Html = ReturnType<typeof html>

export const render = async (c: Context, page: Html, status: ContentfulStatusCode = 200) =>
  c.html(await page, status)

const sections = [
  { path: '/', label: 'Home' },
  { path: '/partner', label: 'For partners' },
  { path: '/prices', label: 'Price list' },
]

export function layout({ base, at, visitor }: At, title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === 'Contoso Partners' ? title : `${title} · Contoso Partners`}</title>
        <link rel="icon" href="${icon}" />
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <a class="brand" href="${base}"
            ><i aria-hidden="true"></i><span>Contoso <b>Partners</b></span></a
          >
          <nav aria-label="Sections">
            ${sections.map(
              ({ path, label }) =>
                html`<a
                  href="${base}${path === '/' ? '' : path}"
                  ${path === at ? raw('aria-current="page"') : ''}
                  >${label}</a
                >`,
            )}
          </nav>
          ${
            visitor
              ? html`<a
                  class="me"
                  href="${base}/account"
                  ${at === '/account' ? raw('aria-current="page"') : ''}
                  ><span aria-hidden="true">${initial(visitor)}</span
                  ><b>${visitor.name ?? 'Your account'}</b></a
                >`
              : html`<a class="button small" href="${base}/sign-in?to=${encodeURIComponent(at || '/')}"
                  >Sign in</a
                >`
          }
        </header>
        <main id="content">${body}</main>
        <footer>
          <p>Contoso Partners is an example. It learns who you are and what you may see from Usher.</p>
        </footer>
      </body>
    </html>`
}

const initial = (visitor: Person) => [...(visitor.name ?? visitor.email ?? '?')][0]?.toUpperCase()

const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0f766e"/><circle cx="16" cy="16" r="7" fill="none" stroke="#fff" stroke-width="4" stroke-dasharray="32 12"/></svg>',
)}`
