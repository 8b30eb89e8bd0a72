import type { Child } from 'hono/jsx'
import { OtherWays, type OtherWaysProps } from './other-ways.tsx'
import type { CarriedInvitation } from '../flow/flow.ts'
import type { Texts } from '../texts/index.ts'
import {
  Carried,
  EmailField,
  Field,
  NewPasswordField,
  type Problem,
  problemText,
  Terms,
  Tick,
} from './fields.tsx'

/** How somebody may come in; each is a form of its own. */
export type Way = 'create' | 'sign_in' | 'email_code'

export type WaysInProps = {
  texts: Texts
  settings: {
    passwordMinimumLength: number
    rememberMeEnabled: boolean
    usernameEnabled: boolean
    resetPasswordEnabled: boolean
    termsText: string
  }
  /** The ways in that need nothing typed. */
  others: Pick<OtherWaysProps, 'providers' | 'hasPasskeys' | 'purpose'>
  ways: readonly Way[]
  open: Way
  /** What the forms carry along; null when the sealed cookie has it. */
  invitation: CarriedInvitation | null
  /** The address that is known: proven by the mailed link, or typed before. */
  email: string | null
  isEmailProven: boolean
  /** Whether we would not know what to call them otherwise. */
  asksName: boolean
  problem: (Problem & { way: Way }) | null
  buttons: Record<Way, string>
  words: Record<Way, { heading: string; hint: string }>
  action: string
}

/** The ways in, one open at a time. Works as it stands in every browser: no script. */
export function WaysIn(props: WaysInProps) {
  const { texts, ways, open, words } = props
  const forms = { create: CreateForm, sign_in: SignInForm, email_code: EmailCodeForm } satisfies Record<
    Way,
    unknown
  >
  const { others, action, invitation } = props
  const hasOthers = others.providers.length > 0 || others.hasPasskeys
  if (ways.length === 0 && !hasOthers) return <p class="note">{texts.accept.noWayIn}</p>
  const otherWays = <OtherWays {...others} texts={texts} action={action} invitation={invitation} />
  if (ways.length === 0) {
    return (
      <>
        {otherWays}
        {others.providers.length === 0 ? (
          <noscript>
            <p class="note">{texts.accept.noWayIn}</p>
          </noscript>
        ) : null}
      </>
    )
  }
  return (
    <>
      <div class="ways">
        {ways.map((way) => {
          const Form = forms[way]
          return (
            <details class="way" name="way" open={way === open || ways.length === 1}>
              <summary>
                <span>
                  <b>{words[way].heading}</b>
                  <small>{words[way].hint}</small>
                </span>
              </summary>
              <Form {...props} problem={props.problem?.way === way ? props.problem : null} />
            </details>
          )
        })}
      </div>
      {others.providers.length > 0 ? <p class="or">{texts.external.or}</p> : null}
      {hasOthers ? otherWays : null}
    </>
  )
}

function WayForm({
  props,
  way,
  children,
  after,
}: {
  props: WaysInProps
  way: Way
  children: Child
  /** Enter presses the first button of a form: others come after it. */
  after?: Child
}) {
  const { texts, problem, settings } = props
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="intent" value={way} />
      <Carried invitation={props.invitation} />
      {problem && isAbove(props) ? (
        <p class="problem" role="alert">
          {problemText(texts, problem)}
        </p>
      ) : null}
      {children}
      <Terms texts={texts} termsText={settings.termsText} wrong={wrongWith(props, 'terms_not_agreed')} />
      <button class="wide">{props.buttons[way]}</button>
      {after ?? null}
    </form>
  )
}

/** A problem with the form as a whole: the page opens at the form, not above it. */
const isAbove = ({ problem }: WaysInProps) => problem !== null && !fieldProblems.includes(problem.kind)

const fieldProblems: readonly string[] = [
  'email_invalid',
  'login_invalid',
  'password_too_short',
  'password_too_long',
  'terms_not_agreed',
]
const wrongWith = ({ texts, problem }: WaysInProps, ...kinds: string[]) =>
  problem && kinds.includes(problem.kind) ? problemText(texts, problem) : null

const CreateForm = (props: WaysInProps) => (
  <WayForm props={props} way="create">
    {props.asksName ? <NameField id="create-name" texts={props.texts} /> : null}
    <EmailField
      id="create-email"
      texts={props.texts}
      email={props.email}
      isFixed={props.isEmailProven}
      wrong={wrongWith(props, 'email_invalid')}
    />
    <NewPasswordField
      id="create-password"
      texts={props.texts}
      minimumLength={props.settings.passwordMinimumLength}
      wrong={wrongWith(props, 'password_too_short', 'password_too_long')}
      autofocus={isAbove(props)}
    />
    <Remember {...props} />
    {props.isEmailProven ? null : <small class="hint">{props.texts.create.verifyHint}</small>}
  </WayForm>
)

const SignInForm = (props: WaysInProps) => (
  <WayForm
    props={props}
    way="sign_in"
    after={props.settings.resetPasswordEnabled ? <Forgotten {...props} /> : null}
  >
    <EmailField
      id="sign-in-email"
      texts={props.texts}
      email={props.email}
      takesUsername={props.settings.usernameEnabled}
      wrong={wrongWith(props, 'email_invalid', 'login_invalid')}
    />
    <Field
      id="sign-in-password"
      name="password"
      type="password"
      label={props.texts.fields.password}
      autocomplete="current-password"
      required
      autofocus={isAbove(props)}
    />
    <Remember {...props} />
  </WayForm>
)

/** A button, not a link: the invitation comes along. */
const Forgotten = ({ texts }: WaysInProps) => (
  <button class="text" name="forgotten" value="yes" formnovalidate>
    {texts.resetPassword.link}
  </button>
)

const EmailCodeForm = (props: WaysInProps) => (
  <WayForm props={props} way="email_code">
    {props.asksName ? <NameField id="code-name" texts={props.texts} /> : null}
    <EmailField
      id="code-email"
      texts={props.texts}
      email={props.email}
      wrong={wrongWith(props, 'email_invalid')}
      autofocus={isAbove(props)}
    />
  </WayForm>
)

const NameField = ({ id, texts }: { id: string; texts: Texts }) => (
  <Field id={id} name="name" type="text" label={texts.fields.name} autocomplete="name" maxlength={200} />
)

const Remember = ({ texts, settings }: WaysInProps) =>
  settings.rememberMeEnabled ? <Tick name="remember">{texts.fields.remember}</Tick> : null
