import type { WaysIn } from '@usher/services'
import type { Child } from 'hono/jsx'
import type { SignInSettings } from '../identity/sign-in-settings.ts'
import type { Texts } from '../texts/index.ts'
import { Field, NewPasswordField, type Problem, problemText } from './fields.tsx'
import { formatDay } from './format.ts'

export type ProfileProps = {
  texts: Texts
  ways: WaysIn
  settings: SignInSettings
  /** What has just been done. */
  note: string | null
  problem: Problem | null
}

/** How somebody signs in, and how they change it. Every button is a form of its own. */
export function Profile(props: ProfileProps) {
  const { texts, ways, settings, note, problem } = props
  const words = texts.profile
  return (
    <>
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead" dir="auto">
          {ways.user.email}
        </p>
        {note ? (
          <p class="note" role="status">
            {note}
          </p>
        ) : null}
        {problem && !fieldProblems.includes(problem.kind) ? (
          <p class="problem" role="alert">
            {problemText(texts, problem)}
          </p>
        ) : null}
      </div>
      {settings.localSignInEnabled ? <Password {...props} /> : null}
      {settings.usernameEnabled ? <Username {...props} /> : null}
      <Accounts {...props} />
      {settings.passkeyEnabled || ways.passkeys.length > 0 ? <Passkeys {...props} /> : null}
      {settings.twoFactorEnabled || ways.secondFactor ? <SecondStep {...props} /> : null}
      <p>
        <a href="/">{words.back}</a>
      </p>
    </>
  )
}

const fieldProblems: readonly string[] = [
  'password_too_short',
  'password_too_long',
  'wrong_password',
  'username_invalid',
  'username_taken',
  'wrong_second_step',
]
const wrongWith = ({ texts, problem }: ProfileProps, ...kinds: string[]) =>
  problem && kinds.includes(problem.kind) ? problemText(texts, problem) : null

const Part = ({ id, heading, children }: { id: string; heading: string; children: Child }) => (
  <section class="card" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
)

const Intent = ({ name }: { name: string }) => <input type="hidden" name="intent" value={name} />

function Password(props: ProfileProps) {
  const { texts, ways, settings } = props
  const words = texts.profile
  return (
    <Part id="password" heading={words.password}>
      <p class="hint">{ways.hasPassword ? words.hasPassword : words.noPassword}</p>
      <form method="post" action="/profile">
        <Intent name="password" />
        <input type="email" name="email" value={ways.user.email} autocomplete="username" readonly hidden />
        {ways.hasPassword ? (
          <Field
            id="current-password"
            name="current"
            type="password"
            label={words.currentPassword}
            autocomplete="current-password"
            required
            wrong={wrongWith(props, 'wrong_password')}
          />
        ) : null}
        <NewPasswordField
          id="new-password"
          texts={texts}
          minimumLength={settings.passwordMinimumLength}
          wrong={wrongWith(props, 'password_too_short', 'password_too_long')}
        />
        <button class="quiet">{words.savePassword}</button>
      </form>
    </Part>
  )
}

function Username(props: ProfileProps) {
  const { texts, ways } = props
  const words = texts.profile
  return (
    <Part id="username" heading={words.username}>
      <form method="post" action="/profile">
        <Intent name="username" />
        <Field
          id="username-field"
          name="username"
          type="text"
          label={words.username}
          hint={words.usernameHint}
          autocomplete="off"
          value={ways.user.username ?? undefined}
          maxlength={32}
          isNoWord
          autocapitalize="none"
          wrong={wrongWith(props, 'username_invalid', 'username_taken')}
        />
        <button class="quiet">{words.saveUsername}</button>
      </form>
    </Part>
  )
}

function Accounts({ texts, ways, settings }: ProfileProps) {
  const words = texts.profile
  const nameOf = (issuer: string) =>
    settings.providers.find((provider) => provider.issuer === issuer)?.name ??
    URL.parse(issuer)?.host ??
    issuer
  const free = settings.providers.filter(
    ({ issuer }) => !ways.accounts.some((account) => account.issuer === issuer),
  )
  if (ways.accounts.length === 0 && free.length === 0) return null
  return (
    <Part id="accounts" heading={words.accounts}>
      {ways.accounts.length === 0 ? <p class="hint">{words.noAccounts}</p> : null}
      {ways.accounts.length > 0 ? (
        <ul class="list">
          {ways.accounts.map(({ id, issuer, label }) => (
            <li>
              <b dir="auto">{nameOf(issuer)}</b>
              {label ? <small dir="auto">{label}</small> : null}
              <Remove id={id} kind="account" label={words.disconnect(nameOf(issuer))} />
            </li>
          ))}
        </ul>
      ) : null}
      {free.map((provider) => (
        <form method="post" action={`/auth/external/${provider.id}`}>
          <input type="hidden" name="purpose" value="connect" />
          <button class="quiet">{words.connect(provider.name)}</button>
        </form>
      ))}
    </Part>
  )
}

function Passkeys({ texts, ways, settings }: ProfileProps) {
  const words = texts.profile
  const utc = { timeZone: 'UTC' }
  return (
    <Part id="passkeys" heading={words.passkeys}>
      <p class="hint">{texts.passkey.lead}</p>
      {ways.passkeys.length > 0 ? (
        <ul class="list">
          {ways.passkeys.map(({ id, createdAt }) => {
            const name = words.passkey(createdAt ? formatDay(texts, createdAt, utc) : '–')
            return (
              <li>
                <b>{name}</b>
                <Remove id={id} kind="passkey" label={words.removePasskey(name)} />
              </li>
            )
          })}
        </ul>
      ) : null}
      {settings.passkeyEnabled ? <AddPasskey texts={texts} /> : null}
    </Part>
  )
}

/** Needs its page's script; where that cannot run it says so. */
export const AddPasskey = ({ texts }: { texts: Texts }) => (
  <>
    <form method="post" action="/profile" data-passkey="add" hidden>
      <Intent name="passkey" />
      <input type="hidden" name="response" />
      <p class="wrong" role="alert" hidden>
        {texts.problems.passkey_failed}
      </p>
      <button class="quiet">{texts.passkey.add}</button>
    </form>
    <noscript>
      <p class="hint">{texts.passkey.needsScripts}</p>
    </noscript>
  </>
)

const Remove = ({ id, kind, label }: { id: string; kind: 'account' | 'passkey'; label: string }) => (
  <form method="post" action="/profile">
    <Intent name="remove" />
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="kind" value={kind} />
    <button class="text">{label}</button>
  </form>
)

function SecondStep(props: ProfileProps) {
  const { texts, ways } = props
  const words = texts.profile
  const factor = ways.secondFactor
  return (
    <Part id="second-step" heading={words.secondStep}>
      <p class="hint">{words.secondStepLead}</p>
      <p>{factor ? (factor.kind === 'app' ? words.byApp : words.byEmail) : words.secondStepOff}</p>
      {factor?.kind === 'app' ? <p>{words.recoveryLeft(factor.recoveryCodesLeft)}</p> : null}
      {factor ? (
        <form method="post" action="/profile">
          <Intent name="second_step_off" />
          {factor.kind === 'app' ? (
            <CodeField {...props} label={texts.secondStep.field} hint={texts.secondStep.appLead} />
          ) : null}
          <button class="quiet">{words.switchOff}</button>
        </form>
      ) : (
        <div class="row">
          <form method="post" action="/profile">
            <Intent name="second_step_app" />
            <button class="quiet">{words.setUpApp}</button>
          </form>
          <form method="post" action="/profile">
            <Intent name="second_step_email" />
            <button class="quiet">{words.useEmail}</button>
          </form>
        </div>
      )}
    </Part>
  )
}

const CodeField = (
  props: Pick<ProfileProps, 'texts' | 'problem'> & { label: string; hint?: string; autofocus?: boolean },
) => (
  <Field
    id="second-step-code"
    name="otp"
    type="text"
    class="digits"
    label={props.label}
    hint={props.hint}
    autocomplete="one-time-code"
    required
    autofocus={props.autofocus ?? false}
    maxlength={14}
    isNoWord
    wrong={props.problem?.kind === 'wrong_second_step' ? problemText(props.texts, props.problem) : null}
  />
)

/** The secret of an authenticator app, as a picture and as text, and the proof that it got there. */
export const AppSetUp = ({
  texts,
  secret,
  picture,
  problem,
}: {
  texts: Texts
  secret: string
  /** A `data:` address. */
  picture: string
  problem: Problem | null
}) => (
  <>
    <div class="stack">
      <h1>{texts.profile.setUpApp}</h1>
      <p class="lead">{texts.profile.scan}</p>
    </div>
    <div class="card">
      <img src={picture} alt="" width="220" height="220" class="scan" />
      <p>
        {texts.profile.key}: <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <form method="post" action="/profile">
        <Intent name="second_step_on" />
        <CodeField texts={texts} problem={problem} label={texts.profile.typeCode} autofocus />
        <button class="wide">{texts.profile.switchOn}</button>
      </form>
    </div>
    <p>
      <a href="/profile">{texts.profile.back}</a>
    </p>
  </>
)

/** Shown once. */
export const RecoveryCodes = ({ texts, codes }: { texts: Texts; codes: readonly string[] }) => (
  <>
    <div class="stack">
      <h1>{texts.profile.recoveryHeading}</h1>
      <p class="lead">{texts.profile.recoveryLead}</p>
    </div>
    <ul class="card recovery">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <p>
      <a class="button" href="/profile?done=switched_on">
        {texts.profile.kept}
      </a>
    </p>
  </>
)
