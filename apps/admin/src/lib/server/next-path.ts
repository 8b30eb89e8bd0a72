/** Where somebody wanted to go before signing in: a path below `home` (with a slash at its end), never another site. */
export function nextPath(text: string | null, home: string): string {
  if (!text || /[\\\p{Cc}]/u.test(text)) return home
  const url = URL.parse(text, 'http://here.invalid')
  return url?.origin === 'http://here.invalid' && url.pathname.startsWith(home)
    ? url.pathname + url.search
    : home
}
