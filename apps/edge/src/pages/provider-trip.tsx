import type { Texts } from '../texts/index.ts'

/** The page that leads on to a provider. A page, since browsers hold the redirects of a form against its policy. */
export const Leaving = ({ texts, provider, url }: { texts: Texts; provider: string; url: string }) => (
  <div class="stack">
    <h1>{texts.external.leaving(provider)}</h1>
    <p>
      <a class="button wide" href={url}>
        {texts.external.leavingLink(provider)}
      </a>
    </p>
  </div>
)

/** Where a provider sends people back to: what it says goes on as a form, so that opening an address changes nothing. */
export const ComingBack = ({
  texts,
  provider,
  action,
  answer,
}: {
  texts: Texts
  provider: string
  action: string
  answer: readonly (readonly [string, string])[]
}) => (
  <div class="stack">
    <h1>{texts.external.back}</h1>
    <p class="lead">{texts.external.backLead(provider)}</p>
    <form method="post" action={action} id="go-on">
      {answer.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="wide">{texts.external.backButton}</button>
    </form>
  </div>
)
export const goOnScript = `document.getElementById('go-on').submit()`
