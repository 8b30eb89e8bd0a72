import { createOidcClient } from '@usher/services'
import { valued } from '@usher/services/testing'
import * as openid from 'openid-client'
import type { Browser } from './browser.ts'
import type { EdgeWorld } from './edge-world.ts'

export const callback = 'https://www.contoso.example/callback'
export const leftAt = 'https://www.contoso.example/goodbye'

/** A website with an application of its own, and a standard client that has read what the edge says of itself. */
export async function connectWebsite(
  world: EdgeWorld,
  websiteId: string,
  input: { hasSecret?: boolean; asksConsent?: boolean; name?: string } = {},
) {
  const client = valued(
    await createOidcClient({
      deps: world.deps,
      actor: world.operator,
      input: {
        websiteId,
        name: 'Partner portal',
        redirectUris: [callback],
        postLogoutRedirectUris: [leftAt],
        ...input,
      },
    }),
  )
  return { client, config: await discover(world, client) }
}

/** Reads what the edge says of itself, as a program does when it starts. */
export const discover = (world: EdgeWorld, client: { id: string; secret: string | null }) =>
  openid.discovery(
    new URL(world.deps.origin),
    client.id,
    undefined,
    client.secret === null ? openid.None() : openid.ClientSecretBasic(client.secret),
    {
      execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
      [openid.customFetch]: (url, init) =>
        Promise.resolve(world.app.fetch(new Request(url, init as RequestInit), { peerAddress: '127.0.0.1' })),
    },
  )

/** What a website does when somebody wants in: an address to send them to, and what to compare the answer with. */
export async function askToSignIn(config: openid.Configuration, more: Record<string, string> = {}) {
  const verifier = openid.randomPKCECodeVerifier()
  const [state, nonce] = [openid.randomState(), openid.randomNonce()]
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile email offline_access',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  })
  return {
    path: url.pathname + url.search,
    /** Takes the address that the browser came back to, and gives back the tokens. */
    finish: (cameBackTo: string | null) =>
      openid.authorizationCodeGrant(config, new URL(cameBackTo ?? ''), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }),
  }
}

/** Somebody who is signed in already comes from the website and goes back to it. */
export async function signInAtWebsite(config: openid.Configuration, browser: Browser) {
  const asked = await askToSignIn(config)
  return asked.finish((await browser.get(asked.path)).location)
}
