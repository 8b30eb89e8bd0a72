/** What a page may load: its own inline style, the website's logo. No script, but the page's own where it has one. */
export function contentSecurityPolicy(page: {
  nonce: string
  logoUrl?: string | null
  hasScript?: boolean
  /** Where a form of this page may end up: browsers hold redirects against `form-action` too. */
  formTargets?: readonly string[]
}): string {
  const logo = page.logoUrl ? URL.parse(page.logoUrl) : null
  const targets = (page.formTargets ?? []).flatMap((target) => URL.parse(target)?.origin ?? [])
  return [
    "default-src 'none'",
    `style-src 'nonce-${page.nonce}'`,
    ...(page.hasScript ? [`script-src 'nonce-${page.nonce}'`, "connect-src 'self'"] : []),
    `img-src 'self' data:${logo && /^https?:$/.test(logo.protocol) ? ` ${logo.origin}` : ''}`,
    `form-action ${[...new Set(["'self'", ...targets.filter((origin) => origin !== 'null')])].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
