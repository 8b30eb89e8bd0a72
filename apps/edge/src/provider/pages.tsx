import type { ClientOfWebsite } from '@usher/services'
import type { Context } from 'hono'
import type { EdgeEnv } from '../edge-deps.ts'
import type { Visitor } from '../identity/identity.ts'
import { Person } from '../pages/person.tsx'
import { Refusal } from '../pages/refusal.tsx'
import { renderPage } from '../pages/render.tsx'
import { textsFor } from '../texts/index.ts'
import { paths } from './discovery.ts'
import { providerTexts as words } from './texts.ts'

/** A visitor whom nobody can be asked to take back is told here. */
export const showProblem = (c: Context<EdgeEnv>, problem: keyof typeof words.problems) => {
  const text = words.problems[problem]
  return renderPage(
    c,
    { texts: textsFor(null), title: text.heading, status: 400 },
    <Refusal text={text}>
      <a class="button wide" href="/">
        {words.home}
      </a>
    </Refusal>,
  )
}

export const showConsent = (
  c: Context<EdgeEnv>,
  { client, redirectUri, visitor }: { client: ClientOfWebsite; redirectUri: string; visitor: Visitor },
) =>
  renderPage(
    c,
    {
      texts: textsFor(client.website.locale),
      title: words.consent.heading(client.name),
      brand: client.website,
      formTargets: [redirectUri],
    },
    <>
      <div class="stack">
        <h1 dir="auto">{words.consent.heading(client.name)}</h1>
        <p class="lead">{words.consent.lead(client.website.name)}</p>
      </div>
      <form method="post" action={paths.consent} class="card">
        <ul class="gets">
          {words.consent.learns.map((learnt) => (
            <li>{learnt}</li>
          ))}
        </ul>
        <Person label={words.signedInAs} visitor={visitor} />
        <div class="row">
          <button name="decision" value="allow">
            {words.consent.allow}
          </button>
          <button name="decision" value="deny" class="quiet">
            {words.consent.deny}
          </button>
        </div>
      </form>
    </>,
  )

export const showSignInAgain = (
  c: Context<EdgeEnv>,
  { client, visitor }: { client: ClientOfWebsite; visitor: Visitor },
) =>
  renderPage(
    c,
    {
      texts: textsFor(client.website.locale),
      title: words.signInAgain.heading(client.website.name),
      brand: client.website,
    },
    <>
      <div class="stack">
        <h1 dir="auto">{words.signInAgain.heading(client.website.name)}</h1>
        <p class="lead">{words.signInAgain.lead}</p>
      </div>
      <form method="post" action={paths.signInAgain} class="card">
        <Person label={words.signedInAs} visitor={visitor} />
        <button class="wide">{words.signInAgain.button}</button>
      </form>
    </>,
  )

export const showSignOut = (
  c: Context<EdgeEnv>,
  shown: { client: ClientOfWebsite | null; target: string | null; state: string | null; visitor: Visitor },
) => {
  const { client, target, state, visitor } = shown
  return renderPage(
    c,
    {
      texts: textsFor(client?.website.locale),
      title: words.signOut.heading,
      brand: client?.website ?? null,
      formTargets: target ? [target] : [],
    },
    <>
      <div class="stack">
        <h1>{words.signOut.heading}</h1>
        <p class="lead">{client ? words.signOut.lead(client.website.name) : words.signOut.leadOfNobody}</p>
      </div>
      <form method="post" action={paths.signOut} class="card">
        {client ? <input type="hidden" name="client_id" value={client.id} /> : null}
        {target ? <input type="hidden" name="post_logout_redirect_uri" value={target} /> : null}
        {state ? <input type="hidden" name="state" value={state} /> : null}
        <Person label={words.signedInAs} visitor={visitor} />
        <div class="row">
          <button>{words.signOut.button}</button>
          <a class="button quiet" href={target ?? '/'}>
            {words.signOut.stay}
          </a>
        </div>
      </form>
    </>,
  )
}
