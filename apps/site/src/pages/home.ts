import { html } from 'hono/html'
import { type At, layout } from './layout.ts'

/** For everybody. */
export const homePage = (at: At) =>
  layout(
    at,
    'Contoso Partners',
    html`<section class="hero">
        <h1>
          ${at.visitor ? `Good to see you, ${firstNameOf(at)}.` : 'Build with Contoso, and grow with us.'}
        </h1>
        <p class="lead">
          Partners get our price list, early word of new products and somebody who picks up the phone.
          Membership is by invitation.
        </p>
        <div class="row">
          ${
            at.visitor
              ? html`<a class="button" href="${at.base}/partner">Go to the partner pages</a>`
              : html`<a class="button" href="${at.base}/sign-in?to=/partner">Sign in</a>
                  <a class="button quiet" href="/redeem?returnurl=${encodeURIComponent(`${at.base}/partner`)}"
                    >I have an invitation code</a
                  >`
          }
        </div>
      </section>
      <ul class="cards">
        <li class="card">
          <span class="tag">For everybody</span>
          <h2>This page</h2>
          <p>Nobody has to sign in to read it.</p>
        </li>
        <li class="card">
          <span class="tag">Partner</span>
          <h2><a href="${at.base}/partner">News and documents</a></h2>
          <p>Opens for whoever has the web role Partner.</p>
        </li>
        <li class="card">
          <span class="tag">Partner manager</span>
          <h2><a href="${at.base}/prices">Price list</a></h2>
          <p>Purchase prices, for partner managers alone.</p>
        </li>
      </ul>`,
  )

const firstNameOf = ({ visitor }: At) => String(visitor?.claims['given_name'] ?? visitor?.name ?? 'partner')
