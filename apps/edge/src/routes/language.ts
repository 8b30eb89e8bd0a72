import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import { refuse } from '@usher/domain'
import type { Edge } from '../edge.ts'
import type { EdgeDeps, EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { isPlainText, readForm } from '../http/read-body.ts'
import { languageCookie } from '../texts/choose.ts'
import { findTexts } from '../texts/index.ts'

const year = 365 * 24 * 3600

/** The menu of languages: chosen by a form, kept in the browser, back to the page it was chosen on. */
export const languageRoutes = ({ deps }: Edge) =>
  new Hono<EdgeEnv>().post('/language', async (c) => {
    const form = await readForm(c)
    if (!form.ok) return answerRefusal(c, form)
    const texts = findTexts(form.value.get('language'))
    const back = readOwnPath(deps, form.value.get('back') ?? '/')
    if (!texts || back === null) return answerRefusal(c, refuse('invalid_request'))
    keepLanguage(c, deps, texts.language)
    return c.redirect(back, 303)
  })

/** `?lang=de` on any page: a link may say the language. It is kept in the browser, for the pages that follow. */
export const rememberLanguage =
  (deps: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const texts = findTexts(c.req.query('lang'))
    if (texts) keepLanguage(c, deps, texts.language)
    await next()
  }

const keepLanguage = (c: Context<EdgeEnv>, deps: EdgeDeps, language: string) =>
  setCookie(c, languageCookie, language, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.origin.startsWith('https:'),
    maxAge: year,
  })

/** A path of this very origin, without a language of its own; `null` for everything that leads elsewhere. */
function readOwnPath({ origin }: EdgeDeps, path: string): string | null {
  const url = path.startsWith('/') && isPlainText(path) ? URL.parse(path, origin) : null
  if (url?.origin !== origin) return null
  if (url.searchParams.has('lang')) url.searchParams.delete('lang')
  return url.pathname + url.search
}
