import * as v from 'valibot'
import { neededLine } from '../fields.ts'

const uriFix =
  'Give whole addresses such as https://www.contoso.com/callback: https, or http on this machine, without a user and #.'

/**
 * Compared letter by letter with what a website asks for, so kept as written. Over plain http a code would be read on
 * its way: only a machine's own addresses may have it. Apps may bring their own scheme (RFC 8252): `com.contoso.app:/cb`.
 */
const redirectUri = v.pipe(
  v.string(uriFix),
  v.trim(),
  v.maxLength(2000),
  v.check((text) => {
    const url = URL.parse(text)
    if (!url || url.hash || text.includes('#') || url.username || url.password || /[\s\\*]/.test(text))
      return false
    if (url.protocol === 'https:') return true
    if (url.protocol === 'http:') return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
    return /^[a-z][a-z\d+-]*(\.[a-z\d+-]+)+:$/.test(url.protocol)
  }, uriFix),
)

/** The attributes of a client that may change. */
export const oidcClientFields = {
  name: neededLine(100, 'Give the application a name that people know.'),
  redirectUris: v.pipe(
    v.array(redirectUri),
    v.minLength(1, 'Give at least one address where people come back to.'),
    v.maxLength(20, 'Give at most 20 addresses.'),
  ),
  postLogoutRedirectUris: v.pipe(v.array(redirectUri), v.maxLength(20, 'Give at most 20 addresses.')),
  asksConsent: v.boolean(),
}
