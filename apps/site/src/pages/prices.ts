import { html } from 'hono/html'
import { type At, layout } from './layout.ts'

const prices = [
  ['CP-100', 'Desk lamp, oak', 129, 77.4],
  ['CP-120', 'Desk lamp, walnut', 149, 89.4],
  ['CP-210', 'Reading chair', 890, 534],
  ['CP-305', 'Shelf, three boards', 245, 147],
  ['CP-410', 'Side table, round', 320, 192],
] as const

const euro = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' })

/** For who has the web role Partner manager. */
export const pricesPage = (at: At) =>
  layout(
    at,
    'Price list',
    html`<div class="page">
      <div>
        <span class="tag">Partner manager</span>
        <h1>Price list</h1>
      </div>
      <p class="lead">
        What ${at.visitor?.account?.name ?? 'your company'} pays, without tax. Please keep it to yourselves.
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="Prices">
        <table>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Product</th>
              <th scope="col">In the shops</th>
              <th scope="col">For you</th>
            </tr>
          </thead>
          <tbody>
            ${prices.map(
              ([number, product, retail, yours]) =>
                html`<tr>
                  <td>${number}</td>
                  <td>${product}</td>
                  <td class="soft">${euro.format(retail)}</td>
                  <td><b>${euro.format(yours)}</b></td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`,
  )
