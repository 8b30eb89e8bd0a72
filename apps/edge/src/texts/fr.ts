import type { Texts } from './en.ts'

export const fr = {
  language: 'fr',
  name: 'Français',
  direction: 'ltr',
  locale: 'fr-FR',
  chooseLanguage: 'Langue',

  landing: {
    title: (website) => `Votre invitation : ${website}`,
    heading: (inviter, website) => `${inviter} vous invite à rejoindre ${website}`,
    greeting: (firstName) => `Bonjour ${firstName},`,
    messageFrom: (inviter) => `Un message de ${inviter}`,
    whatYouGet: 'Ce que vous obtenez',
    roleUntil: (date) => `jusqu’au ${date}`,
    accountOffer: (account) => `Vous rejoignez ${account}`,
    accountOfferDetail: 'Vos coordonnées seront rattachées à cette organisation.',
    accessOffer: (website) => `Un accès à ${website}`,
    openUntil: 'Valable jusqu’au',
    endOfDay: (date) => `${date}, fin de journée`,
    madeFor: 'Destinée à',
    domains: (domains) => `toute personne ayant une adresse ${domains}`,
    places: 'Places restantes',
    placesLeft: (count) => (count === 1 ? '1, la dernière' : String(count)),
    nothingYet: 'Rien ne se passe tant que vous n’avez pas accepté.',
  },

  accept: {
    heading: 'Accepter votre invitation',
    signedInAs: 'Vous êtes connecté avec',
    button: 'Accepter l’invitation',
    otherAccount: 'Utiliser un autre compte',
    alreadyHeading: 'Acceptée',
    alreadyAccepted: 'Vous avez accepté cette invitation.',
    seeWhatYouHave: 'Voir vos accès',
    chooseHow: 'Choisissez comment vous souhaitez vous connecter.',
    noWayIn:
      'La connexion est désactivée pour ce site en ce moment. Adressez-vous à la personne qui vous a invité.',
  },

  decline: {
    summary: 'Ce n’est pas pour moi',
    lead: (inviter) => `${inviter} en sera informé. Cela ne donne accès à personne.`,
    declined: 'Je ne souhaite pas accepter',
    notMe: 'Je ne suis pas la personne à qui elle est destinée',
    button: 'Envoyer cette réponse',
    doneHeading: 'Merci de nous l’avoir dit',
    done: (inviter) => `${inviter} verra votre réponse.`,
    next: 'Vous n’avez rien d’autre à faire. Si vous changez d’avis, le lien fonctionne aussi longtemps que l’invitation est valable.',
  },

  newLink: {
    button: 'Demander un nouveau lien',
    onlyTo: (maskedEmail) =>
      `Un nouveau lien serait envoyé à ${maskedEmail}, l’adresse à laquelle cette invitation était destinée, et à personne d’autre.`,
    doneHeading: 'Votre demande est en route',
    done: (inviter) => `Nous avons demandé un nouveau lien à ${inviter}.`,
    next: (maskedEmail) =>
      `S’il vous est accordé, il arrivera par e-mail à ${maskedEmail}. Vous pouvez fermer cette page.`,
  },

  create: {
    heading: 'Créer un compte',
    hint: 'Avec votre adresse e-mail et un mot de passe',
    button: 'Créer le compte et accepter',
    verifyHint: 'Nous vous enverrons un code à six chiffres, pour nous assurer que l’adresse est la vôtre.',
  },

  signIn: {
    heading: 'J’ai déjà un compte',
    hint: 'Connectez-vous avec votre mot de passe',
    button: 'Se connecter et accepter',
    pageTitle: 'Connexion',
    pageHeading: 'Connexion',
    pageButton: 'Se connecter',
    pageLead: 'Pour voir ce à quoi vous avez accès.',
    forgotten: 'Mot de passe oublié ? Recevez plutôt un code par e-mail.',
    pageWays: {
      create: { heading: '', hint: '' },
      sign_in: { heading: 'Avec un mot de passe', hint: 'Celui que vous avez choisi en acceptant' },
      email_code: { heading: 'Avec un code par e-mail', hint: 'Six chiffres, sans mot de passe' },
    },
    codeMissing: 'Vous avez reçu une invitation ?',
    codeLink: 'Saisir votre code d’invitation',
  },

  emailCode: {
    heading: 'Recevoir un code par e-mail',
    hint: 'Sans mot de passe : un code à six chiffres à chaque fois',
    button: 'M’envoyer un code',
    pageTitle: 'Consultez vos e-mails',
    pageHeading: 'Consultez vos e-mails',
    lead: {
      before: 'Si cette adresse peut être utilisée ici, un code à six chiffres est en route vers ',
      after: '.',
    },
    minutes: (minutes) => `Le code est valable ${minutes} minutes, pour cinq essais.`,
    field: 'Code à six chiffres',
    submit: 'Continuer',
    nothingCame: 'Rien reçu ? Regardez d’abord dans les courriers indésirables.',
    again: 'Envoyer un autre code',
    againSent: 'Un autre code est en route. Seul le plus récent fonctionne.',
    otherWay: 'Revenir et choisir une autre méthode',
  },

  fields: {
    email: 'Adresse e-mail',
    emailOrUsername: 'Adresse e-mail ou nom d’utilisateur',
    password: 'Mot de passe',
    newPassword: 'Choisissez un mot de passe',
    passwordRule: (length) =>
      `Au moins ${length} caractères. Quelques mots se retiennent mieux qu’une énigme.`,
    name: 'Votre nom',
    remember: 'Rester connecté sur cet appareil',
    terms: 'J’accepte les conditions d’utilisation',
    readTerms: 'Lire les conditions d’utilisation',
  },

  typeCode: {
    title: 'S’inscrire avec un code d’invitation',
    heading: 'S’inscrire avec un code d’invitation',
    lead: 'Le code se trouve dans l’e-mail d’invitation. Les majuscules, les espaces et les tirets n’ont pas d’importance.',
    field: 'Code d’invitation',
    hasAccount: 'J’ai déjà un compte',
    button: 'Continuer',
    signedInAs: (email) => `Vous êtes connecté avec ${email}.`,
  },

  home: {
    title: 'Usher',
    heading: 'Vous avez reçu une invitation ?',
    lead: 'Ouvrez le lien de votre invitation, ou saisissez le code qui l’accompagne.',
    button: 'Saisir un code d’invitation',
    signIn: 'Se connecter pour voir vos accès',
  },

  me: {
    title: 'Vos accès',
    heading: (name) => `Bonjour ${name}`,
    headingWithoutName: 'Bonjour',
    welcomeHeading: (website) => `Bienvenue sur ${website}`,
    welcomeLead: 'Vous avez accepté l’invitation. Voici ce que vous avez désormais.',
    welcomeAgain: 'Vous aviez déjà accepté cette invitation. Voici ce que vous avez.',
    continueTo: (website) => `Continuer vers ${website}`,
    roles: 'Vos rôles web',
    noRoles: 'Vous n’avez pas encore de rôle web.',
    on: (website) => `sur ${website}`,
    until: (date) => `jusqu’au ${date}`,
    account: 'Votre organisation',
    signedInAs: 'Connecté avec',
    waysIn: (ways) => `Vous vous connectez avec ${ways}.`,
    providers: { credential: 'un mot de passe' },
    emailCode: 'un code par e-mail',
    signOut: 'Se déconnecter',
    typeCode: 'Utiliser un autre code d’invitation',
  },

  receipt: {
    heading: (website) => `Votre accès à ${website}`,
    gives: 'Ce qui vous a été accordé',
    nothingLeft: 'Plus rien de cela n’est en vigueur.',
    noEnd: 'sans date de fin',
    ended: 'plus en vigueur',
    joined: (account) => `Vous avez rejoint ${account}`,
    givenBy: 'Accordé par',
    acceptedOn: 'Accepté le',
    leave: 'Rendre cet accès',
    leaveLead: (website) =>
      `Tout ce que cette invitation vous a donné sur ${website} prend fin immédiatement, et la personne qui vous a invité le verra. Pour le retrouver, il vous faudra une nouvelle invitation.`,
    leaveButton: 'Rendre l’accès',
    leftHeading: 'Vous avez rendu cet accès',
    leftOn: (date) => `Rendu le ${date}.`,
    stored: 'Ce qui est enregistré à votre sujet',
    storedLead:
      'Ceci est enregistré parce que vous êtes venu ici. La personne qui vous a invité peut le voir et le faire supprimer pour vous.',
    storedName: 'Nom',
    storedEmail: 'Adresse e-mail',
    storedAccount: 'Organisation',
    storedWays: 'Comment vous vous connectez',
    storedPassword: 'Un mot de passe, sous forme d’empreinte qui ne permet pas de le lire',
    storedAccepted: 'Quand vous avez accepté, depuis quelle adresse réseau et avec quel navigateur',
    storedFrom: (date, address) => `${date}, depuis ${address}`,
  },

  problems: {
    email_invalid: 'Vérifiez l’adresse e-mail : elle devrait ressembler à jane@contoso.com.',
    password_too_short: 'Le mot de passe est trop court.',
    password_too_long: 'Le mot de passe est trop long : 128 caractères au plus.',
    terms_not_agreed: 'Veuillez accepter les conditions d’utilisation pour continuer.',
    wrong_credentials:
      'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, ou recevez un code par e-mail.',
    locked_out: 'Trop de mots de passe erronés : cette connexion est bloquée pour un moment.',
    too_many_attempts: 'Trop d’essais ont été faits ; c’est en pause pour un moment.',
    wrong_email_code:
      'Ce code n’est pas le bon, ou n’est plus valable. Vérifiez-le, ou demandez-en un autre.',
    account_exists:
      'Vous avez déjà un compte avec cette adresse. Connectez-vous avec votre mot de passe, ou recevez un code par e-mail.',
    code_mistyped:
      'Il y a une faute de frappe dans ce code. Comparez-le à votre invitation, caractère par caractère.',
    code_unknown:
      'Nous ne connaissons aucune invitation avec ce code. Comparez-le à votre invitation, caractère par caractère.',
    code_missing: 'Saisissez le code de votre invitation.',
    login_invalid:
      'Saisissez votre adresse e-mail, par exemple jane@contoso.com, ou votre nom d’utilisateur.',
    wrong_second_step: 'Ce code n’est pas le bon, ou il a déjà servi. Saisissez le plus récent.',
    wrong_password: 'Ce n’est pas votre mot de passe actuel. Saisissez-le à nouveau.',
    username_invalid:
      'Utilisez 3 à 32 lettres, chiffres, points et tirets, avec une lettre ou un chiffre aux deux bouts.',
    username_taken: 'Quelqu’un a déjà ce nom d’utilisateur. Choisissez-en un autre.',
    external_failed: 'La connexion là-bas n’a pas abouti. Réessayez, ou choisissez un autre moyen.',
    identity_taken:
      'Ce compte appartient ici à quelqu’un d’autre. Connectez-vous avec, ou choisissez-en un autre.',
    last_way_in: 'C’est votre seul moyen d’entrer. Ajoutez-en un autre avant de le retirer.',
    invitation_needed:
      'Personne ne vous connaît encore ici. Saisissez le code de votre invitation, puis connectez-vous à nouveau.',
    registration_closed:
      'Ce site n’accepte pas de nouvelles personnes en ce moment. Adressez-vous à qui vous a invité.',
    passkey_failed: 'La clé d’accès n’a pas fonctionné. Réessayez, ou choisissez un autre moyen.',
    session_over: 'Cette page est restée ouverte trop longtemps. Veuillez recommencer avec votre code.',
  },
  tryAgainIn: (minutes) =>
    minutes <= 1 ? 'Réessayez dans une minute.' : `Réessayez dans ${minutes} minutes.`,

  refusals: {
    invitation_unknown: {
      heading: 'Cette invitation est introuvable',
      happened:
        'Aucune invitation ne correspond à ce lien ou à ce code. Peut-être qu’une partie s’est perdue en route.',
      next: 'Ouvrez de nouveau le lien de votre invitation, ou saisissez le code qui l’accompagne.',
    },
    invitation_expired: {
      heading: 'Cette invitation a expiré',
      happened: 'Elle pouvait être acceptée pendant un certain temps, et ce temps est écoulé.',
      next: 'Demandez-en une nouvelle à la personne qui vous a invité. Cela ne lui prendra qu’un instant.',
    },
    invitation_inactive: {
      heading: 'Cette invitation a été retirée',
      happened: 'La personne qui l’a envoyée l’a fermée ; elle ne peut plus être acceptée.',
      next: 'Si cela vous surprend, adressez-vous à la personne qui vous a invité.',
    },
    invitation_full: {
      heading: 'Cette invitation est épuisée',
      happened: 'Toutes les places sont prises.',
      next: 'Si vous l’avez acceptée vous-même, connectez-vous pour voir vos accès. Sinon, demandez-en une nouvelle à la personne qui vous a invité.',
    },
    wrong_recipient: {
      heading: 'Cette invitation est destinée à quelqu’un d’autre',
      happened: 'Seule la personne à qui elle est destinée peut l’accepter.',
      next: 'Si vous avez une autre adresse, connectez-vous avec celle-ci. Sinon, adressez-vous à la personne qui vous a invité.',
    },
    email_unverified: {
      heading: 'Confirmez d’abord votre adresse',
      happened: 'Votre adresse e-mail est la bonne, mais rien ne montre encore qu’elle est à vous.',
      next: 'Recevez un code à six chiffres par e-mail et saisissez-le : c’est tout.',
    },
    other_sign_in_needed: {
      heading: 'Connectez-vous autrement',
      happened: 'Cette invitation demande un moyen de connexion précis, et vous êtes venu par un autre.',
      next: 'Déconnectez-vous, ouvrez à nouveau l’invitation et prenez le moyen qu’elle propose.',
    },
    not_signed_in: {
      heading: 'Connectez-vous d’abord',
      happened: 'Personne n’est connecté dans ce navigateur.',
      next: 'Connectez-vous, puis continuez.',
    },
    too_many_attempts: {
      heading: 'Trop d’essais',
      happened: 'Trop d’essais sont venus d’ici en peu de temps ; nous faisons une pause.',
      next: 'Attendez un peu, puis réessayez. Votre invitation est toujours là.',
    },
    invalid_request: {
      heading: 'Cela n’est pas arrivé entier',
      happened: 'Votre navigateur a envoyé quelque chose que nous ne pouvons pas lire.',
      next: 'Revenez en arrière, rechargez la page et réessayez.',
    },
    unavailable: {
      heading: 'Nous ne sommes pas tout à fait là en ce moment',
      happened:
        'Quelque chose de notre côté est momentanément indisponible. Rien de ce que vous avez fait n’est perdu, et rien n’a été fait deux fois.',
      next: 'Attendez une minute, puis réessayez.',
    },
  },

  used: {
    heading: 'Cette invitation a déjà servi',
    happened: 'Elle était destinée à une seule personne et a déjà été acceptée.',
    next: 'Si c’était vous, connectez-vous pour voir vos accès. Sinon, prévenez la personne qui vous a invité.',
  },
  closed: {
    from: (inviter, website) => `Elle venait de ${inviter} et concernait ${website}.`,
    askForNew: (inviter) => `Demandez-en une nouvelle à ${inviter}. Cela ne prend qu’un instant.`,
    write: (address) => `Écrire à ${address}`,
  },
  wrongRecipient: {
    madeFor: (maskedEmail) => `Cette invitation est destinée à ${maskedEmail}.`,
    youAre: (email) => `Vous êtes connecté avec ${email}.`,
    switch: 'Se connecter avec une autre adresse',
  },
  mistyped: {
    heading: 'Il y a une faute de frappe dans ce code',
    happened:
      'Les codes contiennent leur propre contrôle, et celui-ci ne le passe pas : un caractère est faux ou manque.',
    next: 'Comparez-le à votre invitation, caractère par caractère, et saisissez-le de nouveau.',
  },
  crossSite: {
    heading: 'Cela venait d’une autre page',
    happened:
      'Votre navigateur indique que ce formulaire n’a pas été envoyé d’ici ; nous n’y avons donc pas donné suite.',
    next: 'Ouvrez de nouveau le lien de votre invitation et continuez à partir de là.',
  },
  notFound: {
    heading: 'Il n’y a rien ici',
    happened: 'Cette adresse ne mène nulle part.',
    next: 'Ouvrez le lien de votre invitation, ou saisissez le code qui l’accompagne.',
  },
  broken: {
    heading: 'Un problème est survenu de notre côté',
    happened: 'Ce n’est pas de votre faute. C’est noté et nous allons nous en occuper.',
    next: 'Réessayez dans un instant. Si cela se reproduit, indiquez-nous ce numéro :',
  },

  refusalActions: {
    typeCode: 'Saisir un code',
    tryAgain: 'Réessayer',
    signIn: 'Se connecter',
    home: 'Voir vos accès',
    back: 'Retour à l’invitation',
    confirmAddress: 'M’envoyer un code',
  },
  external: {
    continueWith: (provider) => `Continuer avec ${provider}`,
    or: 'ou',
    onlyWith: (provider) => `Cette invitation vous demande de vous connecter avec ${provider}.`,
    leaving: (provider) => `Direction ${provider}`,
    leavingLink: (provider) => `Aller chez ${provider} maintenant`,
    back: 'Un instant',
    backLead: (provider) => `${provider} vous a renvoyé ici. Continuez pour terminer la connexion.`,
    backButton: 'Continuer',
    confirm: 'Confirmez votre adresse e-mail',
    confirmLead: (provider) =>
      `${provider} ne dit pas que cette adresse est la vôtre. Nous vous enverrons un code à six chiffres.`,
  },

  passkey: {
    button: 'Se connecter avec une clé d’accès',
    offer: 'Connectez-vous plus vite la prochaine fois',
    lead: 'Une clé d’accès vous connecte avec votre empreinte, votre visage ou le code de votre appareil. Rien à retenir.',
    add: 'Ajouter une clé d’accès',
    needsScripts: 'Les clés d’accès demandent un navigateur qui les connaît, avec JavaScript activé.',
  },

  resetPassword: {
    link: 'Mot de passe oublié ?',
    heading: 'Choisissez un nouveau mot de passe',
    askLead: 'Saisissez votre adresse e-mail. Si quelqu’un se connecte avec, nous y envoyons un lien.',
    askButton: 'Envoyez-moi un lien',
    sentHeading: 'Consultez vos e-mails',
    sentLead: (minutes) =>
      `Si quelqu’un se connecte avec cette adresse, un lien est en route. Il sert une fois, pendant ${minutes} minutes.`,
    chooseLead: {
      before: 'Vous vous connectez en tant que ',
      after: '. Toute personne connectée à votre place ailleurs sera déconnectée.',
    },
    button: 'Enregistrer le nouveau mot de passe',
    saved: 'Votre nouveau mot de passe est enregistré. Connectez-vous avec lui maintenant.',
    dead: {
      heading: 'Ce lien ne fonctionne plus',
      happened: 'Il a déjà servi, un plus récent a été envoyé, ou son délai est passé.',
      next: 'Demandez un autre lien.',
    },
    again: 'Demander un autre lien',
  },

  secondStep: {
    heading: 'Encore une étape',
    appLead: 'Saisissez les six chiffres que montre maintenant votre application d’authentification.',
    recovery: 'Pas d’application sous la main ? Saisissez un de vos codes de secours.',
    emailLead: { before: 'Nous avons envoyé un code à six chiffres à ', after: '.' },
    field: 'Le code',
  },

  profile: {
    title: 'Comment vous vous connectez',
    link: 'Changer ma façon de me connecter',
    back: 'Retour à ce que vous avez',
    password: 'Mot de passe',
    hasPassword: 'Vous avez un mot de passe.',
    noPassword: 'Vous n’avez pas de mot de passe. Un code par e-mail s’en passe.',
    currentPassword: 'Votre mot de passe actuel',
    savePassword: 'Enregistrer le mot de passe',
    passwordSaved:
      'Votre mot de passe est enregistré. Toute autre personne connectée à votre place est déconnectée.',
    username: 'Nom d’utilisateur',
    usernameHint: 'Il peut remplacer votre adresse e-mail à la connexion. Vide : aucun.',
    saveUsername: 'Enregistrer le nom d’utilisateur',
    usernameSaved: 'Votre nom d’utilisateur est enregistré.',
    accounts: 'Comptes ailleurs',
    noAccounts: 'Reliez un compte que vous avez déjà, et connectez-vous avec lui.',
    connect: (provider) => `Relier ${provider}`,
    connected: 'Le compte est relié. Vous pouvez désormais vous connecter avec lui.',
    disconnect: (account) => `Délier ${account}`,
    disconnected: 'C’est retiré. On n’entre plus avec.',
    passkeys: 'Clés d’accès',
    passkey: (date) => `Clé d’accès du ${date}`,
    removePasskey: (passkey) => `Retirer : ${passkey}`,
    passkeyAdded: 'La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.',
    secondStep: 'Deuxième étape',
    secondStepLead:
      'Après votre mot de passe, vous saisissez aussi un code. Personne n’entre avec le seul mot de passe.',
    secondStepOff: 'Il n’y a pas de deuxième étape.',
    byApp: 'Une application d’authentification est demandée après le mot de passe ou le code par e-mail.',
    byEmail: 'Un code par e-mail est demandé après votre mot de passe.',
    recoveryLeft: (count) => `Codes de secours restants : ${count}.`,
    setUpApp: 'Utiliser une application d’authentification',
    useEmail: 'Utiliser un code par e-mail',
    switchOff: 'Désactiver la deuxième étape',
    switchedOff: 'La deuxième étape est désactivée.',
    switchedOn: 'La deuxième étape est activée.',
    scan: 'Scannez cette image avec votre application d’authentification, ou saisissez-y la clé.',
    key: 'Clé',
    typeCode: 'Puis saisissez les six chiffres que montre l’application',
    switchOn: 'Activer',
    recoveryHeading: 'Gardez ces codes de secours',
    recoveryLead:
      'Chacun sert une fois, à la place de l’application. Ils ne sont montrés que maintenant : imprimez-les ou notez-les.',
    kept: 'Je les ai gardés',
  },
  support: 'Des questions ?',
} satisfies Texts
