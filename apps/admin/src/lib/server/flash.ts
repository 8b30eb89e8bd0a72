import { type Cookies, redirect } from '@sveltejs/kit'

/** Said once, on the page that follows. */
export type Flash = {
  kind: 'success' | 'error'
  message: string
  /** The task that can be taken back. */
  undo?: string | undefined
}

const name = 'usher-flash'
const options = { path: '/admin', httpOnly: true, sameSite: 'lax' } as const

/** Post, redirect, get: the page that follows says what happened, with JavaScript or without. */
export function redirectWith(
  { cookies, locals }: { cookies: Cookies; locals: App.Locals },
  location: string,
  message: string,
  kind: Flash['kind'] = 'success',
  undo?: string,
): never {
  const flash = JSON.stringify({ kind, message, undo } satisfies Flash)
  cookies.set(name, encodeURIComponent(flash), {
    ...options,
    secure: locals.deps.origin.startsWith('https:'),
    maxAge: 60,
  })
  redirect(303, location)
}

export function takeFlash(cookies: Cookies): Flash | null {
  const text = cookies.get(name)
  if (!text) return null
  cookies.delete(name, { ...options, secure: false })
  try {
    const flash: unknown = JSON.parse(decodeURIComponent(text))
    return isFlash(flash) ? flash : null
  } catch {
    return null
  }
}

const isFlash = (value: unknown): value is Flash =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'success' || value.kind === 'error') &&
  'message' in value &&
  typeof value.message === 'string' &&
  (!('undo' in value) || typeof value.undo === 'string')
