import type { Texts } from './en.ts'

export const pt = {
  language: 'pt',
  name: 'Português',
  direction: 'ltr',
  locale: 'pt-BR',
  chooseLanguage: 'Idioma',

  landing: {
    title: (website) => `Seu convite para ${website}`,
    heading: (inviter, website) => `${inviter} convida você para ${website}`,
    greeting: (firstName) => `Olá, ${firstName},`,
    messageFrom: (inviter) => `Uma mensagem de ${inviter}`,
    whatYouGet: 'O que você recebe',
    roleUntil: (date) => `até ${date}`,
    accountOffer: (account) => `Você passa a fazer parte de ${account}`,
    accountOfferDetail: 'Seus dados de contato serão vinculados a esta organização.',
    accessOffer: (website) => `Acesso a ${website}`,
    openUntil: 'Válido até',
    endOfDay: (date) => `o fim de ${date}`,
    madeFor: 'Destinado a',
    domains: (domains) => `qualquer pessoa com um endereço de ${domains}`,
    places: 'Vagas restantes',
    placesLeft: (count) => (count === 1 ? '1, a última' : String(count)),
    nothingYet: 'Nada acontece até você aceitar.',
  },

  accept: {
    heading: 'Aceite seu convite',
    signedInAs: 'Você entrou como',
    button: 'Aceitar o convite',
    otherAccount: 'Usar outra conta',
    alreadyHeading: 'Aceito',
    alreadyAccepted: 'Você já aceitou este convite.',
    seeWhatYouHave: 'Ver o que você tem',
    chooseHow: 'Escolha como deseja entrar.',
    noWayIn: 'A entrada está desativada neste site no momento. Fale com quem convidou você.',
  },

  decline: {
    summary: 'Isto não é para mim',
    lead: (inviter) => `${inviter} ficará sabendo. Ninguém recebe acesso com isso.`,
    declined: 'Não quero aceitar',
    notMe: 'Não sou a pessoa a quem ele se destina',
    button: 'Enviar esta resposta',
    doneHeading: 'Obrigado por nos avisar',
    done: (inviter) => `${inviter} verá sua resposta.`,
    next: 'Não é preciso fazer mais nada. Se mudar de ideia, o link funciona enquanto o convite for válido.',
  },

  newLink: {
    button: 'Pedir um novo link',
    onlyTo: (maskedEmail) =>
      `Ele seria enviado para ${maskedEmail}, o endereço a que este convite se destinava, e para mais ninguém.`,
    doneHeading: 'Seu pedido está a caminho',
    done: (inviter) => `Pedimos um novo link a ${inviter}.`,
    next: (maskedEmail) =>
      `Se for concedido, ele chegará por e-mail em ${maskedEmail}. Você pode fechar esta página.`,
  },

  create: {
    heading: 'Criar uma conta',
    hint: 'Com seu e-mail e uma senha',
    button: 'Criar a conta e aceitar',
    verifyHint: 'Enviaremos um código de seis dígitos para confirmar que o endereço é seu.',
  },

  signIn: {
    heading: 'Já tenho uma conta',
    hint: 'Entre com sua senha',
    button: 'Entrar e aceitar',
    pageTitle: 'Entrar',
    pageHeading: 'Entrar',
    pageButton: 'Entrar',
    pageLead: 'Para ver a que você tem acesso.',
    forgotten: 'Esqueceu a senha? Receba um código por e-mail.',
    pageWays: {
      create: { heading: '', hint: '' },
      sign_in: { heading: 'Com uma senha', hint: 'A que você escolheu ao aceitar' },
      email_code: { heading: 'Com um código por e-mail', hint: 'Seis dígitos, sem senha' },
    },
    codeMissing: 'Recebeu um convite?',
    codeLink: 'Digite o código do convite',
  },

  emailCode: {
    heading: 'Receber um código por e-mail',
    hint: 'Sem senha: um código de seis dígitos a cada vez',
    button: 'Enviar um código para mim',
    pageTitle: 'Verifique seu e-mail',
    pageHeading: 'Verifique seu e-mail',
    lead: {
      before: 'Se este endereço puder ser usado aqui, um código de seis dígitos está a caminho de ',
      after: '.',
    },
    minutes: (minutes) => `O código vale por ${minutes} minutos e cinco tentativas.`,
    field: 'Código de seis dígitos',
    submit: 'Continuar',
    nothingCame: 'Não chegou nada? Procure primeiro na pasta de spam.',
    again: 'Enviar outro código',
    againSent: 'Outro código está a caminho. Só o mais recente funciona.',
    otherWay: 'Voltar e escolher outra forma',
  },

  fields: {
    email: 'E-mail',
    password: 'Senha',
    newPassword: 'Escolha uma senha',
    passwordRule: (length) =>
      `Pelo menos ${length} caracteres. Algumas palavras são mais fáceis de lembrar do que um enigma.`,
    name: 'Seu nome',
    remember: 'Manter-me conectado neste dispositivo',
    terms: 'Concordo com os termos de uso',
    readTerms: 'Ler os termos de uso',
  },

  typeCode: {
    title: 'Cadastrar-se com um código de convite',
    heading: 'Cadastrar-se com um código de convite',
    lead: 'O código está no e-mail do seu convite. Maiúsculas, espaços e hifens não fazem diferença.',
    field: 'Código do convite',
    hasAccount: 'Já tenho uma conta',
    button: 'Continuar',
    signedInAs: (email) => `Você entrou como ${email}.`,
  },

  home: {
    title: 'Usher',
    heading: 'Recebeu um convite?',
    lead: 'Abra o link do seu convite ou digite o código que veio com ele.',
    button: 'Digitar um código de convite',
    signIn: 'Entrar para ver o que você tem',
  },

  me: {
    title: 'O que você tem',
    heading: (name) => `Olá, ${name}`,
    headingWithoutName: 'Olá',
    welcomeHeading: (website) => `Boas-vindas a ${website}`,
    welcomeLead: 'Você aceitou o convite. Isto é o que você tem agora.',
    welcomeAgain: 'Você já tinha aceitado este convite. Isto é o que você tem.',
    continueTo: (website) => `Continuar para ${website}`,
    roles: 'Suas funções Web',
    noRoles: 'Você ainda não tem funções Web.',
    on: (website) => `em ${website}`,
    until: (date) => `até ${date}`,
    account: 'Sua organização',
    signedInAs: 'Conectado como',
    waysIn: (ways) => `Você entra com ${ways}.`,
    providers: { credential: 'uma senha' },
    emailCode: 'um código por e-mail',
    signOut: 'Sair',
    typeCode: 'Usar outro código de convite',
  },

  receipt: {
    heading: (website) => `Seu acesso a ${website}`,
    gives: 'O que você recebeu',
    nothingLeft: 'Nada disso continua em vigor.',
    noEnd: 'sem data de término',
    ended: 'não está mais em vigor',
    joined: (account) => `Você faz parte de ${account}`,
    givenBy: 'Concedido por',
    acceptedOn: 'Aceito em',
    leave: 'Devolver este acesso',
    leaveLead: (website) =>
      `Tudo o que este convite deu a você em ${website} termina imediatamente, e quem convidou você verá isso. Para ter de volta, será preciso um novo convite.`,
    leaveButton: 'Devolver',
    leftHeading: 'Você devolveu este acesso',
    leftOn: (date) => `Devolvido em ${date}.`,
    stored: 'O que está guardado sobre você',
    storedLead:
      'Isto, e nada mais do que você digitou aqui. Quem convidou você pode ver e apagar estes dados para você.',
    storedName: 'Nome',
    storedEmail: 'E-mail',
    storedAccount: 'Organização',
    storedWays: 'Como você entra',
    storedPassword: 'Uma senha, como impressão digital da qual não pode ser lida',
    storedAccepted: 'Quando você aceitou, a partir de qual endereço de rede e com qual navegador',
    storedFrom: (date, address) => `${date}, a partir de ${address}`,
  },

  problems: {
    email_invalid: 'Confira o e-mail: ele deve se parecer com jane@contoso.com.',
    password_too_short: 'A senha é curta demais.',
    password_too_long: 'A senha é longa demais: use no máximo 128 caracteres.',
    terms_not_agreed: 'Concorde com os termos de uso para continuar.',
    wrong_credentials:
      'Esse endereço e essa senha não combinam. Confira os dois ou receba um código por e-mail.',
    locked_out: 'Muitas senhas erradas: esta entrada está bloqueada por algum tempo.',
    too_many_attempts: 'Isso foi tentado vezes demais e está em pausa por algum tempo.',
    wrong_email_code: 'Esse código não está certo ou não vale mais. Confira ou peça outro.',
    account_exists:
      'Você já tem uma conta com este endereço. Entre com sua senha ou receba um código por e-mail.',
    code_mistyped: 'Há um erro de digitação neste código. Compare com seu convite, letra por letra.',
    code_unknown: 'Não conhecemos nenhum convite com este código. Compare com seu convite, letra por letra.',
    code_missing: 'Digite o código do seu convite.',
    session_over: 'Esta página ficou aberta por tempo demais. Comece de novo a partir do seu código.',
  },
  tryAgainIn: (minutes) =>
    minutes <= 1 ? 'Tente novamente daqui a um minuto.' : `Tente novamente daqui a ${minutes} minutos.`,

  refusals: {
    invitation_unknown: {
      heading: 'Não encontramos este convite',
      happened: 'Não há convite para este link ou código. Talvez uma parte tenha se perdido no caminho.',
      next: 'Abra novamente o link do seu convite ou digite o código que veio com ele.',
    },
    invitation_expired: {
      heading: 'Este convite expirou',
      happened: 'Ele podia ser aceito por algum tempo, e esse tempo acabou.',
      next: 'Peça um novo a quem convidou você. Leva só um instante.',
    },
    invitation_inactive: {
      heading: 'Este convite foi retirado',
      happened: 'Quem o enviou o encerrou, por isso não pode mais ser aceito.',
      next: 'Se isso surpreende você, fale com quem fez o convite.',
    },
    invitation_full: {
      heading: 'Este convite está esgotado',
      happened: 'Todas as vagas foram ocupadas.',
      next: 'Se foi você quem aceitou, entre para ver o que tem. Caso contrário, peça um novo a quem convidou você.',
    },
    wrong_recipient: {
      heading: 'Este convite é para outra pessoa',
      happened: 'Só a pessoa a quem ele se destina pode aceitá-lo.',
      next: 'Se você tem outro endereço, entre com ele. Caso contrário, fale com quem fez o convite.',
    },
    email_unverified: {
      heading: 'Confirme primeiro seu endereço',
      happened: 'Seu e-mail é o certo, mas ainda não foi mostrado que ele é seu.',
      next: 'Receba um código de seis dígitos por e-mail e digite-o: é só isso.',
    },
    not_signed_in: {
      heading: 'Entre primeiro',
      happened: 'Ninguém entrou neste navegador.',
      next: 'Entre e continue a partir daí.',
    },
    too_many_attempts: {
      heading: 'Tentativas demais',
      happened: 'Houve tentativas demais daqui em pouco tempo, por isso estamos fazendo uma pausa.',
      next: 'Espere um pouco e tente novamente. Seu convite continua aqui.',
    },
    invalid_request: {
      heading: 'Isso não chegou inteiro',
      happened: 'Seu navegador enviou algo que não conseguimos ler.',
      next: 'Volte, carregue a página novamente e tente mais uma vez.',
    },
    unavailable: {
      heading: 'Não estamos totalmente aqui no momento',
      happened:
        'Algo do nosso lado não está disponível agora. Nada do que você fez se perdeu, e nada foi feito duas vezes.',
      next: 'Espere um minuto e tente novamente.',
    },
  },

  used: {
    heading: 'Este convite já foi usado',
    happened: 'Ele era para uma única pessoa e já foi aceito.',
    next: 'Se foi você, entre para ver o que tem. Se não foi, avise quem fez o convite.',
  },
  closed: {
    from: (inviter, website) => `Ele veio de ${inviter} e era para ${website}.`,
    askForNew: (inviter) => `Peça um novo a ${inviter}. Leva só um instante.`,
    write: (address) => `Escrever para ${address}`,
  },
  wrongRecipient: {
    madeFor: (maskedEmail) => `Este convite é para ${maskedEmail}.`,
    youAre: (email) => `Você entrou como ${email}.`,
    switch: 'Entrar com outro endereço',
  },
  mistyped: {
    heading: 'Há um erro de digitação neste código',
    happened:
      'Os códigos trazem sua própria verificação, e este não passa por ela: uma letra está errada ou falta.',
    next: 'Compare com seu convite, letra por letra, e digite novamente.',
  },
  crossSite: {
    heading: 'Isso veio de outra página',
    happened: 'Seu navegador diz que este formulário não foi enviado daqui, por isso não fizemos nada.',
    next: 'Abra novamente o link do seu convite e continue a partir daí.',
  },
  notFound: {
    heading: 'Não há nada aqui',
    happened: 'Este endereço não leva a lugar nenhum.',
    next: 'Abra o link do seu convite ou digite o código que veio com ele.',
  },
  broken: {
    heading: 'Algo deu errado do nosso lado',
    happened: 'A culpa não é sua. Isso foi registrado e será verificado.',
    next: 'Tente novamente daqui a pouco. Se acontecer de novo, informe este número:',
  },

  refusalActions: {
    typeCode: 'Digitar um código',
    tryAgain: 'Tentar novamente',
    signIn: 'Entrar',
    home: 'Ver o que você tem',
    back: 'Voltar ao convite',
    confirmAddress: 'Enviar um código para mim',
  },
  support: 'Dúvidas?',
} satisfies Texts
