import type { Cookies } from '@sveltejs/kit'

/** Hands the cookies that Better Auth would set to the answer of this request. */
export function applyCookies(headers: Headers, cookies: Cookies): void {
  for (const line of headers.getSetCookie()) {
    const { name, value, ...options } = cookies.parse(line)
    cookies.set(name, value ?? '', {
      ...options,
      path: options.path ?? '/admin',
      secure: options.secure ?? false,
    })
  }
}
