import {
  createContact,
  createContactSchema,
  deleteContact,
  eraseContact,
  eraseContactSchema,
  getContact,
  importContacts,
  listContacts,
  listContactsSchema,
  updateContact,
  updateContactSchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withoutId } from '../collection.ts'
import { count, id, idOrNull, instant, instantOrNull, named, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const attributes = {
  id,
  firstName: textOrNull,
  lastName: textOrNull,
  email: v.pipe(textOrNull, v.description('The primary e-mail: the only one that is ever mailed.')),
  email2: textOrNull,
  email3: textOrNull,
  accountId: idOrNull,
  locale: textOrNull,
  timeZone: textOrNull,
  erasedAt: v.pipe(instantOrNull, v.description('When the person was erased; what stays names nobody.')),
  createdAt: instant,
  updatedAt: instant,
}
const contact = v.object({
  ...attributes,
  account: v.nullable(named),
  webRoles: v.array(
    v.object({
      id,
      name: v.string(),
      websiteId: id,
      websiteName: v.string(),
      grantedAt: instant,
      endsAt: instantOrNull,
    }),
  ),
})

const importOutcome = v.object({
  created: count,
  updated: count,
  skipped: v.pipe(count, v.description('Already as the file has them.')),
  errors: v.array(v.object({ row: count, column: textOrNull, message: v.string() })),
  ignoredColumns: v.array(v.string()),
})

export const contactOperations: Operation[] = [
  ...collection({
    path: '/contacts',
    tag: 'Contacts',
    one: 'Contact',
    many: 'Contacts',
    noun: 'contact',
    list: {
      run: listContacts,
      query: listContactsSchema,
      item: v.object({ ...attributes, accountName: textOrNull, webRoleCount: count }),
    },
    create: {
      run: createContact,
      body: createContactSchema,
      example: { firstName: 'Amélie', lastName: 'Dubois', email: 'amelie@contoso.example', locale: 'fr-FR' },
    },
    get: { run: getContact, answer: contact },
    update: { run: updateContact, body: withoutId(updateContactSchema) },
    remove: { run: deleteContact, description: 'Only a contact without a history; otherwise 409.' },
  }),
  {
    method: 'post',
    path: '/contacts/:id/erase',
    operationId: 'eraseContact',
    tag: 'Contacts',
    summary: 'Erase a person',
    description:
      'For good: from contacts, sign-ins, mails, timelines, audit and payloads. A hash of the address stays, so that nobody mails it again.',
    body: withoutId(eraseContactSchema),
    status: 200,
    answer: v.object({ id }),
    run: eraseContact,
  },
  {
    method: 'post',
    path: '/contacts/import',
    operationId: 'importContacts',
    tag: 'Contacts',
    summary: 'Import contacts from CSV',
    description:
      'Created, or updated when the primary e-mail is known. Rows with errors are left out, the others imported. `dryRun=true` answers the same and writes nothing.',
    query: v.object({ dryRun: v.optional(v.picklist(['true', 'false'])) }),
    file: 'text/csv',
    status: 200,
    answer: importOutcome,
    run: ({ deps, actor, input }) => importContacts({ deps, actor, input: readDryRun(input) }),
  },
]

/** The query has text; anything but true and false is left for the verb to refuse. */
function readDryRun(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('dryRun' in input)) return input
  const { dryRun } = input
  return { ...input, dryRun: dryRun === 'true' ? true : dryRun === 'false' ? false : dryRun }
}
