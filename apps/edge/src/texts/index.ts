import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Texts } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { pt } from './pt.ts'

export type { FormProblem, RefusalText, Texts } from './en.ts'

/** What the edge can say, in the order of the menu. A further language is a file of the same shape, and a word here. */
export const languages: readonly Texts[] = [en, de, fr, es, pt, ja, ar]

/** The texts of a locale such as `de-CH`; `null` where nobody has written them. */
export const findTexts = (locale: string | null | undefined): Texts | null =>
  languages.find(({ language }) => language === locale?.toLowerCase().split(/[-_]/)[0]) ?? null

/** The texts of a locale such as `de-CH`; English where there are none yet. */
export const textsFor = (locale: string | null | undefined): Texts => findTexts(locale) ?? en
