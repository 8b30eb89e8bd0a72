import type { Deps } from '@usher/services'

// A year of invitations: a fifth not sent yet, two fifths open, the others redeemed, inactive or past their time.
const day = 86_400_000
const firstNames = ['Ada', 'Björn', 'Chloé', 'Dmitri', 'Elif', 'Femi', 'Grace', 'Hana', 'Ivo', 'Jún']
const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'to', 'vi', 'wen', 'zo', 'bru', 'del', 'fan', 'gor']
const campaigns = ['Supplier portal', 'Partner access', 'Members', 'Project room', 'Support desk']

/**
 * Contacts, an invitation of each of the first of them, and an account for every hundredth, in rows as the verbs
 * write them. The codes are no codes: nobody redeems here.
 */
export async function fill(
  deps: Deps,
  { contacts: count, invitations }: { contacts: number; invitations: number },
  at: { websiteId: string; ownerId: string; webRoleId: string },
) {
  const now = deps.now().getTime()
  const numbers = (from: number, to: number) =>
    `with recursive numbers(n) as (select ${from} where ${from} <= ${to} union all select n + 1 from numbers where n < ${to})`
  const id = (kind: string, n = 'n') => `printf('${kind}-0000-7000-8000-%012x', ${n})`
  // Spreads neighbours apart, the same in every run.
  const mixed = (by: number) => `(((n * ${2654435761 + by * 40503 * 977}) >> 9) % 1000003)`
  const pick = (words: readonly string[], by: number) =>
    `json_extract('${JSON.stringify(words)}', '$[' || (${mixed(by)} / 7 % ${words.length}) || ']')`
  const lastName = `upper(substr(${pick(syllables, 1)}, 1, 1)) || ${pick(syllables, 11)} || ${pick(syllables, 23)} || ${pick(syllables, 47)}`
  const createdAt = `${now} - 365 * ${day} + cast(n * 1.0 / ${count} * 365 * ${day} as integer)`

  const accounts = Math.max(1, Math.round(count / 100))
  const step = 50_000
  await deps.database.client.execute(`${numbers(1, accounts)}
    insert into accounts (id, name, created_at, updated_at)
    select ${id('00000003')}, 'Account ' || ${pick(syllables, 5)} || ' ' || n, ${createdAt}, ${createdAt} from numbers`)
  for (let from = 1; from <= count; from += step) {
    const to = Math.min(count, from + step - 1)
    const last = Math.min(to, invitations)
    await deps.database.client.batch(
      [
        `${numbers(from, to)}
          insert into contacts (id, first_name, last_name, email, email_normalised, account_id, created_at, updated_at)
          select ${id('00000001')}, ${pick(firstNames, 3)}, ${lastName}, 'person' || n || '@example' || (n % 997) || '.test',
            'person' || n || '@example' || (n % 997) || '.test', ${id('00000003', `1 + ${mixed(9)} % ${accounts}`)}, ${createdAt}, ${createdAt}
          from numbers`,
        `${numbers(from, last)}
          insert into invitations (id, name, type, website_id, owner_id, code_hash, code_sealed, code_kind, expires_at,
            maximum_redemptions, redemption_count, redeemable_by, email_domains, sent_at, deactivated_at, created_at, updated_at)
          select ${id('00000002')}, ${pick(campaigns, 13)} || ' ' || n, 'single', '${at.websiteId}', '${at.ownerId}', 'none ' || n, '', 'generated',
            case when ${mixed(7)} % 4 > 0 then ${createdAt} + ${mixed(17)} % 500 * ${day} end,
            1, ${mixed(19)} % 10 in (7, 8), 'invited', '[]',
            case when ${mixed(19)} % 10 > 1 then ${createdAt} + ${day} end,
            case when ${mixed(19)} % 10 = 9 then ${createdAt} + ${day} end, ${createdAt}, ${createdAt}
          from numbers`,
        `${numbers(from, last)}
          insert into invitation_recipients (invitation_id, contact_id, created_at)
          select ${id('00000002')}, ${id('00000001')}, ${createdAt} from numbers`,
        `${numbers(from, last)}
          insert into invitation_web_roles (invitation_id, web_role_id, added_by_id)
          select ${id('00000002')}, '${at.webRoleId}', '${at.ownerId}' from numbers`,
      ],
      'write',
    )
  }
}
