import { settingFlagNames } from '#lib/website-settings.ts'
import { linesOf, textsOf } from './form-input.ts'

/** What the website form says, as the verbs take it. An unticked box is off. */
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
    settings: {
      ...Object.fromEntries(settingFlagNames.map((name) => [name, form.has(`settings.${name}`)])),
      passwordMinimumLength: Number(form.get('settings.passwordMinimumLength')),
      lockoutAfterFailures: Number(form.get('settings.lockoutAfterFailures')),
      termsText: String(form.get('settings.termsText') ?? ''),
    },
  }
}
