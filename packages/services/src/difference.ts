/** What differs between two states of a row, for the audit: `null` when nothing does. */
export function differenceOf<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const changed = Object.keys(after).filter(
    (key) => after[key] !== undefined && JSON.stringify(after[key]) !== JSON.stringify(before[key]),
  )
  if (changed.length === 0) return null
  const pick = (row: Partial<T>) => Object.fromEntries(changed.map((key) => [key, row[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}
