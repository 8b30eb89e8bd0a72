/** The zones to choose from; a stored one that this runtime does not list stays choosable. */
export function timeZones(stored?: string | null): string[] {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return stored && !known.includes(stored) ? [stored, ...known] : known
}
