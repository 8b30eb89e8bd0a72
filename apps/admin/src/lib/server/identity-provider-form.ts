import { textsOf } from './form-input.ts'

/** What the form of an identity provider says, as the verbs take it. */
export const identityProviderInput = (form: FormData) => ({
  ...textsOf(form, ['name', 'issuer', 'clientId', 'clientSecret', 'teamId', 'keyId']),
  vouchesForEmail: form.has('vouchesForEmail'),
  isEnabled: form.has('isEnabled'),
})
