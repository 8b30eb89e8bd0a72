import type { Context } from 'hono'
import { type RedemptionRefusal, refuse } from '@usher/domain'
import type { InvitationPreview } from '@usher/services'
import type { EdgeEnv } from '../edge-deps.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import type { Visitor } from '../identity/identity.ts'
import { textsOfInvitation } from '../texts/choose.ts'

/** A genuine invitation that cannot be accepted any more: its holder is told the truth. */
export function answerClosed(
  c: Context<EdgeEnv>,
  preview: InvitationPreview,
  refusal: RedemptionRefusal,
  visitor: Visitor | null,
): Response | Promise<Response> {
  const { website, inviter } = preview
  const texts = textsOfInvitation(c, preview)
  const { closed, refusals, refusalActions: words } = texts
  const text = refusals[refusal]
  const { supportEmail } = website
  return answerRefusal(c, refuse(refusal), {
    brand: website,
    texts,
    text: {
      heading: text.heading,
      happened: `${text.happened} ${closed.from(inviter, website.name)}`,
      next: refusal === 'invitation_expired' ? closed.askForNew(inviter) : text.next,
    },
    actions: (
      <>
        {supportEmail && refusal !== 'invitation_full' ? (
          <a class="button wide" href={`mailto:${supportEmail}`}>
            {closed.write(supportEmail)}
          </a>
        ) : null}
        <a class="button quiet wide" href={visitor ? '/' : '/sign-in'}>
          {visitor ? words.home : words.signIn}
        </a>
      </>
    ),
  })
}
