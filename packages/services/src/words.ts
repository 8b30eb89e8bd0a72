/** `1 contact`, `3 contacts`; `null` for none, to be left out of a sentence. */
export const counted = (count: number, one: string, many = `${one}s`): string | null =>
  count === 0 ? null : `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** `a, b and c` of those that are there. */
export const listed = (parts: readonly (string | null)[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts.filter((part) => part !== null))
