import type { Reference } from './read-source.ts'

export type Finder = {
  add(entry: { guid: string | null; names: readonly (string | null)[]; id: string }): void
  /** `null` when nothing, or more than one thing, is meant. */
  find(reference: Reference | null): string | null
}

/** What rows point at, by its GUID there or by one of its names. */
export function createFinder(): Finder {
  const byGuid = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  return {
    add({ guid, names, id }) {
      if (guid) byGuid.set(guid, id)
      for (const name of new Set(names)) {
        if (!name) continue
        const key = name.toLowerCase()
        byName.set(key, (byName.get(key) ?? new Set()).add(id))
      }
    },
    find(reference) {
      if (!reference) return null
      if ('guid' in reference) return byGuid.get(reference.guid) ?? null
      const found = byName.get(reference.name.toLowerCase())
      return found?.size === 1 ? ([...found][0] ?? null) : null
    },
  }
}
