import type { Child } from 'hono/jsx'
import type { CarriedInvitation } from '../flow/flow.ts'
import { maximumPasswordLength } from '../identity/rules.ts'
import type { FormProblem, Texts } from '../texts/index.ts'

/** What a form says about a problem with it. `wait`: seconds until it is worth another try. */
export type Problem = { kind: FormProblem; wait?: number | undefined }

/** The problem in words, with when to try again. */
export const problemText = (texts: Texts, { kind, wait }: Problem): string =>
  [texts.problems[kind], wait ? texts.tryAgainIn(Math.ceil(wait / 60)) : ''].filter(Boolean).join(' ')

type FieldProps = {
  id: string
  name: string
  label: string
  type: 'email' | 'password' | 'text'
  autocomplete: string
  value?: string | undefined
  hint?: string | undefined
  wrong?: string | null | undefined
  class?: string
  required?: boolean
  readonly?: boolean
  autofocus?: boolean
  inputmode?: 'numeric'
  minlength?: number
  maxlength?: number
  /** Codes and addresses are no words. */
  isNoWord?: boolean
  autocapitalize?: 'none' | 'characters'
}

/** A labelled input with its hint and what is wrong with it. */
export function Field({ id, label, hint, wrong, isNoWord, ...input }: FieldProps) {
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        {...input}
        {...(isNoWord ? { spellcheck: 'false' as unknown as boolean } : {})}
        {...(described ? { 'aria-describedby': described } : {})}
        {...(wrong ? { 'aria-invalid': 'true', autofocus: true } : {})}
      />
      {hint ? (
        <small class="hint" id={`${id}-hint`}>
          {hint}
        </small>
      ) : null}
      {wrong ? (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}

/** An address that cannot be changed is read, not typed: whole, however long. Password managers find it all the same. */
const FixedEmail = ({ id, label, email }: { id: string; label: string; email: string }) => (
  <div>
    <span class="label">{label}</span>
    <p class="fixed" dir="ltr">
      {email}
    </p>
    <input
      id={id}
      class="unseen"
      type="email"
      name="email"
      value={email}
      autocomplete="username"
      readonly
      tabindex={-1}
      aria-hidden="true"
    />
  </div>
)

export const EmailField = ({
  id,
  texts,
  email,
  isFixed = false,
  takesUsername = false,
  wrong,
  autofocus = false,
}: {
  id: string
  texts: Texts
  email: string | null
  /** The mailed link has proven this address: another one would need a proof of its own. */
  isFixed?: boolean
  /** A username does as well. */
  takesUsername?: boolean
  wrong?: string | null | undefined
  autofocus?: boolean
}) =>
  isFixed && email ? (
    <FixedEmail id={id} label={texts.fields.email} email={email} />
  ) : (
    <Field
      id={id}
      name="email"
      type={takesUsername ? 'text' : 'email'}
      label={takesUsername ? texts.fields.emailOrUsername : texts.fields.email}
      autocomplete="username"
      value={email ?? undefined}
      required
      autofocus={autofocus}
      maxlength={254}
      isNoWord
      autocapitalize="none"
      wrong={wrong}
    />
  )

export const NewPasswordField = ({
  id,
  texts,
  minimumLength,
  wrong,
  autofocus = false,
}: {
  id: string
  texts: Texts
  minimumLength: number
  wrong?: string | null | undefined
  autofocus?: boolean
}) => (
  <Field
    id={id}
    name="password"
    type="password"
    label={texts.fields.newPassword}
    hint={texts.fields.passwordRule(minimumLength)}
    autocomplete="new-password"
    required
    minlength={minimumLength}
    autofocus={autofocus}
    maxlength={maximumPasswordLength}
    wrong={wrong}
  />
)

export const Tick = ({
  name,
  required = false,
  children,
}: {
  name: string
  required?: boolean
  children: Child
}) => (
  <label class="tick">
    <input type="checkbox" name={name} value="yes" required={required} />
    <span>{children}</span>
  </label>
)

/** The terms of a website, to be agreed to; nothing when it has none. */
export function Terms({
  texts,
  termsText,
  wrong,
}: {
  texts: Texts
  termsText: string
  wrong?: string | null
}) {
  if (!termsText.trim()) return null
  return (
    <div class="terms">
      <Tick name="terms" required>
        {texts.fields.terms}
      </Tick>
      <details>
        <summary>{texts.fields.readTerms}</summary>
        <div dir="auto">{termsText}</div>
      </details>
      {wrong ? (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      ) : null}
    </div>
  )
}

/** What the form carries along. Null: the sealed cookie has it already. */
export function Carried({ invitation }: { invitation: CarriedInvitation | null }) {
  if (!invitation) return null
  return (
    <>
      <input type="hidden" name="code" value={invitation.code} />
      {invitation.recipientProof ? <input type="hidden" name="r" value={invitation.recipientProof} /> : null}
      {invitation.returnUrl ? <input type="hidden" name="returnurl" value={invitation.returnUrl} /> : null}
    </>
  )
}
