import { fullName } from '@usher/domain'
import { getAccount, getContact, listAccounts, listContacts } from '@usher/services'
import { by } from './by.ts'

/** What a picker offers. */
export type Option = { id: string; label: string; hint: string | null }
type Kind = {
  find(locals: App.Locals, search: string): Promise<Option[]>
  get(locals: App.Locals, id: string): Promise<Option | null>
}

const contactOption = (contact: {
  id: string
  firstName: string | null
  lastName: string | null
  email: string | null
}): Option => {
  const label = fullName(contact)
  return { id: contact.id, label, hint: contact.email === label ? null : contact.email }
}

const kinds = {
  contacts: {
    async find(locals, search) {
      const found = await listContacts({ ...by(locals), input: { search, limit: 30 } })
      return found.ok ? found.value.items.map(contactOption) : []
    },
    async get(locals, id) {
      const contact = await getContact({ ...by(locals), input: { id } })
      return contact.ok ? contactOption(contact.value) : null
    },
  },
  accounts: {
    async find(locals, search) {
      const found = await listAccounts({ ...by(locals), input: { search, limit: 30 } })
      return found.ok
        ? found.value.items.map(({ id, name, number }) => ({ id, label: name, hint: number }))
        : []
    },
    async get(locals, id) {
      const account = await getAccount({ ...by(locals), input: { id } })
      return account.ok ? { id, label: account.value.name, hint: account.value.number } : null
    },
  },
} as const satisfies Record<string, Kind>

export type OptionKind = keyof typeof kinds
export const isOptionKind = (text: string): text is OptionKind => Object.hasOwn(kinds, text)

/** At most 30 rows that match; all words must. */
export const findOptions = (locals: App.Locals, kind: OptionKind, search: string): Promise<Option[]> =>
  kinds[kind].find(locals, search.slice(0, 200))

/** The chosen rows with their names; those that are gone are left out. */
export async function optionsById(
  locals: App.Locals,
  kind: OptionKind,
  ids: readonly string[],
): Promise<Option[]> {
  const options = await Promise.all(ids.filter(Boolean).map((id) => kinds[kind].get(locals, id)))
  return options.filter((option) => option !== null)
}
