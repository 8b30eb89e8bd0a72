import type { Context } from 'hono'
import { type RedemptionRefusal, refuse } from '@usher/domain'
import type { InvitationPreview } from '@usher/services'
import type { EdgeEnv } from '../edge-deps.ts'
import type { CarriedInvitation } from '../flow/flow.ts'
import { answerRefusal } from '../http/answer-refusal.tsx'
import type { Visitor } from '../identity/identity.ts'
import { Carried } from '../pages/fields.tsx'
import { textsOfInvitation } from '../texts/choose.ts'
import type { Texts } from '../texts/index.ts'
import { pathOfCarried } from './carried.ts'
import { mayAskForNewLink } from './may-ask.ts'

/** A genuine invitation that cannot be accepted any more: its holder is told the truth, and what to do next. */
export function answerClosed(
  c: Context<EdgeEnv>,
  given: InvitationPreview,
  refusal: RedemptionRefusal,
  { visitor, carried }: { visitor: Visitor | null; carried: CarriedInvitation },
): Response | Promise<Response> {
  // It may have closed a moment after it was looked at.
  const preview =
    refusal === 'invitation_expired' || refusal === 'invitation_full' ? { ...given, refusal } : given
  const { website, inviter, recipient } = preview
  const texts = textsOfInvitation(c, preview)
  const { closed, refusalActions: words } = texts
  const text = textOf(texts, preview, refusal)
  const mayAsk = mayAskForNewLink(preview)
  const isUsed = refusal === 'invitation_full'
  return answerRefusal(c, refuse(refusal), {
    brand: website,
    texts,
    back: pathOfCarried(carried),
    text: { ...text, happened: `${text.happened} ${closed.from(inviter, website.name)}` },
    actions: (
      <>
        {isUsed ? <SignIn words={words} visitor={visitor} /> : null}
        {mayAsk ? (
          <AskForNewLink
            texts={texts}
            carried={carried}
            address={recipient?.maskedEmail ?? ''}
            isMain={!isUsed}
          />
        ) : null}
        {website.supportEmail && !mayAsk && !isUsed ? (
          <a class="button wide" href={`mailto:${website.supportEmail}`}>
            {closed.write(website.supportEmail)}
          </a>
        ) : null}
        {isUsed ? null : <SignIn words={words} visitor={visitor} isQuiet />}
      </>
    ),
  })
}

function textOf(texts: Texts, preview: InvitationPreview, refusal: RedemptionRefusal) {
  if (refusal === 'invitation_full' && preview.type === 'single') return texts.used
  const text = texts.refusals[refusal]
  if (refusal !== 'invitation_expired') return text
  const { onlyTo } = texts.newLink
  const address = preview.recipient?.maskedEmail
  return {
    ...text,
    next: address && mayAskForNewLink(preview) ? onlyTo(address) : texts.closed.askForNew(preview.inviter),
  }
}

const AskForNewLink = ({
  texts,
  carried,
  address,
  isMain,
}: {
  texts: Texts
  carried: CarriedInvitation
  address: string
  isMain: boolean
}) => (
  <form method="post" action="/redeem">
    <input type="hidden" name="intent" value="new_link" />
    <Carried invitation={carried} />
    <button class={isMain ? 'wide' : 'quiet wide'}>{texts.newLink.button}</button>
    {isMain ? null : <small class="hint">{texts.newLink.onlyTo(address)}</small>}
  </form>
)

const SignIn = ({
  words,
  visitor,
  isQuiet = false,
}: {
  words: Texts['refusalActions']
  visitor: Visitor | null
  isQuiet?: boolean
}) => (
  <a class={isQuiet ? 'button quiet wide' : 'button wide'} href={visitor ? '/me' : '/sign-in'}>
    {visitor ? words.home : words.signIn}
  </a>
)
