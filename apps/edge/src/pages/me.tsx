import type { Me } from '@usher/services'
import type { Welcome } from '../flow/welcome-cookie.ts'
import { toVisitor } from '../identity/identity.ts'
import type { Texts } from '../texts/index.ts'
import { formatDay, listOf } from './format.ts'
import { Person } from './person.tsx'

const everywhere = { timeZone: 'UTC' }

/** What a signed-in person has: the receipt of all their redemptions. */
export function WhatIHave({ texts, me, welcome }: { texts: Texts; me: Me; welcome: Welcome | null }) {
  const words = texts.me
  const firstName = me.contact?.firstName ?? (me.user.name.split(' ')[0] || null)
  const providers = me.identities.map(({ provider }) => words.providers[provider] ?? provider)
  return (
    <>
      <div class="stack">
        <h1 dir="auto">
          {welcome
            ? words.welcomeHeading(welcome.website.name)
            : firstName
              ? words.heading(firstName)
              : words.headingWithoutName}
        </h1>
        {welcome ? (
          <>
            <p class="lead" role="status">
              {welcome.isRepeat ? words.welcomeAgain : words.welcomeLead}
            </p>
            <p>
              <a class="button" href={welcome.website.baseUrl}>
                {words.continueTo(welcome.website.name)}
              </a>
            </p>
          </>
        ) : null}
      </div>
      <section class="card" aria-labelledby="roles">
        <h2 id="roles">{words.roles}</h2>
        {me.webRoles.length === 0 ? <p class="lead">{words.noRoles}</p> : null}
        {me.webRoles.length > 0 ? (
          <ul class="list">
            {me.webRoles.map((role) => (
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
        {me.account ? (
          <div>
            <h2>{words.account}</h2>
            <p dir="auto">{me.account.name}</p>
          </div>
        ) : null}
      </section>
      <section class="card">
        <Person label={words.signedInAs} visitor={toVisitor(me.user)} />
        <p class="hint">{words.waysIn(listOf(texts, [...new Set([...providers, words.emailCode])]))}</p>
        <div class="row">
          <form method="post" action="/sign-out">
            <button class="quiet">{words.signOut}</button>
          </form>
          <a href="/redeem">{words.typeCode}</a>
        </div>
      </section>
    </>
  )
}
