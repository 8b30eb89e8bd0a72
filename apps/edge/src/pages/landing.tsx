import type { InvitationPreview } from '@usher/services'
import type { CarriedInvitation } from '../flow/flow.ts'
import type { Visitor } from '../identity/identity.ts'
import type { Texts } from '../texts/index.ts'
import { Carried, type Problem, problemText, Terms } from './fields.tsx'
import { Offer } from './offer.tsx'
import { Person } from './person.tsx'
import { WaysIn, type WaysInProps } from './ways-in.tsx'

type LandingProps = {
  texts: Texts
  preview: InvitationPreview
  invitation: CarriedInvitation | null
  visitor: Visitor | null
  problem: Problem | null
  waysIn: WaysInProps
}

/** The invitation, and what to do about it. */
export function Landing({ texts, preview, invitation, visitor, problem, waysIn }: LandingProps) {
  const { website, identityProviderId, asker } = preview
  const mustSignInAgain = asker?.refusal === 'other_sign_in_needed' && !asker.hasRedeemed
  const asked =
    visitor && !mustSignInAgain ? null : website.identityProviders.find(({ id }) => id === identityProviderId)
  return (
    <>
      <Offer texts={texts} preview={preview} />
      <section class="card" aria-labelledby="accept">
        <h2 id="accept">{preview.asker?.hasRedeemed ? texts.accept.alreadyHeading : texts.accept.heading}</h2>
        {problem ? (
          <p class="problem" role="alert">
            {problemText(texts, problem)}
          </p>
        ) : null}
        {asked ? <p class="note">{texts.external.onlyWith(asked.name)}</p> : null}
        {visitor && !mustSignInAgain ? (
          <Accept texts={texts} preview={preview} invitation={invitation} visitor={visitor} />
        ) : (
          <>
            {waysIn.ways.length > 1 ? <p class="lead">{texts.accept.chooseHow}</p> : null}
            <WaysIn {...waysIn} />
            <small class="hint">{texts.landing.nothingYet}</small>
          </>
        )}
        {preview.recipient && !preview.asker?.hasRedeemed ? (
          <Decline texts={texts} inviter={preview.inviter} invitation={invitation} />
        ) : null}
      </section>
    </>
  )
}

function Accept({
  texts,
  preview,
  invitation,
  visitor,
}: Omit<LandingProps, 'waysIn' | 'problem'> & { visitor: Visitor }) {
  const { asker, website } = preview
  if (asker?.hasRedeemed) {
    return (
      <>
        <p>{texts.accept.alreadyAccepted}</p>
        <Person label={texts.accept.signedInAs} visitor={visitor} />
        <a class="button wide" href="/">
          {texts.accept.seeWhatYouHave}
        </a>
      </>
    )
  }
  return (
    <>
      <Person label={texts.accept.signedInAs} visitor={visitor} />
      {asker?.refusal === 'wrong_recipient' ? (
        <p class="problem" role="alert">
          {preview.recipient?.maskedEmail
            ? texts.wrongRecipient.madeFor(preview.recipient.email ?? preview.recipient.maskedEmail)
            : texts.refusals.wrong_recipient.happened}
        </p>
      ) : (
        <form method="post" action="/redeem">
          <input type="hidden" name="intent" value="accept" />
          <Carried invitation={invitation} />
          <Terms texts={texts} termsText={website.settings.termsText} />
          <button class="wide">{texts.accept.button}</button>
        </form>
      )}
      <SwitchAccount
        texts={texts}
        invitation={invitation}
        label={asker?.refusal === 'wrong_recipient' ? texts.wrongRecipient.switch : texts.accept.otherAccount}
        isMain={asker?.refusal === 'wrong_recipient'}
      />
    </>
  )
}

/** Out of the way, and two steps long: nobody declines by a slip of the finger. */
const Decline = ({
  texts,
  inviter,
  invitation,
}: {
  texts: Texts
  inviter: string
  invitation: CarriedInvitation | null
}) => (
  <details class="decline">
    <summary>{texts.decline.summary}</summary>
    <form method="post" action="/redeem">
      <input type="hidden" name="intent" value="decline" />
      <Carried invitation={invitation} />
      <fieldset>
        <legend class="hint">{texts.decline.lead(inviter)}</legend>
        {(['declined', 'not_me'] as const).map((why) => (
          <label class="tick">
            <input type="radio" name="why" value={why} required />
            <span>{why === 'declined' ? texts.decline.declined : texts.decline.notMe}</span>
          </label>
        ))}
      </fieldset>
      <button class="quiet wide">{texts.decline.button}</button>
    </form>
  </details>
)

/** Signs out and comes back to the invitation. */
export const SwitchAccount = ({
  texts,
  invitation,
  label = texts.wrongRecipient.switch,
  isMain = false,
}: {
  texts: Texts
  invitation: CarriedInvitation | null
  label?: string
  isMain?: boolean
}) => (
  <form method="post" action="/redeem">
    <input type="hidden" name="intent" value="switch" />
    <Carried invitation={invitation} />
    <button class={isMain ? 'wide' : 'quiet wide'}>{label}</button>
  </form>
)
