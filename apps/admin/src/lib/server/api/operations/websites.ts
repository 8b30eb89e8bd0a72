import { websiteSettingsSchema } from '@usher/domain'
import {
  createWebsite,
  createWebsiteSchema,
  deleteWebsite,
  getWebsite,
  listWebsites,
  listWebsitesSchema,
  updateWebsite,
  updateWebsiteSchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withoutId } from '../collection.ts'
import { count, id, instant, textOrNull } from '../fields.ts'

const website = v.object({
  id,
  name: v.string(),
  baseUrl: v.string(),
  edgeUrl: v.pipe(
    textOrNull,
    v.description('Where its invitations are opened, when that is not the base URL.'),
  ),
  allowedReturnUrls: v.array(v.string()),
  locale: v.string(),
  timeZone: v.string(),
  accentColor: textOrNull,
  logoUrl: textOrNull,
  supportEmail: textOrNull,
  settings: websiteSettingsSchema,
  webRoleCount: count,
  createdAt: instant,
  updatedAt: instant,
})

export const websiteOperations = collection({
  path: '/websites',
  tag: 'Websites',
  one: 'Website',
  many: 'Websites',
  noun: 'website',
  list: { run: listWebsites, query: listWebsitesSchema, item: website },
  create: {
    run: createWebsite,
    body: createWebsiteSchema,
    example: { name: 'Partner portal', baseUrl: 'https://partners.contoso.example' },
  },
  get: { run: getWebsite, answer: website },
  update: { run: updateWebsite, body: withoutId(updateWebsiteSchema) },
  remove: {
    run: deleteWebsite,
    description: 'Only a website that nothing uses, and never the last; otherwise 409.',
  },
})
