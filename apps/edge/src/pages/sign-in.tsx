import type { Texts } from '../texts/index.ts'
import { type Problem, problemText } from './fields.tsx'
import { WaysIn, type WaysInProps } from './ways-in.tsx'

/** Signing in without an invitation at hand: to see what one has. */
export const SignIn = ({
  texts,
  note,
  problem,
  waysIn,
}: {
  texts: Texts
  note: string | null
  problem: Problem | null
  waysIn: WaysInProps
}) => (
  <>
    <div class="stack">
      <h1>{texts.signIn.pageHeading}</h1>
      <p class="lead">{texts.signIn.pageLead}</p>
    </div>
    <div class="card">
      {note ? (
        <p class="note" role="status">
          {note}
        </p>
      ) : null}
      {problem ? (
        <p class="problem" role="alert">
          {problemText(texts, problem)}
        </p>
      ) : null}
      <WaysIn {...waysIn} />
    </div>
    <p>
      {texts.signIn.codeMissing} <a href="/redeem">{texts.signIn.codeLink}</a>
    </p>
  </>
)
