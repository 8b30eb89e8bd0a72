import {
  createApiKey,
  createApiKeySchema,
  deleteApiKey,
  getApiKey,
  listApiKeys,
  listApiKeysSchema,
  updateApiKey,
  updateApiKeySchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withOnce, withoutId } from '../collection.ts'
import { id, idOrNull, instant, instantOrNull, textOrNull, word } from '../fields.ts'

const apiKey = v.object({
  id,
  name: v.string(),
  prefix: v.pipe(v.string(), v.description('How the key begins, to tell keys apart.')),
  staffUserId: id,
  staffUserName: v.string(),
  role: word,
  websiteId: idOrNull,
  websiteName: textOrNull,
  scopes: v.nullable(v.array(word)),
  createdAt: instant,
  lastUsedAt: instantOrNull,
  expiresAt: instantOrNull,
  revokedAt: instantOrNull,
})
const { staffEmail: _, ...ownKey } = createApiKeySchema.entries

export const apiKeyOperations = collection({
  path: '/api-keys',
  tag: 'API keys',
  one: 'ApiKey',
  many: 'ApiKeys',
  noun: 'API key',
  list: { run: listApiKeys, query: listApiKeysSchema, item: apiKey },
  create: {
    run: createApiKey,
    body: v.strictObject(ownKey),
    example: { name: 'Nightly import', role: 'inviter', scopes: ['contacts:write'] },
    answer: withOnce(apiKey, { key: v.pipe(v.string(), v.description('Shown this once.')) }),
    description: 'It acts for the same staff user as the key that creates it, and can never do more.',
  },
  get: { run: getApiKey, answer: apiKey },
  update: { run: updateApiKey, body: withoutId(updateApiKeySchema) },
  remove: { run: deleteApiKey, description: 'Revokes the key at once. It stays on record.' },
})
