import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { bearerToken, cookieToken } from './admit.ts'
import * as forExpress from './express.ts'
import * as forFetch from './fetch.ts'
import * as forHono from './hono.ts'
import * as forSvelteKit from './sveltekit.ts'
import { clientId, createIssuer, issuer } from './testing/issuer.ts'
import { createUsher, type Usher } from './usher.ts'

let usher: Usher
let headers: Record<'partner' | 'guest' | 'nobody', Record<string, string>>
beforeAll(async () => {
  const usherItself = await createIssuer()
  usher = createUsher({ issuer, clientId, fetch: usherItself.fetch })
  headers = {
    partner: { authorization: `Bearer ${await usherItself.sign()}` },
    guest: { authorization: `Bearer ${await usherItself.sign({ web_roles: ['Guest'] })}` },
    nobody: {},
  }
})

type Send = (who: keyof typeof headers) => Promise<Response>

/** The same promise for every framework. */
async function expectDoor(send: Send) {
  const partner = await send('partner')
  expect([partner.status, await partner.text()]).toEqual([200, 'prices for jane'])
  const guest = await send('guest')
  expect(guest.status).toBe(403)
  expect(await guest.json()).toMatchObject({
    code: 'web_role_missing',
    detail: expect.stringContaining('Partner'),
  })
  const nobody = await send('nobody')
  expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  expect(nobody.headers.get('content-type')).toBe('application/problem+json')
}

describe('requireWebRole lets in who has the web role, tells the others why, and nobody the page', () => {
  test('for a plain fetch handler', async () => {
    const handler = forFetch.requireWebRole(
      'Partner',
      { usher },
      (_, person) => new Response(`prices for ${person.id}`),
    )
    await expectDoor((who) => handler(new Request('https://site.example/prices', { headers: headers[who] })))
  })

  test('for Hono', async () => {
    const app = new Hono<{ Variables: forHono.UsherVariables }>()
    app.get('/prices', forHono.requireWebRole('Partner', { usher }), (c) =>
      c.text(`prices for ${c.var.person.id}`),
    )
    await expectDoor(async (who) => app.request('/prices', { headers: headers[who] }))
  })

  test('for SvelteKit, data and form actions of a section included', async () => {
    const handle = forSvelteKit.requireWebRole({ '/partners': 'Partner' }, { usher })
    const visit = (path: string, who: keyof typeof headers) => {
      const url = new URL(path, 'https://site.example')
      const event = { request: new Request(url, { headers: headers[who] }), url, locals: {} }
      return handle({
        event,
        resolve: ({ locals }) =>
          new Response(`prices for ${(locals as { person?: { id: string } }).person?.id}`),
      })
    }
    await expectDoor((who) => visit('/partners/prices', who))
    for (const path of ['/partners', '/partners/__data.json', '/p%61rtners/x'])
      expect((await visit(path, 'nobody')).status).toBe(401)
    for (const path of ['/', '/partnership']) expect((await visit(path, 'nobody')).status).toBe(200)
  })

  test('for Express, over a real connection', async () => {
    const app = express()
    app.get('/prices', forExpress.requireWebRole('Partner', { usher }), (request, response) => {
      response.send(`prices for ${(request as unknown as forExpress.WithPerson).person.id}`)
    })
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await expectDoor((who) => fetch(`http://127.0.0.1:${port}/prices`, { headers: headers[who] }))
    server.close()
  })
})

test('a website sends those who are not signed in to its own sign-in instead', async () => {
  const handler = forFetch.requireWebRole(
    'Partner',
    {
      usher,
      refuse: ({ reason }) =>
        reason === 'not_signed_in'
          ? Response.redirect('https://site.example/sign-in', 303)
          : new Response('', { status: 403 }),
    },
    () => new Response('prices'),
  )
  const ask = (who: keyof typeof headers) =>
    handler(new Request('https://site.example/', { headers: headers[who] }))
  expect((await ask('nobody')).headers.get('location')).toBe('https://site.example/sign-in')
  expect((await ask('guest')).status).toBe(403)
})

test('a token is found in the header or in the cookie that is named, and nowhere else', () => {
  const request = new Request('https://site.example/?token=abc', {
    headers: { authorization: 'bearer  abc.def', cookie: 'other=1; token=x=y ; xtoken=z' },
  })
  expect(bearerToken(request)).toBe('abc.def')
  expect(cookieToken('token')(request)).toBe('x=y')
  expect(cookieToken('missing')(request)).toBeNull()
  expect(bearerToken(new Request('https://site.example/?token=abc'))).toBeNull()
})
