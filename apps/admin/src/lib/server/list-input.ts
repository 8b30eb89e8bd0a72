/**
 * The input of a list verb from the page's address: `search`, `sort`, `limit` and the trail of cursors.
 * `?cursor=A&cursor=B` is the third page: the last cursor counts, the others lead back.
 */
export function listInput(url: URL, filters: readonly string[] = []) {
  const trail = url.searchParams.getAll('cursor').filter(Boolean)
  const text = (name: string) => url.searchParams.get(name)?.trim() || undefined
  const given = Object.fromEntries(
    ['search', 'sort', 'limit', ...filters].flatMap((name) => {
      const value = text(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return { ...given, cursor: trail.at(-1) ?? null }
}
