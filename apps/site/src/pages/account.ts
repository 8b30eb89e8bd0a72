import { html } from 'hono/html'
import { type At, layout } from './layout.ts'

/** What the site knows of who is signed in: all of it came in their token. */
export const accountPage = (at: At) => {
  const { visitor } = at
  const name = visitor?.name ?? 'You'
  return layout(
    at,
    'Your account',
    html`<div class="page">
      <div class="who">
        <span class="big" aria-hidden="true">${[...name][0]?.toUpperCase()}</span>
        <div>
          <h1>${name}</h1>
          <p class="soft">${visitor?.email ?? ''}</p>
        </div>
      </div>
      <div class="card">
        <dl>
          <div>
            <dt>Organisation</dt>
            <dd>${visitor?.account?.name ?? 'None'}</dd>
          </div>
          <div>
            <dt>Web roles</dt>
            <dd>
              ${
                visitor && visitor.webRoles.length > 0
                  ? html`<ul class="tags">
                      ${visitor.webRoles.map((webRole) => html`<li class="tag">${webRole}</li>`)}
                    </ul>`
                  : 'None yet'
              }
            </dd>
          </div>
          <div>
            <dt>Language</dt>
            <dd>${languageOf(visitor?.locale)}</dd>
          </div>
        </dl>
      </div>
      <form method="post" action="${at.base}/sign-out"><button class="quiet">Sign out</button></form>
    </div>`,
  )
}

const languageOf = (locale: string | null | undefined) =>
  (locale && new Intl.DisplayNames('en', { type: 'language' }).of(locale)) || 'Not known'
