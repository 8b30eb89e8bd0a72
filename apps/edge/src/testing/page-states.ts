import { defaultWebsiteSettings } from '@usher/domain'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from './stories.ts'
import type { Browser, Shown } from './browser.ts'
import type { EdgeWorld } from './edge-world.ts'
import { createSessionCookie } from './session-cookie.ts'
import { waysInStories } from './ways-in-states.ts'

export type PageState = { name: string; shown: Shown }

/** A story that ends on one page, in a house of its own. */
type Story = (world: EdgeWorld, browser: Browser) => Promise<Shown>

const past = new Date('2026-01-01T00:00:00Z')
const portal = {
  name: 'Contoso Partners',
  baseUrl: 'https://portal.contoso.example/',
  accentColor: '#0b6e4f',
  supportEmail: 'help@contoso.example',
}
const message = 'So glad that you are with us.\nThe portal has everything for your first order.'
const jane = 'jane@contoso.example'

const invited = (world: EdgeWorld, row: Parameters<typeof inviteJane>[1] = {}) =>
  inviteJane(world, {
    message,
    expiresAt: new Date('2031-03-31T22:00:00Z'),
    ...row,
    website: { ...portal, ...row.website },
  })
const full = { maximumRedemptions: 1, redemptionCount: 1 }

/** Every page that an invitee can meet, by the name of its state. */
export const stories: Record<string, Story> = {
  ...waysInStories,
  'landing: a mailed link': async (world, browser) => browser.get((await invited(world)).mailedLink),
  'landing: a copied link': async (world, browser) => browser.get((await invited(world)).copiedLink),
  'landing: who has an account': async (world, browser) => {
    const { mailedLink } = await invited(world)
    await world.make.invitee({ email: jane })
    return browser.get(mailedLink)
  },
  'landing: a long address and name': async (world, browser) => {
    const { mailedLink } = await invited(world, {
      website: { name: 'The Contoso International Partner and Supplier Collaboration Portal' },
      contact: {
        email: 'maximiliane.katharina.von-hohenstein@partners.subsidiary.contoso-international.example',
      },
    })
    return browser.get(mailedLink)
  },
  'landing: signed in': async (world, browser) => {
    await letIn(world, browser)
    return browser.get((await inviteEverybody(world)).link)
  },
  'landing: signed in as somebody else': async (world, browser) => {
    await letIn(world, browser)
    const other = await world.make.contact({ email: 'max@fabrikam.example' })
    const invitation = await world.make.invitation({ contacts: [other] })
    return browser.get(`/i/${invitation.code}`)
  },
  'landing: accepted already': async (world, browser) =>
    browser.get((await letIn(world, browser)).mailedLink),
  'landing: a Group with places': async (world, browser) =>
    browser.get((await inviteEverybody(world, { maximumRedemptions: 20, message })).link),
  'landing: terms to agree to': async (world, browser) => {
    const settings = { ...defaultWebsiteSettings, termsText: 'Be kind.\nKeep what you see to yourself.' }
    return browser.get((await invited(world, { website: { settings } })).mailedLink)
  },
  'landing: no way in': async (world, browser) => {
    const settings = {
      ...defaultWebsiteSettings,
      localSignInEnabled: false,
      emailCodeEnabled: false,
      passkeyEnabled: false,
      externalSignInEnabled: false,
    }
    return browser.get((await invited(world, { website: { settings } })).copiedLink)
  },
  'landing: the password is too short': async (world, browser) =>
    browser.submit(await browser.get((await invited(world)).mailedLink), 'create', { password: 'short' }),
  'landing: the address is none': async (world, browser) =>
    browser.submit(await browser.get((await invited(world)).copiedLink), 'create', {
      email: 'jane',
      password: goodPassword,
    }),
  'landing: the password is wrong': async (world, browser) => {
    const { mailedLink } = await invited(world)
    await world.make.invitee({ email: jane })
    return browser.submit(await browser.get(mailedLink), 'sign_in', { email: jane, password: 'wrong' })
  },
  'e-mail code: on its way': async (world, browser) => browser.follow(await askForCode(world, browser)),
  'e-mail code: another one': async (world, browser) =>
    browser.follow(await browser.submit(await browser.follow(await askForCode(world, browser)), 'resend')),
  'e-mail code: wrong': async (world, browser) =>
    browser.submit(await browser.follow(await askForCode(world, browser)), 'verify', { otp: '123456' }),
  'code page': async (_, browser) => browser.get('/redeem'),
  'code page: mistyped': async (_, browser) =>
    browser.submit(await browser.get('/redeem'), 'open', { code: '1111-EFGH-JKMN-PQRS-TVWX' }),
  'code page: unknown': async (_, browser) =>
    browser.submit(await browser.get('/redeem'), 'open', { code: 'SPRING-PARTNERS-2027' }),
  'code page: empty': async (_, browser) => browser.submit(await browser.get('/redeem'), 'open'),
  'link: unknown': async (_, browser) => browser.get('/i/SPRING-PARTNERS-2027'),
  'link: mistyped': async (_, browser) => browser.get('/i/1111-EFGH-JKMN-PQRS-TVWX'),
  expired: async (world, browser) => browser.get((await invited(world, { expiresAt: past })).copiedLink),
  'expired: a Group': async (world, browser) =>
    browser.get((await inviteEverybody(world, { expiresAt: past })).link),
  'expired: asked for a new link': async (world, browser) =>
    browser.submit(await browser.get((await invited(world, { expiresAt: past })).copiedLink), 'new_link'),
  withdrawn: async (world, browser) =>
    browser.get((await invited(world, { deactivatedAt: new Date() })).copiedLink),
  used: async (world, browser) => browser.get((await invited(world, { redemptionCount: 1 })).copiedLink),
  'full: a Group': async (world, browser) => browser.get((await inviteEverybody(world, full)).link),
  declined: async (world, browser) =>
    browser.submit(await browser.get((await invited(world)).mailedLink), 'decline', { why: 'declined' }),
  'address not confirmed': async (world, browser) => {
    const { invitation } = await invited(world)
    const { id } = await world.make.invitee({ email: jane, emailVerified: false })
    const cookie = await createSessionCookie(world, id)
    browser.cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1))
    return browser.post('/redeem', { intent: 'accept', code: invitation.code })
  },
  home: async (_, browser) => browser.get('/'),
  'sign in': async (_, browser) => browser.get('/sign-in'),
  'sign in: wrong': async (_, browser) =>
    browser.submit(await browser.get('/sign-in'), 'sign_in', { email: jane, password: 'wrong' }),
  'receipt: just redeemed': async (world, browser) => {
    await letIn(world, browser)
    return browser.get('/')
  },
  'receipt: later': async (world, browser) => {
    await letIn(world, browser)
    browser.cookies.delete('usher-welcome')
    return browser.get('/me')
  },
  'receipt: given back': async (world, browser) => {
    await letIn(world, browser)
    browser.cookies.delete('usher-welcome')
    return browser.follow(await browser.submit(await browser.get('/me'), 'give_back'))
  },
  'too many tries': async (_, browser) => {
    let shown = await browser.get('/i/SPRING-PARTNERS-2027')
    for (let time = 0; shown.status !== 429 && time < 50; time++)
      shown = await browser.get(`/i/SPRING-PARTNERS-${time}`)
    return shown
  },
  'not in one piece': async (_, browser) => browser.post('/redeem', { intent: 'x', code: '\u0000' }),
  'from another page': async (_, browser) => browser.post('/redeem', {}, { 'sec-fetch-site': 'cross-site' }),
  'nothing here': async (_, browser) => browser.get('/nothing'),
  'not available': async (world, browser) => {
    world.deps.database.close()
    return browser.get((await browser.get('/redeem')).status === 200 ? '/sign-in' : '/')
  },
}

async function letIn(world: EdgeWorld, browser: Browser) {
  const invitation = await invited(world)
  const own = await letJaneIn(world, invitation.mailedLink)
  for (const [name, value] of own.cookies) browser.cookies.set(name, value)
  return invitation
}

const askForCode = async (world: EdgeWorld, browser: Browser) =>
  browser.submit(await browser.get((await invited(world)).copiedLink), 'email_code', { email: jane })
