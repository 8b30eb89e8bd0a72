import { type Context, Hono } from 'hono'
import { refuse } from '@usher/domain'
import { giveBackAccess, readMe, readReceipts, readWaysIn } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { readWelcome } from '../flow/welcome-cookie.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import { readForm } from '../http/read-body.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import { readSignInSettings } from '../identity/sign-in-settings.ts'
import { Home } from '../pages/home.tsx'
import { WhatIHave } from '../pages/me.tsx'
import { passkeyScript } from '../pages/passkey-script.ts'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'

/** The origin itself, and what one has: the same page for who is signed in. */
export function meRoutes({ deps, identity }: Edge) {
  const show = async (c: Context<EdgeEnv>) => {
    const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
    const [me, receipts] = visitor
      ? await Promise.all([
          readMe({ deps, userId: visitor.userId }),
          readReceipts({ deps, userId: visitor.userId }),
        ])
      : [null, []]
    if (!me) {
      const texts = textsOf(c)
      return renderPage(c, { texts, title: texts.home.title }, <Home texts={texts} />)
    }
    const greeting = await readWelcome(c, deps)
    // The page of the website that they came by last, for as long as they have anything of it.
    const last = receipts.find(({ givenBackAt }) => !givenBackAt) ?? receipts[0]
    const brand = greeting?.website ?? last?.website ?? null
    const texts = textsOf(c, { contactLocale: me.contact?.locale, websiteLocale: last?.website.locale })
    const offersPasskey = greeting !== null && (await lacksPasskey(me.user.id))
    return renderPage(
      c,
      { texts, title: texts.me.title, brand, script: offersPasskey ? passkeyScript : undefined },
      <WhatIHave
        texts={texts}
        me={me}
        receipts={receipts}
        website={last?.givenBackAt ? null : brand}
        greeting={greeting}
        offersPasskey={offersPasskey}
        notice={c.req.query('gave-back') === undefined ? null : texts.receipt.leftHeading}
      />,
    )
  }

  const lacksPasskey = async (userId: string) => {
    const [settings, ways] = await Promise.all([readSignInSettings(deps), readWaysIn({ deps, userId })])
    return settings.passkeyEnabled && ways?.passkeys.length === 0
  }

  return new Hono<EdgeEnv>()
    .get('/', show)
    .get('/me', show)
    .post('/me/give-back', async (c) => {
      const form = await readForm(c)
      if (!form.ok) return answerRefusal(c, form)
      const visitor = await readVisitor(c, deps, identity, { isAuthoritative: true })
      if (!visitor) return c.redirect('/sign-in', 303)
      const redemptionId = form.value.get('redemption') ?? ''
      const left = await giveBackAccess({ deps, userId: visitor.userId, input: { redemptionId } })
      return left.ok ? c.redirect('/me?gave-back', 303) : answerRefusal(c, refuse('invalid_request'))
    })
}
