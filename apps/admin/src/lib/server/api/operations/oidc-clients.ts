import {
  createOidcClient,
  createOidcClientSchema,
  deleteOidcClient,
  getOidcClient,
  listOidcClients,
  listOidcClientsSchema,
  renewOidcClientSecret,
  rotateOidcKeys,
  updateOidcClient,
  updateOidcClientSchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withOnce, withoutId } from '../collection.ts'
import { id, instant, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const client = v.object({
  id: v.pipe(v.string(), v.description('The `client_id`.')),
  websiteId: id,
  websiteName: v.string(),
  name: v.string(),
  hasSecret: v.boolean(),
  redirectUris: v.array(v.string()),
  postLogoutRedirectUris: v.array(v.string()),
  asksConsent: v.boolean(),
  createdAt: instant,
  updatedAt: instant,
})
const tag = 'Sign-in applications'

export const oidcClientOperations: readonly Operation[] = [
  ...collection({
    path: '/oidc-clients',
    tag,
    one: 'OidcClient',
    many: 'OidcClients',
    noun: 'sign-in application',
    list: { run: listOidcClients, query: listOidcClientsSchema, item: client },
    create: {
      run: createOidcClient,
      body: createOidcClientSchema,
      answer: withOnce(client, { secret: v.pipe(textOrNull, v.description('Shown this once.')) }),
      description: 'Its people sign in through the edge, by OpenID Connect.',
    },
    get: { run: getOidcClient, answer: client },
    update: { run: updateOidcClient, body: withoutId(updateOidcClientSchema) },
    remove: { run: deleteOidcClient, description: 'Everything that it was given ends at once.' },
  }),
  {
    method: 'post',
    path: '/oidc-clients/:id/renew-secret',
    operationId: 'renewOidcClientSecret',
    tag,
    summary: 'Give a sign-in application a new secret',
    description: 'The old one stops at once.',
    status: 200,
    answer: v.object({ id, secret: v.pipe(v.string(), v.description('Shown this once.')) }),
    run: renewOidcClientSecret,
  },
  {
    method: 'post',
    path: '/oidc-keys/rotate',
    operationId: 'rotateOidcKeys',
    tag,
    summary: 'Sign tokens with a new key',
    description:
      'Published at once, signs ten minutes later; the old one stays published for a week. Happens by itself every 90 days.',
    status: 200,
    answer: v.object({ keyId: textOrNull }),
    run: rotateOidcKeys,
  },
]
