import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Edge } from '../edge.ts'
import type { EdgeEnv } from '../edge-deps.ts'
import { readVisitor } from '../identity/read-visitor.ts'
import type { Problem } from '../pages/fields.tsx'
import { renderPage } from '../pages/render.tsx'
import { TypeCode } from '../pages/type-code.tsx'
import { textsOf } from '../texts/choose.ts'

/** The page to type a code, empty or with what is wrong with the code that was typed. */
export async function showTypeCode(
  c: Context<EdgeEnv>,
  { deps, identity }: Edge,
  shown: { code?: string; returnUrl?: string | null; problem?: Problem; status?: ContentfulStatusCode } = {},
): Promise<Response> {
  const texts = textsOf(c)
  const visitor = await readVisitor(c, deps, identity, { isAuthoritative: false })
  return renderPage(
    c,
    { texts, title: texts.typeCode.title, status: shown.status ?? 200 },
    <TypeCode
      texts={texts}
      code={shown.code ?? ''}
      returnUrl={shown.returnUrl ?? null}
      visitor={visitor}
      problem={shown.problem ?? null}
    />,
  )
}
