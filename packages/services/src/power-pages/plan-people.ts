import { findAccountsByName, findContactsByEmail, findTakenIds, findWebRolesOfWebsite } from '@usher/database'
import { normaliseEmailAddress } from '@usher/domain'
import type { Deps } from '../deps.ts'
import { createFinder, type Finder } from './find-source.ts'
import type { Source, SourceContact } from './read-source.ts'
import type { Note } from './tables.ts'
import { sourceId } from './values.ts'

export type NewAccount = { id: string; name: string }
export type NewContact = {
  id: string
  firstName: string | null
  lastName: string | null
  email: string | null
  emailNormalised: string | null
  email2: string | null
  email3: string | null
  accountId: string | null
}
export type NewWebRole = { id: string; name: string; description: string | null }
/** `matched`: how many were here already. */
export type Planned<T> = { created: T[]; matched: number; finder: Finder }

/** Accounts are the same when their names are; those that only contacts name are made as well. */
export async function planAccounts(deps: Deps, source: Source): Promise<Planned<NewAccount>> {
  const named = source.contacts.flatMap(({ account, createdAt }) =>
    account && 'name' in account ? [{ name: account.name, guid: null, createdAt }] : [],
  )
  const all = [...source.accounts, ...named]
  const known = await findAccountsByName(deps.database, [...new Set(all.map(({ name }) => name))])
  const ids = new Map(known.toReversed().map(({ id, name }) => [name.toLowerCase(), id]))
  const plan: Planned<NewAccount> = { created: [], matched: 0, finder: createFinder() }
  const seen = new Set<string>()
  for (const { name, guid, createdAt } of all) {
    const key = name.toLowerCase()
    const isFirst = !seen.has(key)
    seen.add(key)
    const id = ids.get(key) ?? (await sourceId(createdAt, 'account', guid ?? key))
    if (isFirst && ids.has(key)) plan.matched++
    else if (isFirst) plan.created.push({ id, name })
    ids.set(key, id)
    plan.finder.add({ guid, names: [name], id })
  }
  return plan
}

/** Contacts are the same when their primary e-mails are; who has none is known again by the id there. */
export async function planContacts(
  deps: Deps,
  source: Source,
  accounts: Finder,
  notes: Note[],
): Promise<Planned<NewContact>> {
  const keyed = await Promise.all(
    source.contacts.map(async (contact) => ({
      contact,
      emailNormalised: contact.email && normaliseEmailAddress(contact.email),
      id: await sourceId(contact.createdAt, 'contact', contact.guid ?? contact.email ?? contact.fullName),
    })),
  )
  const [byEmail, taken] = await Promise.all([
    findContactsByEmail(
      deps.database,
      keyed.flatMap(({ emailNormalised }) => emailNormalised ?? []),
    ),
    findTakenIds(
      deps.database,
      'contacts',
      keyed.map(({ id }) => id),
    ),
  ])
  const plan: Planned<NewContact> = { created: [], matched: 0, finder: createFinder() }
  const ids = new Map([...byEmail].map(([email, { id }]) => [email, id]))
  for (const { contact, emailNormalised, id: own } of keyed) {
    const { guid, fullName, email } = contact
    const same = emailNormalised === null ? undefined : ids.get(emailNormalised)
    const id = taken.has(own) ? own : (same ?? own)
    plan.finder.add({ guid, names: [fullName, email], id })
    if (taken.has(own) || (emailNormalised !== null && byEmail.has(emailNormalised))) plan.matched++
    else if (same !== undefined) {
      const message = `${String(email)} is the e-mail of an earlier row: the two are one contact here.`
      notes.push({ file: contact.file, row: contact.row, message })
    } else {
      plan.created.push(newContact(id, contact, emailNormalised, accounts, notes))
      if (emailNormalised !== null) ids.set(emailNormalised, id)
    }
  }
  return plan
}

function newContact(
  id: string,
  contact: SourceContact,
  emailNormalised: string | null,
  accounts: Finder,
  notes: Note[],
): NewContact {
  const { firstName, lastName, email, email2, email3 } = contact
  const accountId = accounts.find(contact.account)
  if (contact.account && accountId === null) {
    const message = 'Its account is not among the accounts of the export.'
    notes.push({ file: contact.file, row: contact.row, message })
  }
  return { id, firstName, lastName, email, emailNormalised, email2, email3, accountId }
}

export async function planWebRoles(
  deps: Deps,
  source: Source,
  websiteId: string,
): Promise<Planned<NewWebRole>> {
  const known = await findWebRolesOfWebsite(deps.database, websiteId)
  const ids = new Map(known.map(({ id, name }) => [name, id]))
  const plan: Planned<NewWebRole> = { created: [], matched: 0, finder: createFinder() }
  for (const { name, description, guid, createdAt } of source.webRoles) {
    const here = ids.get(name)
    const id = here ?? (await sourceId(createdAt, 'web_role', websiteId, guid ?? name))
    if (here !== undefined) plan.matched++
    else plan.created.push({ id, name, description })
    ids.set(name, id)
    plan.finder.add({ guid, names: [name], id })
  }
  return plan
}
