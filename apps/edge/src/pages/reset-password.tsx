import { passwordResetMinutes } from '@usher/services'
import type { Texts } from '../texts/index.ts'
import { EmailField, NewPasswordField, type Problem, problemText } from './fields.tsx'

/** Asks for the address of who has forgotten their password. */
export const AskForReset = ({
  texts,
  email,
  problem,
}: {
  texts: Texts
  email: string | null
  problem: Problem | null
}) => (
  <>
    <div class="stack">
      <h1>{texts.resetPassword.heading}</h1>
      <p class="lead">{texts.resetPassword.askLead}</p>
    </div>
    <form method="post" action="/forgot-password" class="card">
      <input type="hidden" name="intent" value="reset" />
      <EmailField
        id="reset-email"
        texts={texts}
        email={email}
        wrong={problem ? problemText(texts, problem) : null}
      />
      <button class="wide">{texts.resetPassword.askButton}</button>
    </form>
    <p>
      <a href="/sign-in">{texts.emailCode.otherWay}</a>
    </p>
  </>
)

/** The same whether or not a mail went out. */
export const ResetSent = ({ texts }: { texts: Texts }) => (
  <div class="stack">
    <h1>{texts.resetPassword.sentHeading}</h1>
    <p class="lead">{texts.resetPassword.sentLead(passwordResetMinutes)}</p>
    <p class="hint">{texts.emailCode.nothingCame}</p>
    <p>
      <a href="/forgot-password">{texts.resetPassword.again}</a>
    </p>
  </div>
)

/** Where the mailed link leads. Opening it uses nothing up. */
export const ChoosePassword = ({
  texts,
  email,
  token,
  minimumLength,
  problem,
}: {
  texts: Texts
  email: string
  token: string
  minimumLength: number
  problem: Problem | null
}) => (
  <>
    <div class="stack">
      <h1>{texts.resetPassword.heading}</h1>
      <p class="lead">
        {texts.resetPassword.chooseLead.before}
        <b dir="auto">{email}</b>
        {texts.resetPassword.chooseLead.after}
      </p>
    </div>
    <form method="post" action="/reset-password" class="card">
      <input type="hidden" name="intent" value="choose" />
      <input type="hidden" name="token" value={token} />
      {/* Password managers keep the new password under this name. */}
      <input type="email" name="email" value={email} autocomplete="username" readonly hidden />
      <NewPasswordField
        id="new-password"
        texts={texts}
        minimumLength={minimumLength}
        wrong={problem ? problemText(texts, problem) : null}
        autofocus
      />
      <button class="wide">{texts.resetPassword.button}</button>
    </form>
  </>
)
