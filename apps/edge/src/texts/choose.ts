import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { InvitationPreview } from '@usher/services'
import type { EdgeEnv } from '../edge-deps.ts'
import { findTexts, type Texts, textsFor } from './index.ts'

export const languageCookie = 'usher-language'
/** Longer than any browser says it. */
const longestHeader = 500

/**
 * What this visitor reads: the language they chose, else their contact's (told only to the reader of that mailbox), else
 * the browser's, else the website's, else English. Dates follow the most exact locale of that language.
 */
export function textsOf(
  c: Context<EdgeEnv>,
  known: { contactLocale?: string | null | undefined; websiteLocale?: string | null | undefined } = {},
): Texts {
  const said = [
    known.contactLocale,
    ...readAcceptLanguage(c.req.header('accept-language')),
    known.websiteLocale,
  ].filter((locale) => locale != null)
  const wished = [c.req.query('lang'), getCookie(c, languageCookie), ...said]
  const texts = textsFor(wished.find(findTexts))
  const exact = said.find((locale) => findTexts(locale) === texts && canFormat(locale))
  return exact ? { ...texts, locale: exact } : texts
}

/** The texts for who reads an invitation. */
export const textsOfInvitation = (
  c: Context<EdgeEnv>,
  { hasRecipientProof, recipient, website }: InvitationPreview,
): Texts =>
  textsOf(c, {
    contactLocale: hasRecipientProof ? recipient?.locale : null,
    websiteLocale: website.locale,
  })

/** Locales as a browser wishes for them, the dearest first. */
export function readAcceptLanguage(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, longestHeader)
    .split(',')
    .map((part) => {
      const [locale = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { locale, quality: Number(quality ?? 1) }
    })
    .filter(({ locale, quality }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ locale }) => locale)
}

/** Says more than the language alone, and is one that dates can be written in. */
function canFormat(locale: string): boolean {
  if (!locale.includes('-')) return false
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
