import { countedUpTo } from '@usher/domain'
import { type SQL, sql } from 'drizzle-orm'

/** What is kept for searching: the words of each contact, account and invitation, written by triggers. */
const indexes = {
  contact: { words: sql.raw('contact_search'), keys: sql.raw('contact_search_keys') },
  account: { words: sql.raw('account_search'), keys: sql.raw('account_search_keys') },
  invitation: { words: sql.raw('invitation_search'), keys: sql.raw('invitation_search_keys') },
} as const
type Searched = keyof typeof indexes

/** Words are found by their beginnings, whatever their case and accents; signs alone are no words. At most 10. */
export const wordsOf = (search: string): string[] =>
  search
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 10)

/** The ids of those that have all the words: of more than can be counted the latest. */
export const idsWithWords = (searched: Searched, words: readonly string[]): SQL => {
  const index = indexes[searched]
  return sql`
    select searched.id from (
      select rowid as n from ${index.words} where ${index.words} match ${matchOf(words)}
      order by rowid desc limit ${countedUpTo}) found
    join ${index.keys} searched on searched.n = found.n`
}

/** A row if more have the words than can be counted. */
export const selectTooMany = (searched: Searched, words: readonly string[]): SQL => {
  const index = indexes[searched]
  return sql`select 1 from ${index.words} where ${index.words} match ${matchOf(words)} limit 1 offset ${countedUpTo}`
}

/**
 * The ways in which some words can be in one place and the others in another, such as `ada portal`: the contact Ada, the
 * invitation Portal. More than three words are looked for in one place alone.
 */
export function splitsOf(words: readonly string[]): { here: string[]; there: string[] }[] {
  if (words.length > 3) return []
  return Array.from({ length: 2 ** words.length - 2 }, (_, index) => ({
    here: words.filter((_, bit) => (index + 1) & (1 << bit)),
    there: words.filter((_, bit) => !((index + 1) & (1 << bit))),
  }))
}

const matchOf = (words: readonly string[]) =>
  words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ')
