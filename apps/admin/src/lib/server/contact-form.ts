import { findOptions, optionsById } from '#lib/server/options.ts'

/** The names of the form's text fields: the attributes of a contact. */
export const contactFieldNames = [
  'firstName',
  'lastName',
  'email',
  'email2',
  'email3',
  'accountId',
  'locale',
  'timeZone',
] as const

/** What the account picker shows. */
export async function accountChoice(locals: App.Locals, accountId: string | null, search = '') {
  return {
    options: await findOptions(locals, 'accounts', search),
    chosen: await optionsById(locals, 'accounts', accountId ? [accountId] : []),
  }
}

/** Without JavaScript: the form as it was typed, with the accounts that were found. */
export async function findAccounts(locals: App.Locals, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    found: 'accountId',
    accounts: await accountChoice(locals, text('accountId'), text('find-accountId')),
  }
}
