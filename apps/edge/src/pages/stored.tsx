import type { Me, Receipt } from '@usher/services'
import type { Texts } from '../texts/index.ts'
import { formatMoment } from './format.ts'

/** Everything that is kept about a person because they came here. */
export function StoredAboutMe({
  texts,
  me,
  receipts,
  waysIn,
}: {
  texts: Texts
  me: Me
  receipts: readonly Receipt[]
  waysIn: string
}) {
  const words = texts.receipt
  const name = [me.contact?.firstName, me.contact?.lastName].filter(Boolean).join(' ') || me.user.name
  const accepted = receipts.flatMap(({ redeemedAt, ipAddress, userAgent, website }) => {
    const at = formatMoment(texts, redeemedAt, website)
    return [ipAddress ? words.storedFrom(at, ipAddress) : at, userAgent ?? '']
  })
  const facts: [string, readonly string[]][] = [
    [words.storedName, [name]],
    [words.storedEmail, [...new Set([me.contact?.email ?? me.user.email, me.user.email])]],
    [words.storedAccount, me.account ? [me.account.name] : []],
    [words.storedWays, [waysIn]],
    [words.storedAccepted, accepted],
  ]
  return (
    <details class="decline">
      <summary>{words.stored}</summary>
      <p class="hint">{words.storedLead}</p>
      <dl class="facts">
        {facts
          .filter(([, values]) => values.some(Boolean))
          .map(([term, values]) => (
            <div>
              <dt>{term}</dt>
              <dd dir="auto">
                {values.filter(Boolean).map((value) => (
                  <div>{value}</div>
                ))}
              </dd>
            </div>
          ))}
        {me.identities.some(({ provider }) => provider === 'credential') ? (
          <div>
            <dt>{texts.fields.password}</dt>
            <dd>{words.storedPassword}</dd>
          </div>
        ) : null}
      </dl>
    </details>
  )
}
