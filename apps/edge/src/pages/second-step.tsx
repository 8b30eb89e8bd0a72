import type { SecondStep as Step } from '../flow/second-step-cookie.ts'
import type { Texts } from '../texts/index.ts'
import { Field, type Problem, problemText } from './fields.tsx'

/** What is asked for after the first step. */
export function SecondStep({
  texts,
  step,
  action,
  back,
  problem,
}: {
  texts: Texts
  step: Step
  action: string
  back: string
  problem: Problem | null
}) {
  const words = texts.secondStep
  return (
    <>
      <div class="stack">
        <h1>{words.heading}</h1>
        <p class="lead">
          {step.kind === 'app' ? (
            words.appLead
          ) : (
            <>
              {words.emailLead.before}
              <b dir="auto">{step.email}</b>
              {words.emailLead.after}
            </>
          )}
        </p>
      </div>
      <div class="card">
        <form method="post" action={action}>
          <input type="hidden" name="intent" value="second_step" />
          <Field
            id="code"
            name="otp"
            type="text"
            class="digits"
            label={words.field}
            hint={step.kind === 'app' ? words.recovery : undefined}
            autocomplete="one-time-code"
            required
            autofocus
            maxlength={14}
            isNoWord
            autocapitalize="characters"
            wrong={problem ? problemText(texts, problem) : null}
          />
          <button class="wide">{texts.emailCode.submit}</button>
        </form>
        {step.kind === 'email' ? (
          <form method="post" action={action} class="row">
            <input type="hidden" name="intent" value="second_step_again" />
            <span class="hint">
              {texts.emailCode.nothingCame} <button class="text">{texts.emailCode.again}</button>
            </span>
          </form>
        ) : null}
      </div>
      <p>
        <a href={back}>{texts.emailCode.otherWay}</a>
      </p>
    </>
  )
}
