import type { InvitationPreview } from '@usher/services'
import type { Texts } from '../texts/index.ts'
import { formatDay, formatUntil } from './format.ts'

/** Who invites, to what, what it gives, until when: said before anything is asked. */
export function Offer({ texts, preview }: { texts: Texts; preview: InvitationPreview }) {
  const { website, offers, recipient, message } = preview
  const { landing } = texts
  return (
    <section class="letter">
      {recipient?.firstName ? (
        <p class="lead" dir="auto">
          {landing.greeting(recipient.firstName)}
        </p>
      ) : null}
      <h1 dir="auto">{landing.heading(preview.inviter, website.name)}</h1>
      {message ? (
        <figure class="quote">
          <figcaption dir="auto">{landing.messageFrom(preview.inviter)}</figcaption>
          <div dir="auto">{message}</div>
        </figure>
      ) : null}
      <div>
        <h2>{landing.whatYouGet}</h2>
        <ul class="gets">
          {offers.webRoles.map((role) => (
            <li>
              <div dir="auto">
                <b>{role.name}</b>
                {role.description ? <small>{role.description}</small> : null}
                {role.endsAt ? (
                  <small>{landing.roleUntil(formatDay(texts, role.endsAt, website))}</small>
                ) : null}
              </div>
            </li>
          ))}
          {offers.account ? (
            <li>
              <div dir="auto">
                <b>{landing.accountOffer(offers.account.name)}</b>
                <small>{landing.accountOfferDetail}</small>
              </div>
            </li>
          ) : null}
          {offers.webRoles.length === 0 && !offers.account ? (
            <li>
              <b dir="auto">{landing.accessOffer(website.name)}</b>
            </li>
          ) : null}
        </ul>
      </div>
      <Facts texts={texts} preview={preview} />
    </section>
  )
}

function Facts({ texts, preview }: { texts: Texts; preview: InvitationPreview }) {
  const { landing } = texts
  const madeFor =
    preview.recipient?.email ??
    preview.recipient?.maskedEmail ??
    (preview.redeemableBy === 'domains' ? landing.domains(preview.emailDomains.join(', ')) : null)
  const facts = [
    preview.expiresAt && [landing.openUntil, formatUntil(texts, preview.expiresAt, preview.website)],
    madeFor && [landing.madeFor, madeFor],
    preview.type === 'group' &&
      preview.seatsLeft !== null && [landing.places, landing.placesLeft(preview.seatsLeft)],
  ].filter((fact): fact is [string, string] => Boolean(fact))
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(([term, fact]) => (
        <div>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
