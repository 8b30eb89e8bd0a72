import { emailCodeMinutes } from '../identity/rules.ts'
import type { Texts } from '../texts/index.ts'
import { Field, type Problem, problemText } from './fields.tsx'

/** Where the mailed six-digit code is typed. Says the same whether or not a mail went out. */
export function CheckEmail({
  texts,
  email,
  action,
  back,
  problem,
  isSentAgain,
}: {
  texts: Texts
  email: string
  action: string
  back: string
  problem: Problem | null
  isSentAgain: boolean
}) {
  const words = texts.emailCode
  const isAboutField = problem?.kind === 'wrong_email_code'
  return (
    <>
      <div class="stack">
        <h1>{words.pageHeading}</h1>
        <p class="lead">
          {words.lead.before}
          <b dir="auto">{email}</b>
          {words.lead.after}
        </p>
      </div>
      <div class="card">
        <form method="post" action={action}>
          <input type="hidden" name="intent" value="verify" />
          {isSentAgain ? (
            <p class="note" role="status">
              {words.againSent}
            </p>
          ) : null}
          {problem && !isAboutField ? (
            <p class="problem" role="alert">
              {problemText(texts, problem)}
            </p>
          ) : null}
          <Field
            id="otp"
            name="otp"
            type="text"
            class="digits"
            label={words.field}
            hint={words.minutes(emailCodeMinutes)}
            autocomplete="one-time-code"
            inputmode="numeric"
            required
            autofocus
            maxlength={11}
            wrong={isAboutField ? problemText(texts, problem) : null}
          />
          <button class="wide">{words.submit}</button>
        </form>
        <form method="post" action={action} class="row">
          <input type="hidden" name="intent" value="resend" />
          <span class="hint">
            {words.nothingCame} <button class="text">{words.again}</button>
          </span>
        </form>
      </div>
      <p>
        <a href={back}>{words.otherWay}</a>
      </p>
    </>
  )
}
