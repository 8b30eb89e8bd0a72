import { en, type Texts } from './en.ts'

export type { FormProblem, RefusalText, Texts } from './en.ts'

const languages: Record<string, Texts> = { en }

/** The texts of a locale such as `de-CH`; English where there are none yet. */
export const textsFor = (locale: string | null | undefined): Texts =>
  languages[locale?.split('-')[0] ?? 'en'] ?? en
