import { linesOf, textsOf } from '#lib/server/form-input.ts'

/** What the form of an application says, as the verbs take it. */
export const applicationInput = (form: FormData) => ({
  ...textsOf(form, ['name']),
  redirectUris: linesOf(form, 'redirectUris'),
  postLogoutRedirectUris: linesOf(form, 'postLogoutRedirectUris'),
  asksConsent: form.has('asksConsent'),
})
