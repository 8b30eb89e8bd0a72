/** What the pages between a website and the edge say. */
export const providerTexts = {
  problems: {
    unknown_client: {
      heading: 'This website is not known here',
      happened: 'The website that sent you here is not set up for signing in, or no longer.',
      next: 'Go back to the website and tell its people: the application’s client ID is wrong.',
    },
    unknown_address: {
      heading: 'We cannot send you back there',
      happened: 'The website asked to send you to an address that it has not agreed with us.',
      next: 'Go back to the website and tell its people: the redirect address is not on the application’s list.',
    },
    session_over: {
      heading: 'That took a while',
      happened: 'We no longer know which website you came from.',
      next: 'Go back to the website and sign in again.',
    },
  },
  home: 'What I have access to',
  consent: {
    heading: (application: string) => `${application} would like to know you`,
    lead: (website: string) => `It works with ${website}, and asks to learn:`,
    learns: ['Your name', 'Your e-mail address', 'Your organisation and what you have access to there'],
    allow: 'Allow',
    deny: 'No, go back',
  },
  signInAgain: {
    heading: (website: string) => `${website} asks you to sign in again`,
    lead: 'To be sure that it is you, although you are signed in already.',
    button: 'Sign in again',
  },
  signOut: {
    heading: 'Sign out here, too?',
    lead: (website: string) =>
      `You have left ${website}. You are still signed in here, and so on its sister sites.`,
    leadOfNobody: 'You are still signed in here.',
    button: 'Sign out',
    stay: 'Stay signed in',
  },
  signedInAs: 'You are signed in as',
}
