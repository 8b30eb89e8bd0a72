import type { WebsiteSettings } from '@usher/domain'

type FlagName = {
  [Name in keyof WebsiteSettings]: WebsiteSettings[Name] extends boolean ? Name : never
}[keyof WebsiteSettings]

/** The registration settings that are on or off, as staff read them. */
export const settingFlags = {
  registrationEnabled: { label: 'Registration', hint: 'People can become known to this website at all.' },
  openRegistrationEnabled: {
    label: 'Open registration',
    hint: 'Off: a stranger who signs in without a code is asked for one.',
  },
  invitationEnabled: { label: 'Invitations', hint: 'Off: every page about invitations answers “not found”.' },
  localSignInEnabled: {
    label: 'Sign-in with a password',
    hint: 'Invitees can create a password of their own.',
  },
  usernameEnabled: {
    label: 'Usernames',
    hint: 'Invitees may choose a username and sign in with it instead of their address.',
  },
  passkeyEnabled: {
    label: 'Sign-in with a passkey',
    hint: 'Fingerprint, face or device PIN. Offered after the first sign-in, too.',
  },
  emailCodeEnabled: {
    label: 'Sign-in with an e-mailed code',
    hint: 'Six digits to the address, no password.',
  },
  externalSignInEnabled: {
    label: 'Sign-in with identity providers',
    hint: 'As far as any are set up.',
  },
  rememberMeEnabled: { label: 'Remember me', hint: 'Invitees may stay signed in on their device.' },
  resetPasswordEnabled: { label: 'Reset of forgotten passwords', hint: 'By a link to the address.' },
  twoFactorEnabled: {
    label: 'Two-factor sign-in',
    hint: 'Invitees may ask for a second step: an authenticator app, or a code by e-mail.',
  },
} as const satisfies Record<FlagName, { label: string; hint: string }>

export const settingFlagNames = Object.keys(settingFlags) as (keyof typeof settingFlags)[]

/** As the page puts them together. */
export const settingGroups = [
  {
    title: 'Who may come',
    names: ['invitationEnabled', 'registrationEnabled', 'openRegistrationEnabled'],
  },
  {
    title: 'Ways in',
    names: [
      'localSignInEnabled',
      'usernameEnabled',
      'emailCodeEnabled',
      'passkeyEnabled',
      'externalSignInEnabled',
    ],
  },
  { title: 'Safety and comfort', names: ['twoFactorEnabled', 'resetPasswordEnabled', 'rememberMeEnabled'] },
] as const satisfies { title: string; names: (keyof typeof settingFlags)[] }[]
