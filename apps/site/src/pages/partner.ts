import { html } from 'hono/html'
import { type At, layout } from './layout.ts'

const news = [
  {
    title: 'The spring range is here',
    text: 'Eleven new products, in the shops from March. Samples are on their way to you.',
  },
  {
    title: 'Partner day in Zurich',
    text: 'Two days of workshops and a good dinner. Bring a colleague.',
  },
  {
    title: 'Training for new colleagues',
    text: 'An hour a week, online, until they know everything that you know.',
  },
]

/** For who has the web role Partner. */
export const partnerPage = (at: At) =>
  layout(
    at,
    'For partners',
    html`<div class="page">
      <div>
        <span class="tag">Partner</span>
        <h1>Welcome${at.visitor?.account ? `, ${at.visitor.account.name}` : ''}</h1>
      </div>
      <p class="lead">You see this page because you were invited as a partner, and accepted.</p>
      <ul class="cards" style="margin:0">
        ${news.map(
          ({ title, text }) =>
            html`<li class="card">
              <h2>${title}</h2>
              <p>${text}</p>
            </li>`,
        )}
      </ul>
      ${
        at.visitor?.hasWebRole('Partner manager')
          ? html`<p><a class="button" href="${at.base}/prices">Open the price list</a></p>`
          : ''
      }
    </div>`,
  )
