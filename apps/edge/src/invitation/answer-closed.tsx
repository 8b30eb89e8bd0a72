import type { Context } from 'hono'
import { type RedemptionRefusal, refuse } from '@usher/domain'
import type { InvitationPreview } from '@usher/services'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import type { Visitor } from '../identity/identity.ts'
import { textsFor } from '../texts/index.ts'

/** A genuine invitation that cannot be accepted any more: its holder is told the truth. */
export function answerClosed(
  c: Context<EdgeEnv>,
  preview: InvitationPreview,
  refusal: RedemptionRefusal,
  visitor: Visitor | null,
): Response | Promise<Response> {
  const { refusalActions: words } = textsFor(preview.website.locale)
  return answerRefusal(c, refuse(refusal), {
    brand: preview.website,
    actions: (
      <a class="button quiet wide" href={visitor ? '/' : '/sign-in'}>
        {visitor ? words.home : words.signIn}
      </a>
    ),
  })
}
