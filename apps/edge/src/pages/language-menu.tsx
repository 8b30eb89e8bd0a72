import { languages, type Texts } from '../texts/index.ts'

/** Another language for the same page. Each is named in itself; a form, so that it works in every browser. */
export const LanguageMenu = ({ texts, back }: { texts: Texts; back: string }) => (
  <details class="languages">
    <summary>
      <span class="unseen">{texts.chooseLanguage}: </span>
      {texts.name}
    </summary>
    <form method="post" action="/language">
      <input type="hidden" name="back" value={back} />
      {languages.map(({ language, direction, name }) => (
        <button
          name="language"
          value={language}
          lang={language}
          dir={direction}
          {...(language === texts.language ? { 'aria-current': 'true' as const } : {})}
        >
          {name}
        </button>
      ))}
    </form>
  </details>
)
