import type { Texts } from './en.ts'

export const es = {
  language: 'es',
  name: 'Español',
  direction: 'ltr',
  locale: 'es-ES',
  chooseLanguage: 'Idioma',

  landing: {
    title: (website) => `Su invitación a ${website}`,
    heading: (inviter, website) => `${inviter} le invita a ${website}`,
    greeting: (firstName) => `Hola, ${firstName}:`,
    messageFrom: (inviter) => `Un mensaje de ${inviter}`,
    whatYouGet: 'Lo que obtiene',
    roleUntil: (date) => `hasta el ${date}`,
    accountOffer: (account) => `Pasa a formar parte de ${account}`,
    accountOfferDetail: 'Sus datos de contacto quedarán vinculados a esta organización.',
    accessOffer: (website) => `Acceso a ${website}`,
    openUntil: 'Válida hasta',
    endOfDay: (date) => `el final del ${date}`,
    madeFor: 'Destinada a',
    domains: (domains) => `cualquier persona con una dirección de ${domains}`,
    places: 'Plazas libres',
    placesLeft: (count) => (count === 1 ? '1, la última' : String(count)),
    nothingYet: 'No ocurre nada hasta que usted acepte.',
  },

  accept: {
    heading: 'Acepte su invitación',
    signedInAs: 'Ha iniciado sesión como',
    button: 'Aceptar la invitación',
    otherAccount: 'Usar otra cuenta',
    alreadyHeading: 'Aceptada',
    alreadyAccepted: 'Ya ha aceptado esta invitación.',
    seeWhatYouHave: 'Ver lo que tiene',
    chooseHow: 'Elija cómo quiere iniciar sesión.',
    noWayIn:
      'El inicio de sesión está desactivado en este sitio por el momento. Pregunte a la persona que le invitó.',
  },

  decline: {
    summary: 'Esto no es para mí',
    lead: (inviter) => `${inviter} lo sabrá. Con ello no se da acceso a nadie.`,
    declined: 'No deseo aceptarla',
    notMe: 'No soy la persona a la que va destinada',
    button: 'Enviar esta respuesta',
    doneHeading: 'Gracias por avisarnos',
    done: (inviter) => `${inviter} verá su respuesta.`,
    next: 'No tiene que hacer nada más. Si cambia de opinión, el enlace funciona mientras la invitación sea válida.',
  },

  newLink: {
    button: 'Pedir un enlace nuevo',
    onlyTo: (maskedEmail) =>
      `Un enlace nuevo se enviaría a ${maskedEmail}, la dirección a la que iba destinada esta invitación, y a nadie más.`,
    doneHeading: 'Su petición está en camino',
    done: (inviter) => `Hemos pedido a ${inviter} un enlace nuevo.`,
    next: (maskedEmail) =>
      `Si se lo conceden, llegará por correo electrónico a ${maskedEmail}. Puede cerrar esta página.`,
  },

  create: {
    heading: 'Crear una cuenta',
    hint: 'Con su correo electrónico y una contraseña',
    button: 'Crear la cuenta y aceptar',
    verifyHint: 'Le enviaremos un código de seis dígitos para comprobar que la dirección es suya.',
  },

  signIn: {
    heading: 'Ya tengo una cuenta',
    hint: 'Inicie sesión con su contraseña',
    button: 'Iniciar sesión y aceptar',
    pageTitle: 'Iniciar sesión',
    pageHeading: 'Iniciar sesión',
    pageButton: 'Iniciar sesión',
    pageLead: 'Para ver a qué tiene acceso.',
    forgotten: '¿Ha olvidado su contraseña? Reciba un código por correo electrónico.',
    pageWays: {
      create: { heading: '', hint: '' },
      sign_in: { heading: 'Con una contraseña', hint: 'La que eligió al aceptar' },
      email_code: { heading: 'Con un código por correo', hint: 'Seis dígitos, sin contraseña' },
    },
    codeMissing: '¿Ha recibido una invitación?',
    codeLink: 'Escriba su código de invitación',
  },

  emailCode: {
    heading: 'Recibir un código por correo',
    hint: 'Sin contraseña: un código de seis dígitos cada vez',
    button: 'Enviarme un código',
    pageTitle: 'Revise su correo',
    pageHeading: 'Revise su correo',
    lead: {
      before: 'Si esta dirección puede usarse aquí, un código de seis dígitos está en camino a ',
      after: '.',
    },
    minutes: (minutes) => `El código vale durante ${minutes} minutos y para cinco intentos.`,
    field: 'Código de seis dígitos',
    submit: 'Continuar',
    nothingCame: '¿No ha llegado nada? Mire primero en el correo no deseado.',
    again: 'Enviar otro código',
    againSent: 'Otro código está en camino. Solo sirve el más reciente.',
    otherWay: 'Volver y elegir otra forma',
  },

  fields: {
    email: 'Correo electrónico',
    emailOrUsername: 'Correo electrónico o nombre de usuario',
    password: 'Contraseña',
    newPassword: 'Elija una contraseña',
    passwordRule: (length) =>
      `Al menos ${length} caracteres. Unas cuantas palabras se recuerdan mejor que un acertijo.`,
    name: 'Su nombre',
    remember: 'Mantener la sesión iniciada en este dispositivo',
    terms: 'Acepto las condiciones de uso',
    readTerms: 'Leer las condiciones de uso',
  },

  typeCode: {
    title: 'Registrarse con un código de invitación',
    heading: 'Registrarse con un código de invitación',
    lead: 'El código está en el correo de su invitación. Las mayúsculas, los espacios y los guiones no importan.',
    field: 'Código de invitación',
    hasAccount: 'Ya tengo una cuenta',
    button: 'Continuar',
    signedInAs: (email) => `Ha iniciado sesión como ${email}.`,
  },

  home: {
    title: 'Usher',
    heading: '¿Ha recibido una invitación?',
    lead: 'Abra el enlace de su invitación o escriba el código que la acompaña.',
    button: 'Escribir un código de invitación',
    signIn: 'Iniciar sesión para ver lo que tiene',
  },

  me: {
    title: 'Lo que tiene',
    heading: (name) => `Hola, ${name}`,
    headingWithoutName: 'Hola',
    welcomeHeading: (website) => `Le damos la bienvenida a ${website}`,
    welcomeLead: 'Ha aceptado la invitación. Esto es lo que tiene ahora.',
    welcomeAgain: 'Ya había aceptado esta invitación. Esto es lo que tiene.',
    continueTo: (website) => `Continuar a ${website}`,
    roles: 'Sus roles web',
    noRoles: 'Todavía no tiene roles web.',
    on: (website) => `en ${website}`,
    until: (date) => `hasta el ${date}`,
    account: 'Su organización',
    signedInAs: 'Sesión iniciada como',
    waysIn: (ways) => `Inicia sesión con ${ways}.`,
    providers: { credential: 'una contraseña' },
    emailCode: 'un código por correo',
    signOut: 'Cerrar sesión',
    typeCode: 'Usar otro código de invitación',
  },

  receipt: {
    heading: (website) => `Su acceso a ${website}`,
    gives: 'Lo que se le ha concedido',
    nothingLeft: 'Nada de ello sigue vigente.',
    noEnd: 'sin fecha de fin',
    ended: 'ya no está vigente',
    joined: (account) => `Forma parte de ${account}`,
    givenBy: 'Concedido por',
    acceptedOn: 'Aceptado el',
    leave: 'Devolver este acceso',
    leaveLead: (website) =>
      `Todo lo que esta invitación le dio en ${website} termina de inmediato, y la persona que le invitó lo verá. Para recuperarlo necesitará una invitación nueva.`,
    leaveButton: 'Devolverlo',
    leftHeading: 'Ha devuelto este acceso',
    leftOn: (date) => `Devuelto el ${date}.`,
    stored: 'Lo que se guarda sobre usted',
    storedLead:
      'Esto se guarda porque ha venido aquí. La persona que le invitó puede verlo y hacer que se borre.',
    storedName: 'Nombre',
    storedEmail: 'Correo electrónico',
    storedAccount: 'Organización',
    storedWays: 'Cómo inicia sesión',
    storedPassword: 'Una contraseña, como huella de la que no se puede leer',
    storedAccepted: 'Cuándo aceptó, desde qué dirección de red y con qué navegador',
    storedFrom: (date, address) => `${date}, desde ${address}`,
  },

  problems: {
    email_invalid: 'Compruebe el correo electrónico: debería parecerse a jane@contoso.com.',
    password_too_short: 'La contraseña es demasiado corta.',
    password_too_long: 'La contraseña es demasiado larga: use como máximo 128 caracteres.',
    terms_not_agreed: 'Acepte las condiciones de uso para continuar.',
    wrong_credentials:
      'Esa dirección y esa contraseña no corresponden. Compruebe ambas o reciba un código por correo.',
    locked_out: 'Demasiadas contraseñas incorrectas: este inicio de sesión está bloqueado por un rato.',
    too_many_attempts: 'Se ha intentado demasiadas veces y está en pausa por un rato.',
    wrong_email_code: 'Ese código no es correcto o ya no vale. Compruébelo o pida otro.',
    account_exists:
      'Ya tiene una cuenta con esta dirección. Inicie sesión con su contraseña o reciba un código por correo.',
    code_mistyped: 'Hay un error al escribir este código. Compárelo con su invitación, letra por letra.',
    code_unknown:
      'No conocemos ninguna invitación con este código. Compárelo con su invitación, letra por letra.',
    code_missing: 'Escriba el código de su invitación.',
    login_invalid: 'Escriba su correo electrónico, como jane@contoso.com, o su nombre de usuario.',
    wrong_second_step: 'Ese código no es correcto o ya se usó. Escriba el más reciente.',
    wrong_password: 'Esa no es su contraseña actual. Escríbala de nuevo.',
    username_invalid:
      'Use de 3 a 32 letras, cifras, puntos y guiones, con una letra o cifra en ambos extremos.',
    username_taken: 'Otra persona tiene ese nombre de usuario. Elija otro.',
    external_failed: 'No se pudo iniciar sesión allí. Inténtelo de nuevo o elija otra manera.',
    identity_taken: 'Esa cuenta es aquí de otra persona. Inicie sesión con ella o elija otra.',
    last_way_in: 'Es su única manera de entrar. Añada otra antes de quitarla.',
    invitation_needed:
      'Aquí aún no le conoce nadie. Escriba el código de su invitación y vuelva a iniciar sesión.',
    registration_closed: 'Ahora mismo este sitio no admite personas nuevas. Pregunte a quien le invitó.',
    passkey_failed: 'La llave de acceso no funcionó. Inténtelo de nuevo o elija otra manera.',
    session_over: 'Esta página llevaba demasiado tiempo abierta. Empiece de nuevo desde su código.',
  },
  tryAgainIn: (minutes) =>
    minutes <= 1
      ? 'Inténtelo de nuevo dentro de un minuto.'
      : `Inténtelo de nuevo dentro de ${minutes} minutos.`,

  refusals: {
    invitation_unknown: {
      heading: 'No encontramos esta invitación',
      happened:
        'No hay ninguna invitación para este enlace o código. Quizá se perdió una parte por el camino.',
      next: 'Abra de nuevo el enlace de su invitación o escriba el código que la acompaña.',
    },
    invitation_expired: {
      heading: 'Esta invitación ha caducado',
      happened: 'Se podía aceptar durante un tiempo, y ese tiempo ha pasado.',
      next: 'Pida una nueva a la persona que le invitó. Solo le llevará un momento.',
    },
    invitation_inactive: {
      heading: 'Esta invitación se ha retirado',
      happened: 'Quien la envió la ha cerrado, así que ya no se puede aceptar.',
      next: 'Si le sorprende, pregunte a la persona que le invitó.',
    },
    invitation_full: {
      heading: 'Esta invitación está agotada',
      happened: 'Todas las plazas están ocupadas.',
      next: 'Si la aceptó usted, inicie sesión para ver lo que tiene. Si no, pida una nueva a la persona que le invitó.',
    },
    wrong_recipient: {
      heading: 'Esta invitación es para otra persona',
      happened: 'Solo puede aceptarla la persona a la que va destinada.',
      next: 'Si tiene otra dirección, inicie sesión con ella. Si no, pregunte a la persona que le invitó.',
    },
    email_unverified: {
      heading: 'Confirme primero su dirección',
      happened: 'Su correo electrónico es el correcto, pero aún no se ha mostrado que sea suyo.',
      next: 'Reciba un código de seis dígitos por correo y escríbalo: eso es todo.',
    },
    other_sign_in_needed: {
      heading: 'Inicie sesión de otra manera',
      happened: 'Esta invitación pide una manera concreta de iniciar sesión y usted llegó por otra.',
      next: 'Cierre la sesión, abra de nuevo la invitación y use la manera que ofrece.',
    },
    not_signed_in: {
      heading: 'Inicie sesión primero',
      happened: 'Nadie ha iniciado sesión en este navegador.',
      next: 'Inicie sesión y continúe desde ahí.',
    },
    too_many_attempts: {
      heading: 'Demasiados intentos',
      happened: 'Han llegado demasiados intentos desde aquí en poco tiempo, así que hacemos una pausa.',
      next: 'Espere un poco e inténtelo de nuevo. Su invitación sigue ahí.',
    },
    invalid_request: {
      heading: 'Eso no ha llegado entero',
      happened: 'Su navegador ha enviado algo que no podemos leer.',
      next: 'Vuelva atrás, cargue de nuevo la página e inténtelo otra vez.',
    },
    unavailable: {
      heading: 'Ahora mismo no estamos del todo aquí',
      happened:
        'Algo de nuestro lado no está disponible en este momento. No se ha perdido nada de lo que hizo y nada se ha hecho dos veces.',
      next: 'Espere un minuto e inténtelo de nuevo.',
    },
  },

  used: {
    heading: 'Esta invitación ya se ha usado',
    happened: 'Era para una sola persona y ya se ha aceptado.',
    next: 'Si fue usted, inicie sesión para ver lo que tiene. Si no, avise a la persona que le invitó.',
  },
  closed: {
    from: (inviter, website) => `Era de ${inviter} y para ${website}.`,
    askForNew: (inviter) => `Pida una nueva a ${inviter}. Solo lleva un momento.`,
    write: (address) => `Escribir a ${address}`,
  },
  wrongRecipient: {
    madeFor: (maskedEmail) => `Esta invitación es para ${maskedEmail}.`,
    youAre: (email) => `Ha iniciado sesión como ${email}.`,
    switch: 'Iniciar sesión con otra dirección',
  },
  mistyped: {
    heading: 'Hay un error al escribir este código',
    happened:
      'Los códigos llevan su propia comprobación y este no la supera: hay una letra equivocada o falta alguna.',
    next: 'Compárelo con su invitación, letra por letra, y escríbalo de nuevo.',
  },
  crossSite: {
    heading: 'Eso venía de otra página',
    happened: 'Su navegador indica que este formulario no se envió desde aquí, así que no lo hemos atendido.',
    next: 'Abra de nuevo el enlace de su invitación y continúe desde ahí.',
  },
  notFound: {
    heading: 'Aquí no hay nada',
    happened: 'Esta dirección no lleva a ninguna parte.',
    next: 'Abra el enlace de su invitación o escriba el código que la acompaña.',
  },
  broken: {
    heading: 'Algo ha fallado de nuestro lado',
    happened: 'No es culpa suya. Ha quedado anotado y lo revisaremos.',
    next: 'Inténtelo de nuevo dentro de un momento. Si vuelve a ocurrir, díganos este número:',
  },

  refusalActions: {
    typeCode: 'Escribir un código',
    tryAgain: 'Intentar de nuevo',
    signIn: 'Iniciar sesión',
    home: 'Ver lo que tiene',
    back: 'Volver a la invitación',
    confirmAddress: 'Enviarme un código',
  },
  external: {
    continueWith: (provider) => `Continuar con ${provider}`,
    or: 'o bien',
    onlyWith: (provider) => `Esta invitación le pide iniciar sesión con ${provider}.`,
    leaving: (provider) => `Vamos a ${provider}`,
    leavingLink: (provider) => `Ir a ${provider} ahora`,
    back: 'Un momento',
    backLead: (provider) => `${provider} le ha enviado de vuelta. Siga para terminar de iniciar sesión.`,
    backButton: 'Seguir',
    confirm: 'Confirme su correo electrónico',
    confirmLead: (provider) =>
      `${provider} no dice que esta dirección sea suya. Le enviaremos un código de seis cifras.`,
  },

  passkey: {
    button: 'Entrar con una llave de acceso',
    offer: 'Entre más rápido la próxima vez',
    lead: 'Una llave de acceso le identifica con su huella, su cara o el PIN de su dispositivo. No hay nada que recordar.',
    add: 'Añadir una llave de acceso',
    needsScripts: 'Las llaves de acceso necesitan un navegador que las conozca, con JavaScript activado.',
  },

  resetPassword: {
    link: '¿Olvidó su contraseña?',
    heading: 'Elija una contraseña nueva',
    askLead: 'Escriba su correo electrónico. Si alguien inicia sesión con él, enviaremos un enlace.',
    askButton: 'Envíenme un enlace',
    sentHeading: 'Revise su correo',
    sentLead: (minutes) =>
      `Si alguien inicia sesión con esa dirección, un enlace va en camino. Sirve una vez, durante ${minutes} minutos.`,
    chooseLead: {
      before: 'Usted inicia sesión como ',
      after: '. Se cerrará la sesión de quien la tenga abierta en su nombre en otro sitio.',
    },
    button: 'Guardar la contraseña nueva',
    saved: 'Su contraseña nueva está guardada. Inicie sesión con ella ahora.',
    dead: {
      heading: 'Este enlace ya no sirve',
      happened: 'Ya se usó, se envió uno más reciente o se acabó su tiempo.',
      next: 'Pida otro enlace.',
    },
    again: 'Pedir otro enlace',
  },

  secondStep: {
    heading: 'Un paso más',
    appLead: 'Escriba las seis cifras que muestra ahora su aplicación de autenticación.',
    recovery: '¿No tiene la aplicación a mano? Escriba uno de sus códigos de recuperación.',
    emailLead: { before: 'Hemos enviado un código de seis cifras a ', after: '.' },
    field: 'Código',
  },

  profile: {
    title: 'Cómo inicia sesión',
    link: 'Cambiar cómo inicio sesión',
    back: 'Volver a lo que tiene',
    password: 'Contraseña',
    hasPassword: 'Usted tiene una contraseña.',
    noPassword: 'No tiene contraseña. Un código por correo funciona sin ella.',
    currentPassword: 'Su contraseña actual',
    savePassword: 'Guardar la contraseña',
    passwordSaved: 'Su contraseña está guardada. Se cerró la sesión de cualquier otra persona en su nombre.',
    username: 'Nombre de usuario',
    usernameHint: 'Puede usarlo en lugar de su correo electrónico. Vacío: ninguno.',
    saveUsername: 'Guardar el nombre de usuario',
    usernameSaved: 'Su nombre de usuario está guardado.',
    accounts: 'Cuentas en otros sitios',
    noAccounts: 'Conecte una cuenta que ya tenga e inicie sesión con ella.',
    connect: (provider) => `Conectar ${provider}`,
    connected: 'La cuenta está conectada. Desde ahora puede iniciar sesión con ella.',
    disconnect: (account) => `Desconectar ${account}`,
    disconnected: 'Se ha quitado. Ya no sirve para entrar.',
    passkeys: 'Llaves de acceso',
    passkey: (date) => `Llave de acceso del ${date}`,
    removePasskey: (passkey) => `Quitar: ${passkey}`,
    passkeyAdded: 'La llave de acceso está añadida. Desde ahora puede iniciar sesión con ella.',
    secondStep: 'Segundo paso',
    secondStepLead: 'Después de la contraseña escribe también un código. Nadie entra solo con la contraseña.',
    secondStepOff: 'No hay segundo paso.',
    byApp: 'Se pide una aplicación de autenticación después de la contraseña o del código por correo.',
    byEmail: 'Se pide un código por correo después de la contraseña.',
    recoveryLeft: (count) => `Códigos de recuperación que quedan: ${count}.`,
    setUpApp: 'Usar una aplicación de autenticación',
    useEmail: 'Usar un código por correo',
    switchOff: 'Desactivar el segundo paso',
    switchedOff: 'El segundo paso está desactivado.',
    switchedOn: 'El segundo paso está activado.',
    scan: 'Escanee esta imagen con su aplicación de autenticación o escriba en ella la clave.',
    key: 'Clave',
    typeCode: 'Después escriba las seis cifras que muestra la aplicación',
    switchOn: 'Activar',
    recoveryHeading: 'Guarde estos códigos de recuperación',
    recoveryLead:
      'Cada uno sirve una vez, en lugar de la aplicación. Solo se muestran ahora: imprímalos o anótelos.',
    kept: 'Los he guardado',
  },
  support: '¿Preguntas?',
} satisfies Texts
