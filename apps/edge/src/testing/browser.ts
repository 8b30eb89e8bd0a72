export type Send = (request: Request) => Response | Promise<Response>

export type Shown = {
  status: number
  /** The whole page, or what a machine answered. */
  text: string
  headers: Headers
  /** Where it leads on to, as path and query on the same origin, else whole. */
  location: string | null
  /** The page as a person reads it: no tags, spaces collapsed. */
  words: string
}

/** A browser without scripts: keeps cookies, fills in forms, follows no redirect unless told. Speaks HTTP alone. */
export function createBrowser(send: Send, origin: string, defaults: Record<string, string> = {}) {
  const cookies = new Map<string, string>()

  async function request(path: string, init: RequestInit = {}): Promise<Shown> {
    const headers = new Headers({ ...defaults, ...Object.fromEntries(new Headers(init.headers)) })
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await send(new Request(new URL(path, origin), { ...init, headers, redirect: 'manual' }))
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    const text = await response.text()
    const location = response.headers.get('location')
    const target = location && URL.parse(location, origin)
    return {
      status: response.status,
      text,
      headers: response.headers,
      location: target
        ? target.origin === origin
          ? target.pathname + target.search
          : target.href
        : location,
      words: wordsOf(text),
    }
  }

  function keep(cookie: string) {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim())
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || value === '') cookies.delete(name)
    else cookies.set(name, value)
  }

  const browser = {
    cookies,
    request,
    get: (path: string) => request(path, { headers: { 'sec-fetch-site': 'none' } }),
    /** Posts a form as a browser does from a page of ours: pages send no referrer, so the origin is `null`. */
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', origin: 'null', ...headers },
        body: new URLSearchParams(fields),
      }),
    json: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', origin, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    /** Fills in the form with this `intent` on a page and sends it. */
    submit: (page: Shown, intent: string, fields: Record<string, string> = {}) => {
      const form = formOf(page.text, intent)
      return browser.post(form.action, { ...form.hidden, ...fields })
    },
    /** Goes where an answer leads, until it leads nowhere on this origin. */
    follow: async (shown: Shown): Promise<Shown> => {
      let at = shown
      while (at.location?.startsWith('/')) at = await browser.get(at.location)
      return at
    },
  }
  return browser
}
export type Browser = ReturnType<typeof createBrowser>

/** Where a form goes and what it carries: a test sends what the page holds, not what the test knows. */
export function formOf(html: string, intent: string): { action: string; hidden: Record<string, string> } {
  const forms = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
  for (const [, attributes = '', body = ''] of forms) {
    const hidden = Object.fromEntries(
      [...body.matchAll(/<input([^>]*)>/g)]
        .map(([, input = '']) => input)
        .filter((input) => /type="hidden"/.test(input) || /\breadonly\b/.test(input))
        .map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
    )
    if (hidden['intent'] === intent) return { action: attribute(attributes, 'action'), hidden }
  }
  throw new Error(`The page has no form to ${intent}: ${wordsOf(html).slice(0, 300)}`)
}

const attribute = (tag: string, name: string) =>
  unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const wordsOf = (html: string) =>
  unescape(
    html
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim()

const unescape = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
