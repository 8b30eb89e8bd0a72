/** What the site is told by its environment. */
export type SiteSettings = {
  /** Where the site is, its path included: `https://www.contoso.com/partners`. */
  url: string
  /** Where Usher is. */
  issuer: string
  clientId: string
  /** `null`: the application keeps none, and PKCE alone shows who comes back. */
  clientSecret: string | null
  /** Seals the session cookie: 32 characters or more. */
  sessionSecret: string
  /** Hears what nobody expected. */
  report(message: string): void
}

/** @throws Error in one line that names the value */
export function readSettings(variables: Record<string, string | undefined>): Omit<SiteSettings, 'report'> {
  const needed = (name: string) => {
    const value = variables[name]?.trim()
    if (!value) throw new Error(`${name} is missing`)
    return value
  }
  const sessionSecret = needed('SITE_SESSION_SECRET')
  if (sessionSecret.length < 32) throw new Error('SITE_SESSION_SECRET needs 32 characters or more')
  return {
    url: needed('SITE_URL').replace(/\/+$/, ''),
    issuer: needed('USHER_ISSUER'),
    clientId: needed('SITE_CLIENT_ID'),
    clientSecret: variables['SITE_CLIENT_SECRET']?.trim() || null,
    sessionSecret,
  }
}
