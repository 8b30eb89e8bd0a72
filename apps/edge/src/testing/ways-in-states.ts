import { defaultWebsiteSettings, seal } from '@usher/domain'
import { createIdentityProvider } from '@usher/services'
import { valued } from '@usher/services/testing'
import type { Browser, Shown } from './browser.ts'
import type { EdgeWorld } from './edge-world.ts'
import { goodPassword, inviteJane, letJaneIn } from './stories.ts'

type Story = (world: EdgeWorld, browser: Browser) => Promise<Shown>

const jane = 'jane@contoso.example'
const settings = { ...defaultWebsiteSettings, usernameEnabled: true, twoFactorEnabled: true }

async function invited(world: EdgeWorld) {
  const invitation = await inviteJane(world, { website: { settings } })
  const providers = []
  for (const [preset, name] of [
    ['google', 'Google'],
    ['openid', 'Contoso single sign-on'],
  ] as const) {
    const input = {
      websiteId: invitation.website.id,
      preset,
      name,
      issuer: 'https://login.contoso.example',
      clientId: 'usher',
      clientSecret: 'secret',
    }
    providers.push(valued(await createIdentityProvider({ deps: world.deps, actor: world.operator, input })))
  }
  return { ...invitation, providers }
}

async function letIn(world: EdgeWorld, browser: Browser) {
  const invitation = await invited(world)
  const own = await letJaneIn(world, invitation.mailedLink)
  for (const [name, value] of own.cookies) browser.cookies.set(name, value)
  return invitation
}

/** In the middle of a sign-in by an identity provider that has not vouched for the address. */
async function awaitingProof(world: EdgeWorld, browser: Browser) {
  const { invitation, providers } = await invited(world)
  const external = { providerId: providers[1]?.id, issuer: 'x', subject: 'y', label: jane }
  const flow = {
    invitation: { code: invitation.code, recipientProof: null, returnUrl: null, hasAccount: false },
    pending: { email: jane, name: null, passwordHash: null, remember: false, external },
    expiresAt: Date.now() + 60_000,
  }
  const options = { iv: world.deps.randomBytes(12), context: 'cookie:usher-flow', purpose: 'cookie' } as const
  browser.cookies.set('usher-flow', await seal(world.deps.keys, JSON.stringify(flow), options))
}

/** The pages of the ways in that need more than an address and a password. */
export const waysInStories: Record<string, Story> = {
  'landing: with identity providers': async (world, browser) =>
    browser.get((await invited(world)).mailedLink),
  'sign in: with identity providers': async (world, browser) => {
    await invited(world)
    return browser.get('/sign-in')
  },
  'coming back from a provider': async (world, browser) => {
    const { providers } = await invited(world)
    return browser.get(`/auth/callback/${providers[0]?.id}?code=x&state=y`)
  },
  'confirm the address': async (world, browser) => {
    await awaitingProof(world, browser)
    return browser.get('/redeem/confirm-address')
  },
  'forgotten password': async (_, browser) => browser.get('/forgot-password'),
  'forgotten password: sent': async (_, browser) => browser.get('/forgot-password/sent'),
  'forgotten password: dead link': async (_, browser) => browser.get('/reset-password?token=x'),
  profile: async (world, browser) => {
    await letIn(world, browser)
    return browser.get('/profile')
  },
  'profile: wrong password': async (world, browser) => {
    await letIn(world, browser)
    return browser.submit(await browser.get('/profile'), 'password', {
      current: 'wrong',
      password: goodPassword,
    })
  },
  'profile: an authenticator app': async (world, browser) => {
    await letIn(world, browser)
    return browser.submit(await browser.get('/profile'), 'second_step_app')
  },
  'second step: by e-mail': async (world, browser) => {
    await letIn(world, browser)
    await browser.submit(await browser.get('/profile'), 'second_step_email')
    browser.cookies.clear()
    const first = { intent: 'sign_in', email: jane, password: goodPassword }
    return browser.follow(await browser.post('/sign-in', first))
  },
}
