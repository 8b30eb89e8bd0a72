import type { RedemptionRefusal } from '@usher/domain'

/** A "no" as people read it: what happened, and what to do next. */
export type RefusalText = { heading: string; happened: string; next: string }

/** What can be wrong with a form; said beside the field or above the form. */
export type FormProblem =
  | 'email_invalid'
  | 'password_too_short'
  | 'password_too_long'
  | 'terms_not_agreed'
  | 'wrong_credentials'
  | 'locked_out'
  | 'too_many_attempts'
  | 'wrong_email_code'
  | 'account_exists'
  | 'code_mistyped'
  | 'code_unknown'
  | 'code_missing'
  | 'session_over'
  | 'login_invalid'
  | 'wrong_second_step'
  | 'wrong_password'
  | 'username_invalid'
  | 'username_taken'
  | 'external_failed'
  | 'identity_taken'
  | 'last_way_in'
  | 'invitation_needed'
  | 'registration_closed'
  | 'passkey_failed'

/** All that the edge says to people, in English. Another language is another file of this shape. */
export const en = {
  language: 'en',
  /** The language's own name, as its readers look for it. */
  name: 'English',
  direction: 'ltr' as 'ltr' | 'rtl',
  /** How dates are written where nobody's own locale says more. */
  locale: 'en-GB',
  /** What the menu of languages is called. */
  chooseLanguage: 'Language',

  landing: {
    title: (website: string) => `Your invitation to ${website}`,
    heading: (inviter: string, website: string) => `${inviter} invites you to ${website}`,
    greeting: (firstName: string) => `Hello ${firstName},`,
    messageFrom: (inviter: string) => `A message from ${inviter}`,
    whatYouGet: 'What you get',
    roleUntil: (date: string) => `until ${date}`,
    accountOffer: (account: string) => `You join ${account}`,
    accountOfferDetail: 'Your contact details will be linked to this account.',
    accessOffer: (website: string) => `Access to ${website}`,
    openUntil: 'Open until',
    endOfDay: (date: string) => `the end of ${date}`,
    madeFor: 'Made for',
    domains: (domains: string) => `everybody with an address at ${domains}`,
    places: 'Places left',
    placesLeft: (count: number) => (count === 1 ? '1, the last one' : String(count)),
    nothingYet: 'Nothing happens until you accept.',
  },

  accept: {
    heading: 'Accept your invitation',
    signedInAs: 'You are signed in as',
    button: 'Accept the invitation',
    otherAccount: 'Use another account',
    alreadyHeading: 'Accepted',
    alreadyAccepted: 'You have accepted this invitation.',
    seeWhatYouHave: 'See what you have',
    chooseHow: 'Choose how you want to sign in.',
    noWayIn: 'Signing in is switched off for this website at the moment. Please ask whoever invited you.',
  },

  decline: {
    summary: 'This is not for me',
    lead: (inviter: string) => `${inviter} will be told. Nobody is given anything by it.`,
    declined: 'I do not want to accept',
    notMe: 'I am not the person it was made for',
    button: 'Send this answer',
    doneHeading: 'Thank you for telling us',
    done: (inviter: string) => `${inviter} will see your answer.`,
    next: 'There is nothing else to do. Should you change your mind, the link works for as long as the invitation is open.',
  },

  newLink: {
    button: 'Ask for a new link',
    onlyTo: (maskedEmail: string) =>
      `A new link would be mailed to ${maskedEmail}, the address this invitation was made for, and to nobody else.`,
    doneHeading: 'Your request is on its way',
    done: (inviter: string) => `${inviter} has been asked for a new link.`,
    next: (maskedEmail: string) =>
      `If you get one, it arrives by e-mail at ${maskedEmail}. You can close this page.`,
  },

  create: {
    heading: 'Create an account',
    hint: 'With your e-mail address and a password',
    button: 'Create account and accept',
    verifyHint: 'We will e-mail you a six-digit code, to be sure that the address is yours.',
  },

  signIn: {
    heading: 'I already have an account',
    hint: 'Sign in with your password',
    button: 'Sign in and accept',
    pageTitle: 'Sign in',
    pageHeading: 'Sign in',
    pageButton: 'Sign in',
    pageLead: 'To see what you have been given access to.',
    forgotten: 'Forgotten your password? Get a code by e-mail instead.',
    pageWays: {
      create: { heading: '', hint: '' },
      sign_in: { heading: 'With a password', hint: 'The one you chose when you accepted' },
      email_code: { heading: 'With a code by e-mail', hint: 'Six digits, without a password' },
    },
    codeMissing: 'Have you been invited?',
    codeLink: 'Type your invitation code',
  },

  emailCode: {
    heading: 'Get a code by e-mail',
    hint: 'No password: a six-digit code each time',
    button: 'E-mail me a code',
    pageTitle: 'Check your e-mail',
    pageHeading: 'Check your e-mail',
    /** Around the address. */
    lead: { before: 'If this address can be used here, a six-digit code is on its way to ', after: '.' },
    minutes: (minutes: number) => `The code is good for ${minutes} minutes and five tries.`,
    field: 'Six-digit code',
    submit: 'Continue',
    nothingCame: 'Nothing there? Look in the spam folder first.',
    again: 'Send another code',
    againSent: 'Another code is on its way. Only the newest one works.',
    otherWay: 'Go back and choose another way',
  },

  fields: {
    email: 'E-mail address',
    emailOrUsername: 'E-mail address or username',
    password: 'Password',
    newPassword: 'Choose a password',
    passwordRule: (length: number) =>
      `At least ${length} characters. A few words are easier to remember than a puzzle.`,
    name: 'Your name',
    remember: 'Keep me signed in on this device',
    terms: 'I agree to the terms',
    readTerms: 'Read the terms',
  },

  typeCode: {
    title: 'Sign up with an invitation code',
    heading: 'Sign up with an invitation code',
    lead: 'You find the code in the e-mail with your invitation. Capitals, spaces and hyphens do not matter.',
    field: 'Invitation Code',
    hasAccount: 'I have an existing account',
    button: 'Continue',
    signedInAs: (email: string) => `You are signed in as ${email}.`,
  },

  home: {
    title: 'Usher',
    heading: 'Have you been invited?',
    lead: 'Open the link in your invitation, or type the code that came with it.',
    button: 'Type an invitation code',
    signIn: 'Sign in to see what you have',
  },

  me: {
    title: 'What you have',
    heading: (name: string) => `Hello ${name}`,
    headingWithoutName: 'Hello',
    welcomeHeading: (website: string) => `Welcome to ${website}`,
    welcomeLead: 'You have accepted the invitation. This is what you have now.',
    welcomeAgain: 'You had accepted this invitation already. This is what you have.',
    continueTo: (website: string) => `Continue to ${website}`,
    roles: 'Your web roles',
    noRoles: 'You have no web roles yet.',
    on: (website: string) => `on ${website}`,
    until: (date: string) => `until ${date}`,
    account: 'Your account',
    signedInAs: 'Signed in as',
    waysIn: (ways: string) => `You sign in with ${ways}.`,
    providers: { credential: 'a password' } as Record<string, string>,
    emailCode: 'a code by e-mail',
    signOut: 'Sign out',
    typeCode: 'Use another invitation code',
  },

  /** What was granted, by whom, until when, and what is stored: after a redemption and for as long as it stands. */
  receipt: {
    heading: (website: string) => `Your access to ${website}`,
    gives: 'What you were given',
    nothingLeft: 'Nothing of it is in force any more.',
    noEnd: 'no end date',
    ended: 'no longer in force',
    joined: (account: string) => `You joined ${account}`,
    givenBy: 'Given by',
    acceptedOn: 'Accepted on',
    leave: 'Give this access back',
    leaveLead: (website: string) =>
      `Everything that this invitation gave you on ${website} ends at once, and whoever invited you sees it. To get it back you need a new invitation.`,
    leaveButton: 'Give it back',
    leftHeading: 'You have given this access back',
    leftOn: (date: string) => `Given back on ${date}.`,
    stored: 'What is stored about you',
    storedLead:
      'This is on record because you came here. Whoever invited you can see it, and have it deleted for you.',
    storedName: 'Name',
    storedEmail: 'E-mail address',
    storedAccount: 'Account',
    storedWays: 'How you sign in',
    storedPassword: 'A password, as a fingerprint that it cannot be read from',
    storedAccepted: 'When you accepted, from which network address, and with which browser',
    storedFrom: (date: string, address: string) => `${date}, from ${address}`,
  },

  problems: {
    email_invalid: 'Check the e-mail address: it should look like jane@contoso.com.',
    password_too_short: 'The password is too short.',
    password_too_long: 'The password is too long: use at most 128 characters.',
    terms_not_agreed: 'Please agree to the terms to go on.',
    wrong_credentials:
      'That address and password do not belong together. Check both, or get a code by e-mail.',
    locked_out: 'Too many wrong passwords, so this sign-in is locked for a while.',
    too_many_attempts: 'That was tried too often, so it is paused for a while.',
    wrong_email_code: 'That code is not right, or no longer good. Check it, or ask for another one.',
    account_exists:
      'You have an account with this address already. Sign in with your password, or get a code by e-mail.',
    code_mistyped: 'There is a typing slip in this code. Compare it with your invitation, letter by letter.',
    code_unknown: 'We know no invitation with this code. Compare it with your invitation, letter by letter.',
    code_missing: 'Type the code from your invitation.',
    login_invalid: 'Type your e-mail address, such as jane@contoso.com, or your username.',
    wrong_second_step: 'That code is not right, or was used before. Type the newest one.',
    wrong_password: 'That is not the password you have now. Type it again.',
    username_invalid:
      'Use 3 to 32 letters, digits, dots, hyphens and underscores, with a letter or digit at both ends.',
    username_taken: 'Somebody else has this username. Choose another one.',
    external_failed: 'Signing in there did not work. Try again, or choose another way.',
    identity_taken: 'That account belongs to somebody else here. Sign in with it, or choose another one.',
    last_way_in: 'This is your only way in. Add another one before you remove it.',
    invitation_needed:
      'Nobody here knows you yet. Type the code from your invitation, then sign in once more.',
    registration_closed:
      'New people cannot be added to this website at the moment. Please ask whoever invited you.',
    passkey_failed: 'The passkey did not work. Try again, or choose another way.',
    session_over: 'That page had been open for too long. Please start again from your code.',
  } satisfies Record<FormProblem, string>,
  tryAgainIn: (minutes: number) =>
    minutes <= 1 ? 'Try again in a minute.' : `Try again in ${minutes} minutes.`,

  refusals: {
    invitation_unknown: {
      heading: 'We cannot find this invitation',
      happened: 'There is no invitation for this link or code. Perhaps part of it was lost on the way.',
      next: 'Open the link in your invitation once more, or type the code that came with it.',
    },
    invitation_expired: {
      heading: 'This invitation has expired',
      happened: 'It could be accepted for a while, and that time is over.',
      next: 'Ask whoever invited you for a new one. It takes them a moment.',
    },
    invitation_inactive: {
      heading: 'This invitation has been withdrawn',
      happened: 'Whoever sent it has closed it, so it can no longer be accepted.',
      next: 'If that surprises you, ask whoever invited you.',
    },
    invitation_full: {
      heading: 'This invitation is all used up',
      happened: 'Every place on it has been taken.',
      next: 'If you accepted it yourself, sign in to see what you have. Otherwise ask whoever invited you for a new one.',
    },
    wrong_recipient: {
      heading: 'This invitation is for somebody else',
      happened: 'It can only be accepted by the person it was made for.',
      next: 'If you have another address, sign in with that one. Otherwise ask whoever invited you.',
    },
    email_unverified: {
      heading: 'Please confirm your address first',
      happened: 'Your e-mail address is the right one, but nobody has shown yet that it is yours.',
      next: 'Get a six-digit code by e-mail and type it: that is all it takes.',
    },
    other_sign_in_needed: {
      heading: 'Please sign in another way',
      happened: 'This invitation asks for one particular way to sign in, and you came by another.',
      next: 'Sign out, open the invitation again and use the way that it offers.',
    },
    not_signed_in: {
      heading: 'Please sign in first',
      happened: 'Nobody is signed in in this browser.',
      next: 'Sign in, and go on from there.',
    },
    too_many_attempts: {
      heading: 'Too many tries',
      happened: 'There were too many tries from here in a short time, so we are taking a break.',
      next: 'Wait a little, then try again. Your invitation is still there.',
    },
    invalid_request: {
      heading: 'That did not arrive in one piece',
      happened: 'Your browser sent something that we cannot read.',
      next: 'Go back, load the page again and try once more.',
    },
    unavailable: {
      heading: 'We are not quite there at the moment',
      happened:
        'Something on our side is not available right now. Nothing you did is lost, and nothing was done twice.',
      next: 'Wait a minute, then try again.',
    },
  } satisfies Record<RedemptionRefusal, RefusalText>,

  /** The same refusals, said more exactly where more is known. */
  /** An invitation for one person, accepted by them: `invitation_full` is said of Groups. */
  used: {
    heading: 'This invitation has been used',
    happened: 'It was made for one person, and it has been accepted already.',
    next: 'If that was you, sign in to see what you have. If it was not, tell whoever invited you.',
  } satisfies RefusalText,
  closed: {
    from: (inviter: string, website: string) => `It came from ${inviter} and was for ${website}.`,
    askForNew: (inviter: string) => `Ask ${inviter} for a new one. It takes a moment.`,
    write: (address: string) => `Write to ${address}`,
  },
  wrongRecipient: {
    madeFor: (maskedEmail: string) => `This invitation is for ${maskedEmail}.`,
    youAre: (email: string) => `You are signed in as ${email}.`,
    switch: 'Sign in with another address',
  },
  mistyped: {
    heading: 'There is a typing slip in this code',
    happened:
      'Codes carry a check of their own, and this one does not pass it: a letter is wrong or missing.',
    next: 'Compare it with your invitation, letter by letter, and type it again.',
  } satisfies RefusalText,
  crossSite: {
    heading: 'That came from another page',
    happened: 'Your browser says that this form was not sent from here, so we did not act on it.',
    next: 'Open the link in your invitation again and go on from there.',
  } satisfies RefusalText,
  notFound: {
    heading: 'There is nothing here',
    happened: 'This address leads nowhere.',
    next: 'Open the link in your invitation, or type the code that came with it.',
  } satisfies RefusalText,
  broken: {
    heading: 'Something went wrong on our side',
    happened: 'It is not your fault. It has been noted and will be looked at.',
    next: 'Try again in a moment. If it happens again, tell us this number:',
  } satisfies RefusalText,

  refusalActions: {
    typeCode: 'Type a code',
    tryAgain: 'Try again',
    signIn: 'Sign in',
    home: 'See what you have',
    back: 'Back to the invitation',
    confirmAddress: 'E-mail me a code',
  },
  external: {
    continueWith: (provider: string) => `Continue with ${provider}`,
    or: 'or',
    onlyWith: (provider: string) => `This invitation asks you to sign in with ${provider}.`,
    leaving: (provider: string) => `On to ${provider}`,
    leavingLink: (provider: string) => `Go to ${provider} now`,
    back: 'One moment',
    backLead: (provider: string) => `${provider} has sent you back. Go on to finish signing in.`,
    backButton: 'Go on',
    confirm: 'Confirm your address',
    confirmLead: (provider: string) =>
      `${provider} does not say that this address is yours. We will e-mail you a six-digit code.`,
  },

  passkey: {
    button: 'Sign in with a passkey',
    offer: 'Sign in faster next time',
    lead: 'A passkey signs you in with your fingerprint, your face or the PIN of your device. There is nothing to remember.',
    add: 'Add a passkey',
    needsScripts: 'Passkeys need a browser that knows them, with JavaScript switched on.',
  },

  resetPassword: {
    link: 'Forgotten your password?',
    heading: 'Choose a new password',
    askLead: 'Type your e-mail address. If somebody signs in with it, we mail a link to it.',
    askButton: 'E-mail me a link',
    sentHeading: 'Check your e-mail',
    sentLead: (minutes: number) =>
      `If somebody signs in with that address, a link is on its way to it. It works once, for ${minutes} minutes.`,
    chooseLead: {
      before: 'You sign in as ',
      after: '. Whoever is signed in as you elsewhere will be signed out.',
    },
    button: 'Save the new password',
    saved: 'Your new password is saved. Sign in with it now.',
    dead: {
      heading: 'This link does not work any more',
      happened: 'It was used before, a newer one was sent, or its time is over.',
      next: 'Ask for another link.',
    } satisfies RefusalText,
    again: 'Ask for another link',
  },

  secondStep: {
    heading: 'One more step',
    appLead: 'Type the six digits that your authenticator app shows now.',
    recovery: 'No app at hand? Type one of your recovery codes instead.',
    emailLead: { before: 'We have sent a six-digit code to ', after: '.' },
    field: 'Code',
  },

  profile: {
    title: 'How you sign in',
    link: 'Change how you sign in',
    back: 'Back to what you have',
    password: 'Password',
    hasPassword: 'You have a password.',
    noPassword: 'You have no password. A code by e-mail works without one.',
    currentPassword: 'The password you have now',
    savePassword: 'Save password',
    passwordSaved: 'Your password is saved. Everybody else who was signed in as you is signed out.',
    username: 'Username',
    usernameHint: 'You can sign in with it instead of your e-mail address. Leave it empty to have none.',
    saveUsername: 'Save username',
    usernameSaved: 'Your username is saved.',
    accounts: 'Accounts elsewhere',
    noAccounts: 'Connect an account that you have already, and sign in with it.',
    connect: (provider: string) => `Connect ${provider}`,
    connected: 'The account is connected. You can sign in with it from now on.',
    disconnect: (account: string) => `Disconnect ${account}`,
    disconnected: 'It is removed. It does not sign you in any more.',
    passkeys: 'Passkeys',
    passkey: (date: string) => `Passkey of ${date}`,
    removePasskey: (passkey: string) => `Remove: ${passkey}`,
    passkeyAdded: 'The passkey is added. You can sign in with it from now on.',
    secondStep: 'Second step',
    secondStepLead: 'After your password you also type a code. Nobody comes in with the password alone.',
    secondStepOff: 'There is no second step.',
    byApp: 'An authenticator app is asked for after your password or e-mailed code.',
    byEmail: 'A code by e-mail is asked for after your password.',
    recoveryLeft: (count: number) => `Recovery codes left: ${count}.`,
    setUpApp: 'Use an authenticator app',
    useEmail: 'Use a code by e-mail',
    switchOff: 'Switch the second step off',
    switchedOff: 'The second step is switched off.',
    switchedOn: 'The second step is switched on.',
    scan: 'Scan this picture with your authenticator app, or type the key into it.',
    key: 'Key',
    typeCode: 'Then type the six digits that the app shows',
    switchOn: 'Switch it on',
    recoveryHeading: 'Keep these recovery codes',
    recoveryLead:
      'Each of them works once, instead of the app. They are shown only now: print them or write them down.',
    kept: 'I have kept them',
  },
  support: 'Questions?',
}
export type Texts = typeof en
