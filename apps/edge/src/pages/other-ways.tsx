import type { CarriedInvitation } from '../flow/flow.ts'
import type { ExternalPurpose } from '../flow/external-cookie.ts'
import type { OfferedProvider } from '../identity/sign-in-settings.ts'
import type { Texts } from '../texts/index.ts'
import { Carried } from './fields.tsx'

export type OtherWaysProps = {
  texts: Texts
  providers: readonly OfferedProvider[]
  hasPasskeys: boolean
  purpose: ExternalPurpose
  /** What the forms carry along; null when the sealed cookie has it. */
  invitation: CarriedInvitation | null
  action: string
}

/** The ways in that need nothing typed. */
export function OtherWays({ texts, providers, hasPasskeys, purpose, invitation, action }: OtherWaysProps) {
  return (
    <div class="others">
      {providers.map((provider) => (
        <form method="post" action={`/auth/external/${provider.id}`}>
          <input type="hidden" name="purpose" value={purpose} />
          <Carried invitation={invitation} />
          <button class="quiet wide">{texts.external.continueWith(provider.name)}</button>
        </form>
      ))}
      {hasPasskeys ? (
        <form method="post" action={action} data-passkey="use" hidden>
          <input type="hidden" name="intent" value="passkey" />
          <Carried invitation={invitation} />
          <input type="hidden" name="response" />
          <p class="wrong" role="alert" hidden>
            {texts.problems.passkey_failed}
          </p>
          <button class="quiet wide">{texts.passkey.button}</button>
        </form>
      ) : null}
    </div>
  )
}
