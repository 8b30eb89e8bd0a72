import type { Receipt } from '@usher/services'
import type { Texts } from '../texts/index.ts'
import { formatDay, formatMoment } from './format.ts'

/** The access receipt of one redemption: what was granted, by whom, until when; and the way to give it back. */
export function AccessReceipt({ texts, receipt }: { texts: Texts; receipt: Receipt }) {
  const words = texts.receipt
  const { website, account, givenBackAt } = receipt
  const id = `receipt-${receipt.redemptionId}`
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id} dir="auto">
        {words.heading(website.name)}
      </h2>
      {givenBackAt ? (
        <p class="lead">{words.leftOn(formatMoment(texts, givenBackAt, website))}</p>
      ) : (
        <>
          <ul class="list">
            {receipt.webRoles.map((role) => (
              <li dir="auto">
                <b>{role.name}</b>
                <small>{untilWhen(texts, role, receipt)}</small>
              </li>
            ))}
            {account ? (
              <li dir="auto">
                <b>{words.joined(account.name)}</b>
              </li>
            ) : null}
            {receipt.webRoles.length === 0 && !account ? (
              <li dir="auto">
                <b>{texts.landing.accessOffer(website.name)}</b>
              </li>
            ) : null}
          </ul>
          <dl class="facts">
            <div>
              <dt>{words.givenBy}</dt>
              <dd dir="auto">{receipt.givenBy}</dd>
            </div>
            <div>
              <dt>{words.acceptedOn}</dt>
              <dd>{formatMoment(texts, receipt.redeemedAt, website)}</dd>
            </div>
          </dl>
          <GiveBack texts={texts} receipt={receipt} />
        </>
      )}
    </section>
  )
}

function untilWhen(texts: Texts, role: Receipt['webRoles'][number], { website }: Receipt): string {
  if (!role.isInForce) return texts.receipt.ended
  return role.endsAt ? texts.me.until(formatDay(texts, role.endsAt, website)) : texts.receipt.noEnd
}

/** Two steps long: nobody gives access back by a slip of the finger. */
const GiveBack = ({ texts, receipt }: { texts: Texts; receipt: Receipt }) => (
  <details class="decline">
    <summary>{texts.receipt.leave}</summary>
    <form method="post" action="/me/give-back">
      <input type="hidden" name="intent" value="give_back" />
      <input type="hidden" name="redemption" value={receipt.redemptionId} />
      <p class="hint">{texts.receipt.leaveLead(receipt.website.name)}</p>
      <button class="quiet wide">{texts.receipt.leaveButton}</button>
    </form>
  </details>
)
