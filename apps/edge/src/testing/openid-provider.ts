import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { type Browser, createBrowser, type Shown } from './browser.ts'

/** What the provider says of somebody. */
type Claims = Record<string, unknown> & { email?: string; email_verified?: boolean; name?: string }

/** A real OpenID provider in this process, with its own sign-in and consent pages. */
export async function startOpenIdProvider(
  options: {
    register?: (client: { issuer: string }) => Promise<string>
    /** What it says of itself besides. */
    says?: Record<string, string[]>
  } = {},
) {
  const people = new Map<string, Claims>()
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const redirectUri = (await options.register?.({ issuer })) ?? 'http://localhost/none'
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'usher',
        client_secret: 'the secret of the client',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    cookies: { keys: ['a key of the provider in tests'] },
    ...(options.says ? { discovery: options.says } : {}),
  })
  server.on('request', (request, response) => {
    void provider.callback()(request, response)
  })
  return {
    issuer,
    people,
    /** Goes where we lead and signs in there; answers with the address it is sent back to. */
    async signIn(leaving: Shown, subject: string, browser = newBrowser(issuer)): Promise<URL> {
      const url = leadsTo(leaving)
      let at = await browser.get(url.pathname + url.search)
      for (let step = 0; step < 10; step++) {
        at = await browser.follow(at)
        if (at.location) return new URL(at.location)
        const form = /<form[^>]*action="([^"]*)"[\s\S]*?name="prompt" value="(\w+)"/.exec(at.text)
        if (!form) throw new Error(`The provider shows no form: ${at.words.slice(0, 300)}`)
        const [, action = '', prompt = ''] = form
        at = await browser.post(new URL(action, issuer).pathname, { prompt, login: subject, password: 'any' })
      }
      throw new Error('The provider never sends back')
    },
    stop: () => stop(server),
  }
}
export type OpenIdProvider = Awaited<ReturnType<typeof startOpenIdProvider>>

/** Where the page that leaves for a provider leads. */
export const leadsTo = (leaving: Shown): URL =>
  new URL((/^0;url=(.+)$/.exec(leaving.headers.get('refresh') ?? '') ?? [])[1] ?? '')

const newBrowser = (issuer: string): Browser => createBrowser((request) => fetch(request), issuer)

const stop = (server: Server) =>
  new Promise<void>((stopped) => {
    server.close(() => stopped())
    server.closeAllConnections()
  })
