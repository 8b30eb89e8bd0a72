import { linesOf, textsOf } from './form-input.ts'

/** What the website form says, as the verbs take it. */
export function websiteInput(form: FormData) {
  return {
    ...textsOf(form, [
      'name',
      'baseUrl',
      'edgeUrl',
      'locale',
      'timeZone',
      'accentColor',
      'logoUrl',
      'supportEmail',
    ]),
    allowedReturnUrls: linesOf(form, 'allowedReturnUrls'),
    settings: { newLinkRequests: form.get('settings.newLinkRequests') ?? undefined },
  }
}
