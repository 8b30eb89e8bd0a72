import type { Texts } from '../texts/index.ts'
import { WaysIn, type WaysInProps } from './ways-in.tsx'

/** Signing in without an invitation at hand: to see what one has. */
export const SignIn = ({ texts, waysIn }: { texts: Texts; waysIn: WaysInProps }) => (
  <>
    <div class="stack">
      <h1>{texts.signIn.pageHeading}</h1>
      <p class="lead">{texts.signIn.pageLead}</p>
    </div>
    <div class="card">
      <WaysIn {...waysIn} />
    </div>
    <p>
      {texts.signIn.codeMissing} <a href="/redeem">{texts.signIn.codeLink}</a>
    </p>
  </>
)
