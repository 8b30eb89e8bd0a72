import {
  createAccount,
  createAccountSchema,
  deleteAccount,
  getAccount,
  listAccounts,
  listAccountsSchema,
  updateAccount,
  updateAccountSchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withoutId } from '../collection.ts'
import { count, id, instant, textOrNull } from '../fields.ts'

const account = v.object({
  id,
  name: v.string(),
  number: textOrNull,
  email: textOrNull,
  websiteUrl: textOrNull,
  contactCount: count,
  createdAt: instant,
  updatedAt: instant,
})

export const accountOperations = collection({
  path: '/accounts',
  tag: 'Accounts',
  one: 'Account',
  many: 'Accounts',
  noun: 'account',
  list: { run: listAccounts, query: listAccountsSchema, item: account },
  create: {
    run: createAccount,
    body: createAccountSchema,
    example: { name: 'Contoso Ltd' },
  },
  get: { run: getAccount, answer: account },
  update: { run: updateAccount, body: withoutId(updateAccountSchema) },
  remove: { run: deleteAccount, description: 'Only an account that nothing uses; otherwise 409.' },
})
