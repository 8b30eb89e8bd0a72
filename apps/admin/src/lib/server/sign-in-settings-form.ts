import { settingFlagNames } from '#lib/website-settings.ts'

/** What the form of sign-in settings says, as the verb takes it. An unticked box is off. */
export const signInSettingsInput = (form: FormData) => ({
  ...Object.fromEntries(settingFlagNames.map((name) => [name, form.has(`settings.${name}`)])),
  passwordMinimumLength: Number(form.get('settings.passwordMinimumLength')),
  lockoutAfterFailures: Number(form.get('settings.lockoutAfterFailures')),
  termsText: String(form.get('settings.termsText') ?? ''),
})
