import type { Texts } from './en.ts'

export const ar = {
  language: 'ar',
  name: 'العربية',
  direction: 'rtl',
  // Gregorian months and the digits that codes and addresses are written in.
  locale: 'ar-AE',
  chooseLanguage: 'اللغة',

  landing: {
    title: (website) => `دعوتك إلى ${website}`,
    heading: (inviter, website) => `تلقيت دعوة من ${inviter} إلى ${website}`,
    greeting: (firstName) => `مرحبًا ${firstName}،`,
    messageFrom: (inviter) => `رسالة من ${inviter}`,
    whatYouGet: 'ما ستحصل عليه',
    roleUntil: (date) => `حتى ${date}`,
    accountOffer: (account) => `الانضمام إلى ${account}`,
    accountOfferDetail: 'سترتبط بيانات الاتصال الخاصة بك بهذه المؤسسة.',
    accessOffer: (website) => `الوصول إلى ${website}`,
    openUntil: 'صالحة حتى',
    endOfDay: (date) => `نهاية ${date}`,
    madeFor: 'موجهة إلى',
    domains: (domains) => `كل من لديه عنوان بريد لدى ${domains}`,
    places: 'الأماكن المتبقية',
    placesLeft: (count) => (count === 1 ? 'مكان واحد، وهو الأخير' : String(count)),
    nothingYet: 'لن يحدث شيء قبل قبولك.',
  },

  accept: {
    heading: 'قبول الدعوة',
    signedInAs: 'تم تسجيل الدخول باسم',
    button: 'قبول الدعوة',
    otherAccount: 'استخدام حساب آخر',
    alreadyHeading: 'تم القبول',
    alreadyAccepted: 'لقد قبلت هذه الدعوة.',
    seeWhatYouHave: 'عرض صلاحياتك',
    chooseHow: 'اختر طريقة تسجيل الدخول.',
    noWayIn: 'تسجيل الدخول إلى هذا الموقع متوقف حاليًا. يُرجى سؤال من أرسل إليك الدعوة.',
  },

  decline: {
    summary: 'هذه الدعوة ليست لي',
    lead: (inviter) => `سيتم إبلاغ ${inviter}. ولن يحصل أحد على أي وصول بسبب ذلك.`,
    declined: 'لا أرغب في القبول',
    notMe: 'لست الشخص الموجهة إليه هذه الدعوة',
    button: 'إرسال هذا الرد',
    doneHeading: 'شكرًا لإبلاغنا',
    done: (inviter) => `سيظهر ردك لدى ${inviter}.`,
    next: 'لا يلزمك أي إجراء آخر. وإذا غيّرت رأيك، يبقى الرابط صالحًا ما دامت الدعوة صالحة.',
  },

  newLink: {
    button: 'طلب رابط جديد',
    onlyTo: (maskedEmail) =>
      `سيُرسل الرابط إلى ${maskedEmail}، وهو العنوان الموجهة إليه هذه الدعوة، ولن يُرسل إلى غيره.`,
    doneHeading: 'تم إرسال طلبك',
    done: (inviter) => `طلبنا رابطًا جديدًا من ${inviter}.`,
    next: (maskedEmail) =>
      `في حال الموافقة سيصل الرابط بالبريد الإلكتروني إلى ${maskedEmail}. يمكنك إغلاق هذه الصفحة.`,
  },

  create: {
    heading: 'إنشاء حساب',
    hint: 'باستخدام بريدك الإلكتروني وكلمة مرور',
    button: 'إنشاء الحساب وقبول الدعوة',
    verifyHint: 'سنرسل إليك رمزًا من ستة أرقام بالبريد الإلكتروني للتأكد من أن العنوان لك.',
  },

  signIn: {
    heading: 'لدي حساب بالفعل',
    hint: 'تسجيل الدخول بكلمة المرور',
    button: 'تسجيل الدخول وقبول الدعوة',
    pageTitle: 'تسجيل الدخول',
    pageHeading: 'تسجيل الدخول',
    pageButton: 'تسجيل الدخول',
    pageLead: 'للاطلاع على ما يمكنك الوصول إليه.',
    forgotten: 'هل نسيت كلمة المرور؟ يمكنك الحصول على رمز بالبريد الإلكتروني بدلًا منها.',
    pageWays: {
      create: { heading: '', hint: '' },
      sign_in: { heading: 'بكلمة مرور', hint: 'التي اخترتها عند قبول الدعوة' },
      email_code: { heading: 'برمز عبر البريد الإلكتروني', hint: 'ستة أرقام، دون كلمة مرور' },
    },
    codeMissing: 'هل تلقيت دعوة؟',
    codeLink: 'إدخال رمز الدعوة',
  },

  emailCode: {
    heading: 'الحصول على رمز بالبريد الإلكتروني',
    hint: 'دون كلمة مرور: رمز من ستة أرقام في كل مرة',
    button: 'إرسال رمز إلى بريدي',
    pageTitle: 'تحقق من بريدك الإلكتروني',
    pageHeading: 'تحقق من بريدك الإلكتروني',
    lead: {
      before: 'إذا كان من الممكن استخدام هذا العنوان هنا، فقد أُرسل رمز من ستة أرقام إلى ',
      after: '.',
    },
    minutes: (minutes) =>
      `الرمز صالح لمدة ${minutes} ${minutes >= 3 && minutes <= 10 ? 'دقائق' : 'دقيقة'} ولخمس محاولات.`,
    field: 'رمز من ستة أرقام',
    submit: 'متابعة',
    nothingCame: 'لم يصلك شيء؟ ابحث أولًا في مجلد البريد غير المرغوب فيه.',
    again: 'إرسال رمز آخر',
    againSent: 'أُرسل رمز آخر. أحدث رمز هو الوحيد الصالح.',
    otherWay: 'الرجوع واختيار طريقة أخرى',
  },

  fields: {
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    newPassword: 'اختر كلمة مرور',
    passwordRule: (length) =>
      `${length} ${length >= 3 && length <= 10 ? 'أحرف' : 'حرفًا'} على الأقل. تذكّر بضع كلمات أسهل من تذكّر لغز.`,
    name: 'اسمك',
    remember: 'إبقائي مسجّل الدخول على هذا الجهاز',
    terms: 'أوافق على شروط الاستخدام',
    readTerms: 'قراءة شروط الاستخدام',
  },

  typeCode: {
    title: 'التسجيل باستخدام رمز دعوة',
    heading: 'التسجيل باستخدام رمز دعوة',
    lead: 'ستجد الرمز في رسالة الدعوة. لا فرق بين الأحرف الكبيرة والصغيرة، ولا أثر للمسافات والشرطات.',
    field: 'رمز الدعوة',
    hasAccount: 'لدي حساب بالفعل',
    button: 'متابعة',
    signedInAs: (email) => `تم تسجيل الدخول باسم ${email}.`,
  },

  home: {
    title: 'Usher',
    heading: 'هل تلقيت دعوة؟',
    lead: 'افتح الرابط الموجود في دعوتك، أو أدخل الرمز المرفق بها.',
    button: 'إدخال رمز دعوة',
    signIn: 'تسجيل الدخول لعرض صلاحياتك',
  },

  me: {
    title: 'صلاحياتك',
    heading: (name) => `مرحبًا ${name}`,
    headingWithoutName: 'مرحبًا',
    welcomeHeading: (website) => `مرحبًا بك في ${website}`,
    welcomeLead: 'لقد قبلت الدعوة. هذا ما لديك الآن.',
    welcomeAgain: 'كنت قد قبلت هذه الدعوة من قبل. هذا ما لديك.',
    continueTo: (website) => `المتابعة إلى ${website}`,
    roles: 'أدوار الويب الخاصة بك',
    noRoles: 'ليس لديك أي أدوار ويب بعد.',
    on: (website) => `في ${website}`,
    until: (date) => `حتى ${date}`,
    account: 'مؤسستك',
    signedInAs: 'تم تسجيل الدخول باسم',
    waysIn: (ways) => `طرق تسجيل دخولك: ${ways}.`,
    providers: { credential: 'كلمة مرور' },
    emailCode: 'رمز بالبريد الإلكتروني',
    signOut: 'تسجيل الخروج',
    typeCode: 'استخدام رمز دعوة آخر',
  },

  receipt: {
    heading: (website) => `وصولك إلى ${website}`,
    gives: 'ما مُنح لك',
    nothingLeft: 'لم يعد أي منه ساريًا.',
    noEnd: 'دون تاريخ انتهاء',
    ended: 'لم يعد ساريًا',
    joined: (account) => `انضممت إلى ${account}`,
    givenBy: 'منحه لك',
    acceptedOn: 'تاريخ القبول',
    leave: 'التنازل عن هذا الوصول',
    leaveLead: (website) =>
      `ينتهي فورًا كل ما منحتك إياه هذه الدعوة في ${website}، وسيظهر ذلك لمن دعاك. ولاستعادته ستحتاج إلى دعوة جديدة.`,
    leaveButton: 'التنازل عنه',
    leftHeading: 'لقد تنازلت عن هذا الوصول',
    leftOn: (date) => `تم التنازل عنه في ${date}.`,
    stored: 'ما هو محفوظ عنك',
    storedLead: 'هذا فقط، ولا شيء آخر مما كتبته هنا. يستطيع من دعاك الاطلاع عليه وحذفه بناءً على طلبك.',
    storedName: 'الاسم',
    storedEmail: 'البريد الإلكتروني',
    storedAccount: 'المؤسسة',
    storedWays: 'طرق تسجيل دخولك',
    storedPassword: 'كلمة مرور، محفوظة ببصمة لا يمكن قراءتها منها',
    storedAccepted: 'وقت قبولك وعنوان الشبكة الذي قبلت منه',
    storedFrom: (date, address) => `${date}، من ${address}`,
  },

  problems: {
    email_invalid: 'تحقق من البريد الإلكتروني: ينبغي أن يكون مثل jane@contoso.com.',
    password_too_short: 'كلمة المرور قصيرة جدًا.',
    password_too_long: 'كلمة المرور طويلة جدًا: الحد الأقصى 128 حرفًا.',
    terms_not_agreed: 'يُرجى الموافقة على شروط الاستخدام للمتابعة.',
    wrong_credentials: 'العنوان وكلمة المرور غير متطابقين. تحقق منهما، أو احصل على رمز بالبريد الإلكتروني.',
    locked_out: 'أُدخلت كلمات مرور خاطئة مرات كثيرة، لذا أُغلق تسجيل الدخول هذا لفترة.',
    too_many_attempts: 'تكررت المحاولة كثيرًا، لذا توقفت لفترة.',
    wrong_email_code: 'هذا الرمز غير صحيح أو لم يعد صالحًا. تحقق منه، أو اطلب رمزًا آخر.',
    account_exists:
      'لديك حساب بهذا العنوان بالفعل. سجّل الدخول بكلمة المرور، أو احصل على رمز بالبريد الإلكتروني.',
    code_mistyped: 'في هذا الرمز خطأ في الكتابة. قارنه بدعوتك حرفًا حرفًا.',
    code_unknown: 'لا نعرف دعوة بهذا الرمز. قارنه بدعوتك حرفًا حرفًا.',
    code_missing: 'أدخل الرمز الموجود في دعوتك.',
    session_over: 'ظلت هذه الصفحة مفتوحة مدة طويلة. يُرجى البدء من جديد بإدخال الرمز.',
  },
  tryAgainIn: (minutes) => {
    if (minutes <= 1) return 'حاول مرة أخرى بعد دقيقة.'
    if (minutes === 2) return 'حاول مرة أخرى بعد دقيقتين.'
    return `حاول مرة أخرى بعد ${minutes} ${minutes <= 10 ? 'دقائق' : 'دقيقة'}.`
  },

  refusals: {
    invitation_unknown: {
      heading: 'لا يمكننا العثور على هذه الدعوة',
      happened: 'لا توجد دعوة لهذا الرابط أو الرمز. ربما فُقد جزء منه في الطريق.',
      next: 'افتح الرابط الموجود في دعوتك مرة أخرى، أو أدخل الرمز المرفق بها.',
    },
    invitation_expired: {
      heading: 'انتهت صلاحية هذه الدعوة',
      happened: 'كان بالإمكان قبولها خلال مدة محددة، وقد انتهت تلك المدة.',
      next: 'اطلب دعوة جديدة ممن دعاك. لن يستغرق ذلك سوى لحظة.',
    },
    invitation_inactive: {
      heading: 'سُحبت هذه الدعوة',
      happened: 'أغلقها من أرسلها، ولم يعد قبولها ممكنًا.',
      next: 'إذا فاجأك ذلك، فاسأل من دعاك.',
    },
    invitation_full: {
      heading: 'استُنفدت هذه الدعوة',
      happened: 'شُغلت جميع الأماكن.',
      next: 'إذا كنت قد قبلتها بنفسك، فسجّل الدخول لعرض صلاحياتك. وإلا فاطلب دعوة جديدة ممن دعاك.',
    },
    wrong_recipient: {
      heading: 'هذه الدعوة موجهة إلى شخص آخر',
      happened: 'لا يمكن أن يقبلها إلا الشخص الموجهة إليه.',
      next: 'إذا كان لديك عنوان آخر، فسجّل الدخول به. وإلا فاسأل من دعاك.',
    },
    email_unverified: {
      heading: 'يُرجى تأكيد عنوانك أولًا',
      happened: 'بريدك الإلكتروني هو الصحيح، لكن لم يثبت بعد أنه لك.',
      next: 'احصل على رمز من ستة أرقام بالبريد الإلكتروني ثم أدخله: هذا كل ما يلزم.',
    },
    not_signed_in: {
      heading: 'يُرجى تسجيل الدخول أولًا',
      happened: 'لم يسجّل أحد الدخول في هذا المتصفح.',
      next: 'سجّل الدخول ثم تابع من هناك.',
    },
    too_many_attempts: {
      heading: 'محاولات كثيرة جدًا',
      happened: 'وردت من هنا محاولات كثيرة في وقت قصير، لذا نتوقف قليلًا.',
      next: 'انتظر قليلًا ثم حاول مرة أخرى. دعوتك ما زالت موجودة.',
    },
    invalid_request: {
      heading: 'لم يصل ذلك كاملًا',
      happened: 'أرسل متصفحك شيئًا لا يمكننا قراءته.',
      next: 'ارجع إلى الصفحة السابقة وأعد تحميلها ثم حاول مرة أخرى.',
    },
    unavailable: {
      heading: 'الخدمة غير متاحة مؤقتًا',
      happened: 'هناك شيء غير متاح لدينا الآن. لم يُفقد شيء مما فعلته، ولم يُنفذ شيء مرتين.',
      next: 'انتظر دقيقة ثم حاول مرة أخرى.',
    },
  },

  used: {
    heading: 'سبق استخدام هذه الدعوة',
    happened: 'كانت موجهة إلى شخص واحد، وقد قُبلت بالفعل.',
    next: 'إذا كنت أنت من قبلها، فسجّل الدخول لعرض صلاحياتك. وإلا فأبلغ من دعاك.',
  },
  closed: {
    from: (inviter, website) => `أرسلها ${inviter}، وكانت إلى ${website}.`,
    askForNew: (inviter) => `اطلب دعوة جديدة من ${inviter}. لن يستغرق ذلك سوى لحظة.`,
    write: (address) => `الكتابة إلى ${address}`,
  },
  wrongRecipient: {
    madeFor: (maskedEmail) => `هذه الدعوة موجهة إلى ${maskedEmail}.`,
    youAre: (email) => `تم تسجيل الدخول باسم ${email}.`,
    switch: 'تسجيل الدخول بعنوان آخر',
  },
  mistyped: {
    heading: 'في هذا الرمز خطأ في الكتابة',
    happened: 'تحمل الرموز علامة تحقق خاصة بها، وهذا الرمز لا يطابقها: هناك حرف خاطئ أو ناقص.',
    next: 'قارنه بدعوتك حرفًا حرفًا ثم أدخله مرة أخرى.',
  },
  crossSite: {
    heading: 'جاء ذلك من صفحة أخرى',
    happened: 'يفيد متصفحك بأن هذا النموذج لم يُرسل من هنا، لذا لم ننفذ شيئًا.',
    next: 'افتح الرابط الموجود في دعوتك مرة أخرى وتابع من هناك.',
  },
  notFound: {
    heading: 'لا يوجد شيء هنا',
    happened: 'هذا العنوان لا يؤدي إلى أي صفحة.',
    next: 'افتح الرابط الموجود في دعوتك، أو أدخل الرمز المرفق بها.',
  },
  broken: {
    heading: 'حدث خطأ لدينا',
    happened: 'ليس الخطأ منك. لقد سُجّل وسننظر فيه.',
    next: 'حاول مرة أخرى بعد قليل. وإذا تكرر، فأبلغنا بهذا الرقم:',
  },

  refusalActions: {
    typeCode: 'إدخال رمز',
    tryAgain: 'المحاولة مرة أخرى',
    signIn: 'تسجيل الدخول',
    home: 'عرض صلاحياتك',
    back: 'الرجوع إلى الدعوة',
    confirmAddress: 'إرسال رمز إلى بريدي',
  },
  support: 'لديك أسئلة؟',
} satisfies Texts
