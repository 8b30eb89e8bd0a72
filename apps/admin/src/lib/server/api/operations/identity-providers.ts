import { identityProviderPresets, websiteSettingsSchema } from '@usher/domain'
import {
  createIdentityProvider,
  createIdentityProviderSchema,
  deleteIdentityProvider,
  getIdentityProvider,
  getSignInSettings,
  listIdentityProviders,
  listIdentityProvidersSchema,
  updateIdentityProvider,
  updateIdentityProviderSchema,
  updateSignInSettings,
  updateSignInSettingsSchema,
} from '@usher/services'
import * as v from 'valibot'
import { collection, withoutId } from '../collection.ts'
import { id, instant, textOrNull } from '../fields.ts'
import type { Operation } from '../operation.ts'

const identityProvider = v.object({
  id,
  websiteId: id,
  websiteName: v.string(),
  preset: v.picklist(identityProviderPresets),
  name: v.string(),
  issuer: v.string(),
  clientId: v.string(),
  hasSecret: v.boolean(),
  vouchesForEmail: v.boolean(),
  teamId: textOrNull,
  keyId: textOrNull,
  isEnabled: v.boolean(),
  callbackUrl: v.pipe(v.string(), v.description('To be registered at the provider, exactly so.')),
  createdAt: instant,
  updatedAt: instant,
})

const signInSettings = v.object({
  websiteId: id,
  websiteName: v.string(),
  settings: websiteSettingsSchema,
  identityProviders: v.array(identityProvider),
})

const { websiteId: _, ...settingsEntries } = updateSignInSettingsSchema.entries

export const identityProviderOperations: Operation[] = [
  {
    method: 'get',
    path: '/websites/:websiteId/sign-in-settings',
    operationId: 'getSignInSettings',
    tag: 'Sign-in',
    summary: 'Get how people sign in on a website',
    status: 200,
    answer: signInSettings,
    run: getSignInSettings,
  },
  {
    method: 'patch',
    path: '/websites/:websiteId/sign-in-settings',
    operationId: 'updateSignInSettings',
    tag: 'Sign-in',
    summary: 'Change how people sign in on a website',
    description: 'Settings that are not given stay as they are. They hold from the next request on.',
    body: v.strictObject(settingsEntries),
    status: 200,
    answer: signInSettings,
    run: updateSignInSettings,
  },
  ...collection({
    path: '/identity-providers',
    tag: 'Sign-in',
    one: 'IdentityProvider',
    many: 'IdentityProviders',
    noun: 'identity provider',
    list: { run: listIdentityProviders, query: listIdentityProvidersSchema, item: identityProvider },
    create: { run: createIdentityProvider, body: createIdentityProviderSchema },
    get: { run: getIdentityProvider, answer: identityProvider },
    update: {
      run: updateIdentityProvider,
      body: withoutId(updateIdentityProviderSchema),
      description: 'Fields that are not given stay as they are. A secret is written, never read.',
    },
    remove: {
      run: deleteIdentityProvider,
      description: 'Only a provider that no invitation asks for; otherwise 409.',
    },
  }),
]
