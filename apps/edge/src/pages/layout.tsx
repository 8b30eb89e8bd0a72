import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Texts } from '../texts/index.ts'
import { LanguageMenu } from './language-menu.tsx'
import { styleOf } from './styles.ts'

/** Whose page it is. */
export type Brand = {
  name: string
  accentColor: string | null
  logoUrl: string | null
  supportEmail: string | null
}

export type PageProps = {
  texts: Texts
  nonce: string
  title: string
  /** Null: nobody's in particular. */
  brand: Brand | null
  layout: 'two' | 'narrow'
  /** Where the page can be had in another language. */
  back: string
  script: string | null
  children: Child
}

/** The frame of every page: at most a script of its own, nothing loaded from elsewhere but the website's own logo. */
export function Page({ texts, nonce, title, brand, layout, back, script, children }: PageProps) {
  const name = brand?.name ?? texts.home.title
  const logo = brand?.logoUrl && /^https?:\/\//.test(brand.logoUrl) ? brand.logoUrl : null
  return (
    <html lang={texts.language} dir={texts.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style nonce={nonce}>{raw(styleOf(brand?.accentColor))}</style>
      </head>
      <body>
        <header class="brand">
          {logo ? (
            <img src={logo} alt={name} />
          ) : (
            <>
              <span class="mark" aria-hidden="true">
                {[...name][0]?.toUpperCase()}
              </span>
              <span dir="auto">{name}</span>
            </>
          )}
          <LanguageMenu texts={texts} back={back} />
        </header>
        <main class={layout}>{children}</main>
        <footer>
          {brand?.supportEmail ? (
            <>
              {texts.support} <a href={`mailto:${brand.supportEmail}`}>{brand.supportEmail}</a>
            </>
          ) : null}
        </footer>
        {script ? <script nonce={nonce}>{raw(script)}</script> : null}
      </body>
    </html>
  )
}
