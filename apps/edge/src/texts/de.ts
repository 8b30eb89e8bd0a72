import type { Texts } from './en.ts'

export const de = {
  language: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  locale: 'de-DE',
  chooseLanguage: 'Sprache',

  landing: {
    title: (website) => `Ihre Einladung zu ${website}`,
    heading: (inviter, website) => `${inviter} lädt Sie zu ${website} ein`,
    greeting: (firstName) => `Guten Tag ${firstName},`,
    messageFrom: (inviter) => `Eine Nachricht von ${inviter}`,
    whatYouGet: 'Das bekommen Sie',
    roleUntil: (date) => `bis ${date}`,
    accountOffer: (account) => `Sie gehören dann zu ${account}`,
    accountOfferDetail: 'Ihre Kontaktdaten werden mit dieser Firma verknüpft.',
    accessOffer: (website) => `Zugang zu ${website}`,
    openUntil: 'Gültig bis',
    endOfDay: (date) => `${date}, Tagesende`,
    madeFor: 'Bestimmt für',
    domains: (domains) => `alle mit einer Adresse bei ${domains}`,
    places: 'Freie Plätze',
    placesLeft: (count) => (count === 1 ? '1, der letzte' : String(count)),
    nothingYet: 'Solange Sie nicht annehmen, geschieht nichts.',
  },

  accept: {
    heading: 'Einladung annehmen',
    signedInAs: 'Sie sind angemeldet als',
    button: 'Einladung annehmen',
    otherAccount: 'Anderes Konto verwenden',
    alreadyHeading: 'Angenommen',
    alreadyAccepted: 'Sie haben diese Einladung angenommen.',
    seeWhatYouHave: 'Ansehen, was Sie haben',
    chooseHow: 'Wählen Sie, wie Sie sich anmelden möchten.',
    noWayIn:
      'Die Anmeldung ist für diese Website zurzeit abgeschaltet. Bitte fragen Sie die Person, die Sie eingeladen hat.',
  },

  decline: {
    summary: 'Das ist nicht für mich',
    lead: (inviter) => `${inviter} erfährt davon. Niemand bekommt dadurch Zugang.`,
    declined: 'Ich möchte nicht annehmen',
    notMe: 'Ich bin nicht die Person, für die sie gedacht ist',
    button: 'Antwort senden',
    doneHeading: 'Danke für Ihre Antwort',
    done: (inviter) => `${inviter} wird Ihre Antwort sehen.`,
    next: 'Mehr ist nicht zu tun. Falls Sie es sich anders überlegen: Der Link funktioniert, solange die Einladung gültig ist.',
  },

  newLink: {
    button: 'Neuen Link anfordern',
    onlyTo: (maskedEmail) =>
      `Ein neuer Link würde an ${maskedEmail} gehen, die Adresse, für die diese Einladung gedacht war, und an niemanden sonst.`,
    doneHeading: 'Ihre Anfrage ist unterwegs',
    done: (inviter) => `${inviter} wurde um einen neuen Link gebeten.`,
    next: (maskedEmail) =>
      `Wenn Sie einen bekommen, trifft er per E-Mail an ${maskedEmail} ein. Sie können diese Seite schließen.`,
  },

  create: {
    heading: 'Konto anlegen',
    hint: 'Mit Ihrer E-Mail-Adresse und einem Passwort',
    button: 'Konto anlegen und annehmen',
    verifyHint:
      'Wir schicken Ihnen einen sechsstelligen Code, um sicher zu sein, dass die Adresse Ihnen gehört.',
  },

  signIn: {
    heading: 'Ich habe schon ein Konto',
    hint: 'Mit Ihrem Passwort anmelden',
    button: 'Anmelden und annehmen',
    pageTitle: 'Anmelden',
    pageHeading: 'Anmelden',
    pageButton: 'Anmelden',
    pageLead: 'Um zu sehen, wozu Sie Zugang haben.',
    forgotten: 'Passwort vergessen? Lassen Sie sich stattdessen einen Code per E-Mail schicken.',
    pageWays: {
      create: { heading: '', hint: '' },
      sign_in: { heading: 'Mit Passwort', hint: 'Das Sie beim Annehmen gewählt haben' },
      email_code: { heading: 'Mit einem Code per E-Mail', hint: 'Sechs Ziffern, ohne Passwort' },
    },
    codeMissing: 'Wurden Sie eingeladen?',
    codeLink: 'Einladungscode eingeben',
  },

  emailCode: {
    heading: 'Code per E-Mail erhalten',
    hint: 'Ohne Passwort: jedes Mal ein sechsstelliger Code',
    button: 'Code per E-Mail schicken',
    pageTitle: 'Sehen Sie in Ihre E-Mails',
    pageHeading: 'Sehen Sie in Ihre E-Mails',
    lead: {
      before: 'Wenn diese Adresse hier verwendet werden kann, ist ein sechsstelliger Code unterwegs an ',
      after: '.',
    },
    minutes: (minutes) => `Der Code gilt ${minutes} Minuten lang und für fünf Versuche.`,
    field: 'Sechsstelliger Code',
    submit: 'Weiter',
    nothingCame: 'Nichts angekommen? Sehen Sie zuerst im Spam-Ordner nach.',
    again: 'Noch einen Code schicken',
    againSent: 'Ein weiterer Code ist unterwegs. Nur der neueste gilt.',
    otherWay: 'Zurück, anderen Weg wählen',
  },

  fields: {
    email: 'E-Mail-Adresse',
    emailOrUsername: 'E-Mail-Adresse oder Benutzername',
    password: 'Passwort',
    newPassword: 'Wählen Sie ein Passwort',
    passwordRule: (length) =>
      `Mindestens ${length} Zeichen. Ein paar Wörter merken Sie sich leichter als ein Rätsel.`,
    name: 'Ihr Name',
    remember: 'Auf diesem Gerät angemeldet bleiben',
    terms: 'Ich stimme den Nutzungsbedingungen zu',
    readTerms: 'Nutzungsbedingungen lesen',
  },

  typeCode: {
    title: 'Mit einem Einladungscode registrieren',
    heading: 'Mit einem Einladungscode registrieren',
    lead: 'Den Code finden Sie in der E-Mail mit Ihrer Einladung. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.',
    field: 'Einladungscode',
    hasAccount: 'Ich habe schon ein Konto',
    button: 'Weiter',
    signedInAs: (email) => `Sie sind angemeldet als ${email}.`,
  },

  home: {
    title: 'Usher',
    heading: 'Wurden Sie eingeladen?',
    lead: 'Öffnen Sie den Link in Ihrer Einladung, oder geben Sie den Code ein, der dabei war.',
    button: 'Einladungscode eingeben',
    signIn: 'Anmelden und ansehen, was Sie haben',
  },

  me: {
    title: 'Was Sie haben',
    heading: (name) => `Guten Tag ${name}`,
    headingWithoutName: 'Guten Tag',
    welcomeHeading: (website) => `Willkommen bei ${website}`,
    welcomeLead: 'Sie haben die Einladung angenommen. Das haben Sie jetzt.',
    welcomeAgain: 'Sie hatten diese Einladung schon angenommen. Das haben Sie.',
    continueTo: (website) => `Weiter zu ${website}`,
    roles: 'Ihre Webrollen',
    noRoles: 'Sie haben noch keine Webrollen.',
    on: (website) => `bei ${website}`,
    until: (date) => `bis ${date}`,
    account: 'Ihre Firma',
    signedInAs: 'Angemeldet als',
    waysIn: (ways) => `Sie melden sich so an: ${ways}.`,
    providers: { credential: 'Passwort' },
    emailCode: 'Code per E-Mail',
    signOut: 'Abmelden',
    typeCode: 'Weiteren Einladungscode verwenden',
  },

  receipt: {
    heading: (website) => `Ihr Zugang zu ${website}`,
    gives: 'Das haben Sie bekommen',
    nothingLeft: 'Davon gilt nichts mehr.',
    noEnd: 'ohne Enddatum',
    ended: 'gilt nicht mehr',
    joined: (account) => `Sie gehören jetzt zu ${account}`,
    givenBy: 'Gegeben von',
    acceptedOn: 'Angenommen am',
    leave: 'Diesen Zugang zurückgeben',
    leaveLead: (website) =>
      `Alles, was Ihnen diese Einladung bei ${website} gegeben hat, endet sofort, und die Person, die Sie eingeladen hat, sieht es. Um es wieder zu bekommen, brauchen Sie eine neue Einladung.`,
    leaveButton: 'Zurückgeben',
    leftHeading: 'Sie haben diesen Zugang zurückgegeben',
    leftOn: (date) => `Zurückgegeben am ${date}.`,
    stored: 'Was über Sie gespeichert ist',
    storedLead:
      'Dies ist gespeichert, weil Sie hier waren. Wer Sie eingeladen hat, kann es sehen und für Sie löschen lassen.',
    storedName: 'Name',
    storedEmail: 'E-Mail-Adresse',
    storedAccount: 'Firma',
    storedWays: 'Wie Sie sich anmelden',
    storedPassword: 'Ein Passwort, als Fingerabdruck, aus dem es nicht gelesen werden kann',
    storedAccepted: 'Wann Sie angenommen haben, von welcher Netzwerkadresse aus und mit welchem Browser',
    storedFrom: (date, address) => `${date}, von ${address}`,
  },

  problems: {
    email_invalid: 'Prüfen Sie die E-Mail-Adresse: Sie sollte aussehen wie jane@contoso.com.',
    password_too_short: 'Das Passwort ist zu kurz.',
    password_too_long: 'Das Passwort ist zu lang: höchstens 128 Zeichen.',
    terms_not_agreed: 'Bitte stimmen Sie den Nutzungsbedingungen zu, um fortzufahren.',
    wrong_credentials:
      'Diese Adresse und dieses Passwort gehören nicht zusammen. Prüfen Sie beides, oder lassen Sie sich einen Code per E-Mail schicken.',
    locked_out: 'Zu viele falsche Passwörter: Diese Anmeldung ist für eine Weile gesperrt.',
    too_many_attempts: 'Das wurde zu oft versucht und ist deshalb für eine Weile angehalten.',
    wrong_email_code:
      'Dieser Code stimmt nicht oder gilt nicht mehr. Prüfen Sie ihn, oder fordern Sie einen neuen an.',
    account_exists:
      'Mit dieser Adresse haben Sie schon ein Konto. Melden Sie sich mit Ihrem Passwort an, oder lassen Sie sich einen Code per E-Mail schicken.',
    code_mistyped:
      'In diesem Code ist ein Tippfehler. Vergleichen Sie ihn Zeichen für Zeichen mit Ihrer Einladung.',
    code_unknown:
      'Wir kennen keine Einladung mit diesem Code. Vergleichen Sie ihn Zeichen für Zeichen mit Ihrer Einladung.',
    code_missing: 'Geben Sie den Code aus Ihrer Einladung ein.',
    login_invalid: 'Geben Sie Ihre E-Mail-Adresse ein, etwa jane@contoso.com, oder Ihren Benutzernamen.',
    wrong_second_step: 'Dieser Code stimmt nicht oder wurde schon benutzt. Geben Sie den neuesten ein.',
    wrong_password: 'Das ist nicht Ihr jetziges Passwort. Geben Sie es noch einmal ein.',
    username_invalid:
      'Nehmen Sie 3 bis 32 Buchstaben, Ziffern, Punkte und Striche, mit einem Buchstaben oder einer Ziffer an beiden Enden.',
    username_taken: 'Diesen Benutzernamen hat schon jemand. Wählen Sie einen anderen.',
    external_failed:
      'Die Anmeldung dort hat nicht geklappt. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
    identity_taken:
      'Dieses Konto gehört hier jemand anderem. Melden Sie sich damit an oder wählen Sie ein anderes.',
    last_way_in: 'Das ist Ihr einziger Weg hinein. Fügen Sie einen anderen hinzu, bevor Sie ihn entfernen.',
    invitation_needed:
      'Hier kennt Sie noch niemand. Geben Sie den Code aus Ihrer Einladung ein und melden Sie sich dann noch einmal an.',
    registration_closed:
      'Zurzeit können auf dieser Website keine neuen Personen dazukommen. Fragen Sie bitte, wer Sie eingeladen hat.',
    passkey_failed:
      'Der Passkey hat nicht funktioniert. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
    session_over: 'Diese Seite war zu lange offen. Bitte beginnen Sie noch einmal mit Ihrem Code.',
  },
  tryAgainIn: (minutes) =>
    minutes <= 1
      ? 'Versuchen Sie es in einer Minute noch einmal.'
      : `Versuchen Sie es in ${minutes} Minuten noch einmal.`,

  refusals: {
    invitation_unknown: {
      heading: 'Diese Einladung finden wir nicht',
      happened:
        'Zu diesem Link oder Code gibt es keine Einladung. Vielleicht ist unterwegs ein Teil davon verloren gegangen.',
      next: 'Öffnen Sie den Link in Ihrer Einladung noch einmal, oder geben Sie den Code ein, der dabei war.',
    },
    invitation_expired: {
      heading: 'Diese Einladung ist abgelaufen',
      happened: 'Sie konnte eine Zeit lang angenommen werden, und diese Zeit ist vorbei.',
      next: 'Bitten Sie die Person, die Sie eingeladen hat, um eine neue. Das dauert nur einen Augenblick.',
    },
    invitation_inactive: {
      heading: 'Diese Einladung wurde zurückgezogen',
      happened: 'Wer sie verschickt hat, hat sie geschlossen. Sie kann nicht mehr angenommen werden.',
      next: 'Wenn Sie das überrascht, fragen Sie die Person, die Sie eingeladen hat.',
    },
    invitation_full: {
      heading: 'Diese Einladung ist aufgebraucht',
      happened: 'Alle Plätze sind vergeben.',
      next: 'Wenn Sie selbst angenommen haben, melden Sie sich an, um zu sehen, was Sie haben. Sonst bitten Sie die Person, die Sie eingeladen hat, um eine neue.',
    },
    wrong_recipient: {
      heading: 'Diese Einladung ist für jemand anderen',
      happened: 'Sie kann nur von der Person angenommen werden, für die sie gedacht ist.',
      next: 'Wenn Sie eine andere Adresse haben, melden Sie sich mit dieser an. Sonst fragen Sie die Person, die Sie eingeladen hat.',
    },
    email_unverified: {
      heading: 'Bitte bestätigen Sie zuerst Ihre Adresse',
      happened: 'Ihre E-Mail-Adresse ist die richtige, aber noch ist nicht gezeigt, dass sie Ihnen gehört.',
      next: 'Lassen Sie sich einen sechsstelligen Code schicken und geben Sie ihn ein: Das ist alles.',
    },
    other_sign_in_needed: {
      heading: 'Bitte melden Sie sich anders an',
      happened:
        'Diese Einladung verlangt einen bestimmten Weg der Anmeldung, und Sie sind auf einem anderen gekommen.',
      next: 'Melden Sie sich ab, öffnen Sie die Einladung noch einmal und nehmen Sie den Weg, den sie anbietet.',
    },
    not_signed_in: {
      heading: 'Bitte melden Sie sich zuerst an',
      happened: 'In diesem Browser ist niemand angemeldet.',
      next: 'Melden Sie sich an, dann geht es weiter.',
    },
    too_many_attempts: {
      heading: 'Zu viele Versuche',
      happened: 'Von hier kamen in kurzer Zeit zu viele Versuche. Deshalb machen wir eine Pause.',
      next: 'Warten Sie ein wenig und versuchen Sie es dann noch einmal. Ihre Einladung ist noch da.',
    },
    invalid_request: {
      heading: 'Das ist nicht vollständig angekommen',
      happened: 'Ihr Browser hat etwas geschickt, das wir nicht lesen können.',
      next: 'Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.',
    },
    unavailable: {
      heading: 'Wir sind gerade nicht ganz da',
      happened:
        'Etwas bei uns ist im Moment nicht verfügbar. Nichts, was Sie getan haben, ist verloren, und nichts ist doppelt geschehen.',
      next: 'Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    },
  },

  used: {
    heading: 'Diese Einladung wurde verwendet',
    happened: 'Sie war für eine einzige Person gedacht und ist schon angenommen.',
    next: 'Wenn Sie das waren, melden Sie sich an, um zu sehen, was Sie haben. Wenn nicht, sagen Sie es der Person, die Sie eingeladen hat.',
  },
  closed: {
    from: (inviter, website) => `Sie kam von ${inviter} und war für ${website}.`,
    askForNew: (inviter) => `Bitten Sie ${inviter} um eine neue. Das dauert nur einen Augenblick.`,
    write: (address) => `An ${address} schreiben`,
  },
  wrongRecipient: {
    madeFor: (maskedEmail) => `Diese Einladung ist für ${maskedEmail}.`,
    youAre: (email) => `Sie sind angemeldet als ${email}.`,
    switch: 'Mit anderer Adresse anmelden',
  },
  mistyped: {
    heading: 'In diesem Code ist ein Tippfehler',
    happened:
      'Codes enthalten ihre eigene Prüfung, und dieser besteht sie nicht: Ein Zeichen ist falsch oder fehlt.',
    next: 'Vergleichen Sie ihn Zeichen für Zeichen mit Ihrer Einladung und geben Sie ihn noch einmal ein.',
  },
  crossSite: {
    heading: 'Das kam von einer anderen Seite',
    happened:
      'Ihr Browser sagt, dass dieses Formular nicht von hier abgeschickt wurde. Deshalb haben wir nichts getan.',
    next: 'Öffnen Sie den Link in Ihrer Einladung noch einmal und machen Sie von dort aus weiter.',
  },
  notFound: {
    heading: 'Hier ist nichts',
    happened: 'Diese Adresse führt nirgendwohin.',
    next: 'Öffnen Sie den Link in Ihrer Einladung, oder geben Sie den Code ein, der dabei war.',
  },
  broken: {
    heading: 'Bei uns ist etwas schiefgegangen',
    happened: 'Es liegt nicht an Ihnen. Es ist notiert und wird angesehen.',
    next: 'Versuchen Sie es gleich noch einmal. Wenn es wieder geschieht, nennen Sie uns diese Nummer:',
  },

  refusalActions: {
    typeCode: 'Code eingeben',
    tryAgain: 'Noch einmal versuchen',
    signIn: 'Anmelden',
    home: 'Ansehen, was Sie haben',
    back: 'Zurück zur Einladung',
    confirmAddress: 'Code per E-Mail schicken',
  },
  external: {
    continueWith: (provider) => `Weiter mit ${provider}`,
    or: 'oder',
    onlyWith: (provider) => `Diese Einladung bittet Sie, sich mit ${provider} anzumelden.`,
    leaving: (provider) => `Weiter zu ${provider}`,
    leavingLink: (provider) => `Jetzt zu ${provider}`,
    back: 'Einen Moment',
    backLead: (provider) =>
      `${provider} hat Sie zurückgeschickt. Gehen Sie weiter, um die Anmeldung abzuschließen.`,
    backButton: 'Weiter',
    confirm: 'Bestätigen Sie Ihre E-Mail-Adresse',
    confirmLead: (provider) =>
      `${provider} sagt nicht, dass diese Adresse Ihnen gehört. Wir schicken Ihnen einen sechsstelligen Code.`,
  },

  passkey: {
    button: 'Mit einem Passkey anmelden',
    offer: 'Beim nächsten Mal schneller hinein',
    lead: 'Ein Passkey meldet Sie mit Fingerabdruck, Gesicht oder der PIN Ihres Geräts an. Sie müssen sich nichts merken.',
    add: 'Passkey hinzufügen',
    needsScripts: 'Passkeys brauchen einen Browser, der sie kennt, mit eingeschaltetem JavaScript.',
  },

  resetPassword: {
    link: 'Passwort vergessen?',
    heading: 'Wählen Sie ein neues Passwort',
    askLead:
      'Geben Sie Ihre E-Mail-Adresse ein. Wenn sich jemand damit anmeldet, schicken wir einen Link dorthin.',
    askButton: 'Link schicken',
    sentHeading: 'Sehen Sie in Ihre E-Mails',
    sentLead: (minutes) =>
      `Wenn sich jemand mit dieser Adresse anmeldet, ist ein Link dorthin unterwegs. Er gilt einmal, ${minutes} Minuten lang.`,
    chooseLead: {
      before: 'Sie melden sich als ',
      after: ' an. Wer anderswo als Sie angemeldet ist, wird abgemeldet.',
    },
    button: 'Neues Passwort speichern',
    saved: 'Ihr neues Passwort ist gespeichert. Melden Sie sich jetzt damit an.',
    dead: {
      heading: 'Dieser Link gilt nicht mehr',
      happened: 'Er wurde schon benutzt, ein neuerer wurde geschickt, oder seine Zeit ist um.',
      next: 'Lassen Sie sich einen neuen schicken.',
    },
    again: 'Neuen Link anfordern',
  },

  secondStep: {
    heading: 'Noch ein Schritt',
    appLead: 'Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App jetzt zeigt.',
    recovery: 'Keine App zur Hand? Geben Sie einen Ihrer Wiederherstellungscodes ein.',
    emailLead: { before: 'Wir haben einen sechsstelligen Code geschickt an ', after: '.' },
    field: 'Code',
  },

  profile: {
    title: 'Wie Sie sich anmelden',
    link: 'Ändern, wie Sie sich anmelden',
    back: 'Zurück zu dem, was Sie haben',
    password: 'Passwort',
    hasPassword: 'Sie haben ein Passwort.',
    noPassword: 'Sie haben kein Passwort. Ein Code per E-Mail geht auch ohne.',
    currentPassword: 'Ihr jetziges Passwort',
    savePassword: 'Passwort speichern',
    passwordSaved:
      'Ihr Passwort ist gespeichert. Alle anderen, die als Sie angemeldet waren, sind abgemeldet.',
    username: 'Benutzername',
    usernameHint: 'Damit können Sie sich statt mit der E-Mail-Adresse anmelden. Leer: keiner.',
    saveUsername: 'Benutzernamen speichern',
    usernameSaved: 'Ihr Benutzername ist gespeichert.',
    accounts: 'Konten anderswo',
    noAccounts: 'Verbinden Sie ein Konto, das Sie schon haben, und melden Sie sich damit an.',
    connect: (provider) => `${provider} verbinden`,
    connected: 'Das Konto ist verbunden. Von jetzt an können Sie sich damit anmelden.',
    disconnect: (account) => `${account} trennen`,
    disconnected: 'Es ist entfernt. Damit kommt man nicht mehr hinein.',
    passkeys: 'Passkeys',
    passkey: (date) => `Passkey vom ${date}`,
    removePasskey: (passkey) => `Entfernen: ${passkey}`,
    passkeyAdded: 'Der Passkey ist hinzugefügt. Von jetzt an können Sie sich damit anmelden.',
    secondStep: 'Zweiter Schritt',
    secondStepLead:
      'Nach dem Passwort geben Sie noch einen Code ein. Mit dem Passwort allein kommt niemand hinein.',
    secondStepOff: 'Es gibt keinen zweiten Schritt.',
    byApp: 'Nach Passwort oder E-Mail-Code wird nach Ihrer Authenticator-App gefragt.',
    byEmail: 'Nach dem Passwort wird nach einem Code per E-Mail gefragt.',
    recoveryLeft: (count) => `Übrige Wiederherstellungscodes: ${count}.`,
    setUpApp: 'Authenticator-App verwenden',
    useEmail: 'Code per E-Mail verwenden',
    switchOff: 'Zweiten Schritt ausschalten',
    switchedOff: 'Der zweite Schritt ist ausgeschaltet.',
    switchedOn: 'Der zweite Schritt ist eingeschaltet.',
    scan: 'Scannen Sie dieses Bild mit Ihrer Authenticator-App oder geben Sie dort den Schlüssel ein.',
    key: 'Schlüssel',
    typeCode: 'Geben Sie dann die sechs Ziffern ein, die die App zeigt',
    switchOn: 'Einschalten',
    recoveryHeading: 'Bewahren Sie diese Wiederherstellungscodes auf',
    recoveryLead:
      'Jeder gilt einmal, statt der App. Sie werden nur jetzt gezeigt: drucken Sie sie aus oder schreiben Sie sie ab.',
    kept: 'Ich habe sie aufbewahrt',
  },
  support: 'Fragen?',
} satisfies Texts
