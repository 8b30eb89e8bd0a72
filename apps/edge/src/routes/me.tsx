import { type Context, Hono } from 'hono'
import { readMe } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { readWelcome } from '../flow/welcome-cookie.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { Home } from '../pages/home.tsx'
import { WhatIHave } from '../pages/me.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'

/** The origin itself: what a signed-in person has, or the way in. */
export function meRoutes({ deps, identity }: Edge) {
  const show = async (c: Context<EdgeEnv>) => {
    const texts = textsOf(c)
    const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
    const me = visitor && (await readMe({ deps, userId: visitor.userId }))
    if (!me) return renderPage(c, { texts, title: texts.home.title }, <Home texts={texts} />)
    const welcome = await readWelcome(c, deps)
    return renderPage(
      c,
      { texts, title: texts.me.title, brand: welcome?.website ?? null },
      <WhatIHave texts={texts} me={me} welcome={welcome} />,
    )
  }
  return new Hono<EdgeEnv>().get('/', show).get('/me', show)
}
