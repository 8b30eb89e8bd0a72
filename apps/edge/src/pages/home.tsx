import type { Texts } from '../texts/index.ts'

/** The origin itself, to somebody who is not signed in. */
export const Home = ({ texts }: { texts: Texts }) => (
  <>
    <div class="stack">
      <h1>{texts.home.heading}</h1>
      <p class="lead">{texts.home.lead}</p>
    </div>
    <div class="card">
      <a class="button wide" href="/redeem">
        {texts.home.button}
      </a>
      <a class="button quiet wide" href="/sign-in">
        {texts.home.signIn}
      </a>
    </div>
  </>
)
