import type { Texts } from '../texts/index.ts'
import { EmailField, type Problem, problemText } from './fields.tsx'

/** Asks for a proof of the address that a provider has not vouched for. */
export const ConfirmAddress = ({
  texts,
  provider,
  email,
  action,
  problem,
}: {
  texts: Texts
  provider: string
  email: string | null
  action: string
  problem: Problem | null
}) => (
  <>
    <div class="stack">
      <h1>{texts.external.confirm}</h1>
      <p class="lead">{texts.external.confirmLead(provider)}</p>
    </div>
    <form method="post" action={action} class="card">
      <input type="hidden" name="intent" value="confirm_address" />
      <EmailField
        id="confirm-email"
        texts={texts}
        email={email}
        wrong={problem ? problemText(texts, problem) : null}
      />
      <button class="wide">{texts.emailCode.button}</button>
    </form>
  </>
)
