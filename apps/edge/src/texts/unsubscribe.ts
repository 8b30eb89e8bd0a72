/** What the page "stop invitations" says, by language. */
export type UnsubscribeTexts = {
  title: string
  heading: (website: string) => string
  /** The address is masked. */
  lead: (address: string, website: string) => string
  button: string
  doneHeading: string
  done: (address: string, website: string) => string
  undoLead: string
  undo: string
  unknown: { heading: string; happened: string; next: string }
}

const en: UnsubscribeTexts = {
  title: 'Stop invitations',
  heading: (website) => `Stop invitations from ${website}?`,
  lead: (address, website) =>
    `${address} will get no more invitations from ${website}. What you have already accepted stays yours, and mails that you ask for yourself, such as sign-in codes, still arrive.`,
  button: 'Stop invitations',
  doneHeading: 'No more invitations',
  done: (address, website) => `${website} will not mail invitations to ${address} any more.`,
  undoLead: 'Was that a mistake?',
  undo: 'Allow invitations again',
  unknown: {
    heading: 'This link is not one of ours',
    happened: 'It may have been cut off when it was copied.',
    next: 'Open it straight from the mail, or answer the mail and ask for no more.',
  },
}

const de: UnsubscribeTexts = {
  title: 'Einladungen abbestellen',
  heading: (website) => `Einladungen von ${website} abbestellen?`,
  lead: (address, website) =>
    `${address} erhält dann keine Einladungen von ${website} mehr. Was Sie schon angenommen haben, bleibt Ihnen, und E-Mails, die Sie selbst anfordern, etwa Anmeldecodes, kommen weiterhin an.`,
  button: 'Einladungen abbestellen',
  doneHeading: 'Keine Einladungen mehr',
  done: (address, website) => `${website} schickt keine Einladungen mehr an ${address}.`,
  undoLead: 'War das ein Versehen?',
  undo: 'Einladungen wieder zulassen',
  unknown: {
    heading: 'Dieser Link ist keiner von uns',
    happened: 'Vielleicht wurde er beim Kopieren abgeschnitten.',
    next: 'Öffnen Sie ihn direkt aus der E-Mail, oder antworten Sie auf die E-Mail und bitten Sie darum.',
  },
}

const fr: UnsubscribeTexts = {
  title: 'Ne plus recevoir d’invitations',
  heading: (website) => `Ne plus recevoir d’invitations de ${website} ?`,
  lead: (address, website) =>
    `${address} ne recevra plus d’invitations de ${website}. Ce que vous avez déjà accepté vous reste, et les messages que vous demandez vous-même, comme les codes de connexion, arrivent toujours.`,
  button: 'Arrêter les invitations',
  doneHeading: 'Plus d’invitations',
  done: (address, website) => `${website} n’enverra plus d’invitations à ${address}.`,
  undoLead: 'Était-ce une erreur ?',
  undo: 'Autoriser à nouveau les invitations',
  unknown: {
    heading: 'Ce lien n’est pas l’un des nôtres',
    happened: 'Il a peut-être été coupé lors de la copie.',
    next: 'Ouvrez-le directement depuis le message, ou répondez au message pour le demander.',
  },
}

const es: UnsubscribeTexts = {
  title: 'Dejar de recibir invitaciones',
  heading: (website) => `¿Dejar de recibir invitaciones de ${website}?`,
  lead: (address, website) =>
    `${address} no recibirá más invitaciones de ${website}. Lo que ya ha aceptado sigue siendo suyo, y los mensajes que usted mismo pide, como los códigos de acceso, siguen llegando.`,
  button: 'No más invitaciones',
  doneHeading: 'No más invitaciones',
  done: (address, website) => `${website} no enviará más invitaciones a ${address}.`,
  undoLead: '¿Fue un error?',
  undo: 'Permitir invitaciones de nuevo',
  unknown: {
    heading: 'Este enlace no es nuestro',
    happened: 'Puede que se haya cortado al copiarlo.',
    next: 'Ábralo directamente desde el mensaje, o responda al mensaje y pídalo.',
  },
}

const pt: UnsubscribeTexts = {
  title: 'Deixar de receber convites',
  heading: (website) => `Deixar de receber convites de ${website}?`,
  lead: (address, website) =>
    `${address} não receberá mais convites de ${website}. O que já aceitou continua seu, e as mensagens que você mesmo pede, como códigos de acesso, continuam a chegar.`,
  button: 'Parar os convites',
  doneHeading: 'Sem mais convites',
  done: (address, website) => `${website} não enviará mais convites a ${address}.`,
  undoLead: 'Foi um engano?',
  undo: 'Permitir convites novamente',
  unknown: {
    heading: 'Este link não é nosso',
    happened: 'Talvez tenha sido cortado ao ser copiado.',
    next: 'Abra-o diretamente da mensagem, ou responda à mensagem e peça.',
  },
}

const ja: UnsubscribeTexts = {
  title: '招待の停止',
  heading: (website) => `${website}からの招待を停止しますか？`,
  lead: (address, website) =>
    `${address}宛てに${website}からの招待は届かなくなります。すでに承諾した内容はそのまま残り、サインインコードなどご自身で求めたメールは引き続き届きます。`,
  button: '招待を停止する',
  doneHeading: '招待を停止しました',
  done: (address, website) => `${website}から${address}に招待メールは送られません。`,
  undoLead: '間違いでしたか？',
  undo: '招待を再び受け取る',
  unknown: {
    heading: 'このリンクは確認できません',
    happened: 'コピーの際に途切れた可能性があります。',
    next: 'メールから直接開くか、メールに返信して停止をご依頼ください。',
  },
}

const ar: UnsubscribeTexts = {
  title: 'إيقاف الدعوات',
  heading: (website) => `هل تريد إيقاف الدعوات من ${website}؟`,
  lead: (address, website) =>
    `لن تصل إلى ${address} دعوات أخرى من ${website}. ما قبلته سابقًا يبقى لك، والرسائل التي تطلبها بنفسك، مثل رموز تسجيل الدخول، ستستمر في الوصول.`,
  button: 'إيقاف الدعوات',
  doneHeading: 'لا مزيد من الدعوات',
  done: (address, website) => `لن يرسل ${website} دعوات إلى ${address} بعد الآن.`,
  undoLead: 'هل كان ذلك خطأ؟',
  undo: 'السماح بالدعوات من جديد',
  unknown: {
    heading: 'هذا الرابط ليس من روابطنا',
    happened: 'ربما انقطع عند نسخه.',
    next: 'افتحه مباشرة من الرسالة، أو أجب عن الرسالة واطلب ذلك.',
  },
}

const texts: Record<string, UnsubscribeTexts> = { en, de, fr, es, pt, ja, ar }

/** @param language one of the languages of the edge */
export const unsubscribeTextsOf = (language: string): UnsubscribeTexts => texts[language] ?? en
