import type { Context } from 'hono'
import { findUsableIdentityProvider } from '@usher/services'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import type { PendingPerson } from '../flow/flow.ts'
import { ConfirmAddress } from '../pages/confirm-address.tsx'
import type { Problem } from '../pages/fields.tsx'
import type { Brand } from '../pages/layout.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsOf } from '../texts/choose.ts'

/** The page that asks for a proof of the address; without a website when nobody is invited but only signs in. */
export async function showConfirmAddress(
  c: Context<EdgeEnv>,
  { deps }: Edge,
  {
    brand,
    pending,
    problem,
  }: { brand: (Brand & { locale: string }) | null; pending: PendingPerson | null; problem?: Problem },
): Promise<Response> {
  const action = brand ? '/redeem' : '/sign-in'
  const id = pending?.external?.providerId
  const provider = id && (await findUsableIdentityProvider({ deps, input: { id } }))
  if (!provider) return c.redirect(action, 303)
  const texts = textsOf(c, { websiteLocale: brand?.locale })
  return renderPage(
    c,
    {
      texts,
      title: texts.external.confirm,
      brand,
      status: problem ? (problem.wait ? 429 : 400) : 200,
      back: `${action}/confirm-address`,
    },
    <ConfirmAddress
      texts={texts}
      provider={provider.name}
      email={pending?.email || null}
      action={action}
      problem={problem ?? null}
    />,
  )
}
