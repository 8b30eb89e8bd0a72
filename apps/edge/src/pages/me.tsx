import type { Me, Receipt } from '@usher/services'
import { toVisitor } from '../identity/identity.ts'
import type { Texts } from '../texts/index.ts'
import { formatDay, listOf } from './format.ts'
import { Person } from './person.tsx'
import { AddPasskey } from './profile.tsx'
import { AccessReceipt } from './receipt.tsx'
import { StoredAboutMe } from './stored.tsx'

/** Just redeemed: what the page greets with. */
export type Greeting = { website: { name: string }; isRepeat: boolean }

const everywhere = { timeZone: 'UTC' }

/** What a signed-in person has: a receipt of each redemption, and what is stored about them. */
export function WhatIHave({
  texts,
  me,
  receipts,
  website,
  greeting,
  offersPasskey = false,
  notice,
}: {
  texts: Texts
  me: Me
  receipts: readonly Receipt[]
  /** Whose page it is, and where it leads on to. */
  website: { name: string; baseUrl: string } | null
  greeting: Greeting | null
  /** For next time: needs the page's script. */
  offersPasskey?: boolean
  /** What has just been done here. */
  notice: string | null
}) {
  const words = texts.me
  const firstName = me.contact?.firstName ?? (me.user.name.split(' ')[0] || null)
  const providers = me.identities.map(
    ({ provider }) => words.providers[provider] ?? URL.parse(provider)?.host ?? provider,
  )
  const waysIn = listOf(texts, [...new Set([...providers, words.emailCode])])
  return (
    <>
      <div class="stack">
        <h1 dir="auto">
          {greeting
            ? words.welcomeHeading(greeting.website.name)
            : firstName
              ? words.heading(firstName)
              : words.headingWithoutName}
        </h1>
        {greeting ? (
          <p class="lead" role="status">
            {greeting.isRepeat ? words.welcomeAgain : words.welcomeLead}
          </p>
        ) : null}
        {notice ? (
          <p class="note" role="status">
            {notice}
          </p>
        ) : null}
        {website ? (
          <p>
            <a class="button" href={website.baseUrl}>
              {words.continueTo(website.name)}
            </a>
          </p>
        ) : null}
      </div>
      {receipts.map((receipt) => (
        <AccessReceipt texts={texts} receipt={receipt} />
      ))}
      <GivenOtherwise texts={texts} me={me} receipts={receipts} />
      {offersPasskey ? (
        <section class="card" aria-labelledby="passkey">
          <h2 id="passkey">{texts.passkey.offer}</h2>
          <p class="lead">{texts.passkey.lead}</p>
          <AddPasskey texts={texts} />
        </section>
      ) : null}
      <section class="card">
        <Person label={words.signedInAs} visitor={toVisitor(me.user)} />
        <p class="hint">{words.waysIn(waysIn)}</p>
        <div class="row">
          <form method="post" action="/sign-out">
            <button class="quiet">{words.signOut}</button>
          </form>
          <a href="/profile">{texts.profile.link}</a>
          <a href="/redeem">{words.typeCode}</a>
        </div>
        <StoredAboutMe texts={texts} me={me} receipts={receipts} waysIn={waysIn} />
      </section>
    </>
  )
}

/** Web roles that no receipt above tells of: given by staff by hand. */
function GivenOtherwise({ texts, me, receipts }: { texts: Texts; me: Me; receipts: readonly Receipt[] }) {
  const words = texts.me
  const told = new Set(receipts.flatMap(({ webRoles }) => webRoles.map(({ id }) => id)))
  const others = me.webRoles.filter(({ id }) => !told.has(id))
  if (others.length === 0 && receipts.length > 0) return null
  return (
    <section class="card" aria-labelledby="roles">
      <h2 id="roles">{words.roles}</h2>
      {others.length === 0 ? <p class="lead">{words.noRoles}</p> : null}
      {others.length > 0 ? (
        <ul class="list">
          {others.map((role) => (
            <li dir="auto">
              <b>{role.name}</b>
              <small>
                {words.on(role.websiteName)}
                {role.endsAt ? `, ${words.until(formatDay(texts, role.endsAt, everywhere))}` : ''}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
