import { refuse, type Result } from '@usher/domain'
import { allowInvitations, readUnsubscribe, stopInvitations, type Unsubscribe } from '@usher/services'
import { type Context, Hono } from 'hono'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { renderPage } from '../pages/render.tsx'
import { UnsubscribePage } from '../pages/unsubscribe.tsx'
import { textsOf } from '../texts/choose.ts'
import { unsubscribeTextsOf } from '../texts/unsubscribe.ts'

/**
 * Where a mail's link "stop invitations" leads. Scanners open every link, so opening it changes nothing: people press a
 * button, mail programs post (RFC 8058).
 */
export function unsubscribeRoutes({ deps }: Edge) {
  const input = (c: Context<EdgeEnv>) => ({ deps, input: { token: c.req.param('token') ?? '' } })

  const show = (c: Context<EdgeEnv>, read: Result<Unsubscribe, 'not_found'>) => {
    const texts = textsOf(c, { websiteLocale: read.ok ? read.value.website.locale : null })
    const words = unsubscribeTextsOf(texts.language)
    if (!read.ok) {
      return answerRefusal(c, refuse('invitation_unknown'), { texts, text: words.unknown })
    }
    const path = `/unsubscribe/${c.req.param('token')}`
    return renderPage(
      c,
      { texts, title: words.title, brand: read.value.website, back: path },
      <UnsubscribePage words={words} unsubscribe={read.value} path={path} />,
    )
  }

  return new Hono<EdgeEnv>()
    .get('/unsubscribe/:token', async (c) => show(c, await readUnsubscribe(input(c))))
    .post('/unsubscribe/:token', async (c) => show(c, await stopInvitations(input(c))))
    .post('/unsubscribe/:token/undo', async (c) => show(c, await allowInvitations(input(c))))
}
