import type { Texts } from './en.ts'

export const ja = {
  language: 'ja',
  name: '日本語',
  direction: 'ltr',
  locale: 'ja-JP',
  chooseLanguage: '言語',

  landing: {
    title: (website) => `${website} への招待`,
    heading: (inviter, website) => `${inviter} さんから ${website} への招待が届いています`,
    greeting: (firstName) => `${firstName} 様`,
    messageFrom: (inviter) => `${inviter} さんからのメッセージ`,
    whatYouGet: '利用できるようになるもの',
    roleUntil: (date) => `${date}まで`,
    accountOffer: (account) => `${account} に所属します`,
    accountOfferDetail: '連絡先の情報がこの組織に関連付けられます。',
    accessOffer: (website) => `${website} へのアクセス`,
    openUntil: '有効期限',
    endOfDay: (date) => `${date}の終わりまで`,
    madeFor: '招待の宛先',
    domains: (domains) => `${domains} のアドレスをお持ちの方`,
    places: '残りの席',
    placesLeft: (count) => (count === 1 ? '残り 1 席' : `${count} 席`),
    nothingYet: '承諾するまでは何も変わりません。',
  },

  accept: {
    heading: '招待を承諾する',
    signedInAs: '現在のサインイン',
    button: '招待を承諾する',
    otherAccount: '別のアカウントを使う',
    alreadyHeading: '承諾済み',
    alreadyAccepted: 'この招待はすでに承諾されています。',
    seeWhatYouHave: 'アクセス権を見る',
    chooseHow: 'サインインの方法をお選びください。',
    noWayIn: 'このサイトでは現在サインインできません。招待した方にお問い合わせください。',
  },

  decline: {
    summary: 'この招待に心当たりがない、または辞退する',
    lead: (inviter) =>
      `${inviter} さんに伝わります。これにより誰かにアクセス権が与えられることはありません。`,
    declined: '招待を辞退します',
    notMe: '私はこの招待の宛先の本人ではありません',
    button: 'この回答を送る',
    doneHeading: 'お知らせいただきありがとうございます',
    done: (inviter) => `回答は ${inviter} さんに表示されます。`,
    next: 'ほかに必要な手続きはありません。お気持ちが変わった場合、招待が有効な間はリンクをお使いいただけます。',
  },

  newLink: {
    button: '新しいリンクを依頼する',
    onlyTo: (maskedEmail) => `新しいリンクは、この招待の宛先である ${maskedEmail} だけに送られます。`,
    doneHeading: 'ご依頼を受け付けました',
    done: (inviter) => `新しいリンクを ${inviter} さんに依頼しました。`,
    next: (maskedEmail) =>
      `承認された場合は、${maskedEmail} にメールで届きます。このページは閉じていただいてかまいません。`,
  },

  create: {
    heading: 'アカウントを作成する',
    hint: 'メールアドレスとパスワードで',
    button: 'アカウントを作成して承諾する',
    verifyHint: 'ご本人のアドレスであることを確認するため、6 桁のコードをメールでお送りします。',
  },

  signIn: {
    heading: 'すでにアカウントを持っている',
    hint: 'パスワードでサインイン',
    button: 'サインインして承諾する',
    pageTitle: 'サインイン',
    pageHeading: 'サインイン',
    pageButton: 'サインイン',
    pageLead: 'アクセス権を確認できます。',
    forgotten: 'パスワードをお忘れですか？ 代わりにメールでコードを受け取れます。',
    pageWays: {
      create: { heading: '', hint: '' },
      sign_in: { heading: 'パスワードで', hint: '承諾したときに設定したもの' },
      email_code: { heading: 'メールで届くコードで', hint: '6 桁の数字、パスワード不要' },
    },
    codeMissing: '招待を受け取りましたか？',
    codeLink: '招待コードを入力する',
  },

  emailCode: {
    heading: 'メールでコードを受け取る',
    hint: 'パスワード不要：毎回 6 桁のコードをお送りします',
    button: 'コードをメールで受け取る',
    pageTitle: 'メールをご確認ください',
    pageHeading: 'メールをご確認ください',
    lead: {
      before: 'このアドレスをここで利用できる場合、6 桁のコードを次の宛先にお送りしています：',
      after: '',
    },
    minutes: (minutes) => `コードは ${minutes} 分間有効で、5 回まで入力できます。`,
    field: '6 桁のコード',
    submit: '続ける',
    nothingCame: '届きませんか？ まず迷惑メールフォルダーをご確認ください。',
    again: '別のコードを送る',
    againSent: '別のコードをお送りしました。最新のコードだけが有効です。',
    otherWay: '戻って別の方法を選ぶ',
  },

  fields: {
    email: 'メールアドレス',
    password: 'パスワード',
    newPassword: 'パスワードを設定',
    passwordRule: (length) =>
      `${length} 文字以上。複雑な記号より、いくつかの単語のほうが覚えやすくなります。`,
    name: 'お名前',
    remember: 'この端末でサインインしたままにする',
    terms: '利用規約に同意します',
    readTerms: '利用規約を読む',
  },

  typeCode: {
    title: '招待コードで登録する',
    heading: '招待コードで登録する',
    lead: 'コードは招待メールに記載されています。大文字と小文字、空白、ハイフンは区別されません。',
    field: '招待コード',
    hasAccount: 'すでにアカウントを持っています',
    button: '続ける',
    signedInAs: (email) => `${email} としてサインインしています。`,
  },

  home: {
    title: 'Usher',
    heading: '招待を受け取りましたか？',
    lead: '招待メールのリンクを開くか、記載されているコードを入力してください。',
    button: '招待コードを入力する',
    signIn: 'サインインしてアクセス権を見る',
  },

  me: {
    title: 'アクセス権',
    heading: (name) => `${name} さん、こんにちは`,
    headingWithoutName: 'こんにちは',
    welcomeHeading: (website) => `${website} へようこそ`,
    welcomeLead: '招待を承諾しました。現在のアクセス権は次のとおりです。',
    welcomeAgain: 'この招待はすでに承諾済みです。現在のアクセス権は次のとおりです。',
    continueTo: (website) => `${website} へ進む`,
    roles: 'Web ロール',
    noRoles: 'Web ロールはまだありません。',
    on: (website) => website,
    until: (date) => `${date}まで`,
    account: '所属する組織',
    signedInAs: 'サインイン中',
    waysIn: (ways) => `サインインの方法：${ways}`,
    providers: { credential: 'パスワード' },
    emailCode: 'メールで届くコード',
    signOut: 'サインアウト',
    typeCode: '別の招待コードを使う',
  },

  receipt: {
    heading: (website) => `${website} へのアクセス`,
    gives: '付与されたもの',
    nothingLeft: '現在有効なものはありません。',
    noEnd: '終了日なし',
    ended: '無効になりました',
    joined: (account) => `${account} に所属しました`,
    givenBy: '付与した人',
    acceptedOn: '承諾した日',
    leave: 'このアクセス権を返す',
    leaveLead: (website) =>
      `この招待で ${website} に付与されたものはすべて直ちに無効になり、招待した方にも表示されます。もう一度利用するには、新しい招待が必要です。`,
    leaveButton: '返す',
    leftHeading: 'このアクセス権を返しました',
    leftOn: (date) => `${date}に返しました。`,
    stored: '保存されている情報',
    storedLead:
      'ここで入力された内容のうち、保存されているのは次のものだけです。招待した方が確認でき、ご依頼に応じて削除できます。',
    storedName: '名前',
    storedEmail: 'メールアドレス',
    storedAccount: '組織',
    storedWays: 'サインインの方法',
    storedPassword: 'パスワード（元に戻せない形で保存）',
    storedAccepted: '承諾した日時、ネットワークアドレス、ブラウザー',
    storedFrom: (date, address) => `${date}、${address} から`,
  },

  problems: {
    email_invalid: 'メールアドレスをご確認ください。jane@contoso.com のような形式です。',
    password_too_short: 'パスワードが短すぎます。',
    password_too_long: 'パスワードが長すぎます。128 文字以内にしてください。',
    terms_not_agreed: '続けるには利用規約に同意してください。',
    wrong_credentials:
      'アドレスとパスワードの組み合わせが正しくありません。両方をご確認いただくか、メールでコードを受け取ってください。',
    locked_out: 'パスワードの誤りが続いたため、このサインインは一時的にロックされています。',
    too_many_attempts: '試行回数が多すぎるため、一時的に停止しています。',
    wrong_email_code:
      'コードが正しくないか、期限が切れています。ご確認いただくか、別のコードを依頼してください。',
    account_exists:
      'このアドレスのアカウントはすでにあります。パスワードでサインインするか、メールでコードを受け取ってください。',
    code_mistyped: 'コードに入力の誤りがあります。招待と一文字ずつ照らし合わせてください。',
    code_unknown: 'このコードの招待は見つかりません。招待と一文字ずつ照らし合わせてください。',
    code_missing: '招待に記載されているコードを入力してください。',
    session_over: 'ページを開いてから時間が経ちすぎました。コードの入力からやり直してください。',
  },
  tryAgainIn: (minutes) =>
    minutes <= 1 ? '1 分後にもう一度お試しください。' : `${minutes} 分後にもう一度お試しください。`,

  refusals: {
    invitation_unknown: {
      heading: 'この招待は見つかりません',
      happened: 'このリンクまたはコードに対応する招待はありません。途中で一部が欠けた可能性があります。',
      next: '招待のリンクをもう一度開くか、記載されているコードを入力してください。',
    },
    invitation_expired: {
      heading: 'この招待は期限が切れました',
      happened: '承諾できる期間が終了しました。',
      next: '招待した方に新しい招待を依頼してください。すぐに発行できます。',
    },
    invitation_inactive: {
      heading: 'この招待は取り消されました',
      happened: '送信した方が招待を終了したため、承諾できなくなりました。',
      next: 'お心当たりがない場合は、招待した方にお問い合わせください。',
    },
    invitation_full: {
      heading: 'この招待は定員に達しました',
      happened: 'すべての席が埋まりました。',
      next: 'ご自身で承諾された場合は、サインインしてアクセス権をご確認ください。そうでない場合は、招待した方に新しい招待を依頼してください。',
    },
    wrong_recipient: {
      heading: 'この招待は別の方に宛てたものです',
      happened: '承諾できるのは、招待の宛先の方だけです。',
      next: '別のアドレスをお持ちの場合は、そのアドレスでサインインしてください。そうでない場合は、招待した方にお問い合わせください。',
    },
    email_unverified: {
      heading: '先にアドレスを確認してください',
      happened: 'メールアドレスは合っていますが、ご本人のものであることがまだ確認されていません。',
      next: '6 桁のコードをメールで受け取り、入力するだけで完了します。',
    },
    not_signed_in: {
      heading: '先にサインインしてください',
      happened: 'このブラウザーでは誰もサインインしていません。',
      next: 'サインインしてから続けてください。',
    },
    too_many_attempts: {
      heading: '試行回数が多すぎます',
      happened: '短時間に多くの試行があったため、一時的に停止しています。',
      next: 'しばらく待ってから、もう一度お試しください。招待はそのまま残っています。',
    },
    invalid_request: {
      heading: '正しく届きませんでした',
      happened: 'ブラウザーから読み取れないデータが送られました。',
      next: '前のページに戻り、再読み込みしてからもう一度お試しください。',
    },
    unavailable: {
      heading: '現在、一時的にご利用いただけません',
      happened:
        '当方の一部が現在利用できません。操作の内容は失われておらず、二重に処理されたものもありません。',
      next: '1 分ほど待ってから、もう一度お試しください。',
    },
  },

  used: {
    heading: 'この招待は使用済みです',
    happened: 'お一人に宛てた招待で、すでに承諾されています。',
    next: 'ご自身で承諾された場合は、サインインしてアクセス権をご確認ください。そうでない場合は、招待した方にお知らせください。',
  },
  closed: {
    from: (inviter, website) => `${inviter} さんからの、${website} への招待でした。`,
    askForNew: (inviter) => `${inviter} さんに新しい招待を依頼してください。すぐに発行できます。`,
    write: (address) => `${address} に連絡する`,
  },
  wrongRecipient: {
    madeFor: (maskedEmail) => `この招待は ${maskedEmail} に宛てたものです。`,
    youAre: (email) => `現在 ${email} としてサインインしています。`,
    switch: '別のアドレスでサインインする',
  },
  mistyped: {
    heading: 'コードに入力の誤りがあります',
    happened: 'コードには確認用の文字が含まれており、このコードは一致しません。文字の誤りか不足があります。',
    next: '招待と一文字ずつ照らし合わせて、もう一度入力してください。',
  },
  crossSite: {
    heading: '別のページから送られました',
    happened: 'このフォームはここから送信されたものではないため、処理しませんでした。',
    next: '招待のリンクをもう一度開いて、そこから続けてください。',
  },
  notFound: {
    heading: 'ここには何もありません',
    happened: 'このアドレスのページは存在しません。',
    next: '招待のリンクを開くか、記載されているコードを入力してください。',
  },
  broken: {
    heading: '当方で問題が発生しました',
    happened: 'お客様の操作が原因ではありません。記録されており、確認いたします。',
    next: 'しばらくしてからもう一度お試しください。再び発生する場合は、次の番号をお知らせください：',
  },

  refusalActions: {
    typeCode: 'コードを入力する',
    tryAgain: 'もう一度試す',
    signIn: 'サインイン',
    home: 'アクセス権を見る',
    back: '招待に戻る',
    confirmAddress: 'コードをメールで受け取る',
  },
  support: 'お問い合わせ：',
} satisfies Texts
