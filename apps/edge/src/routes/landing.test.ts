import { gzipSync } from 'node:zlib'
import { defaultWebsiteSettings } from '@usher/domain'
import { describe, expect, test } from 'vitest'
import { formOf } from '../testing/browser.ts'
import { dump } from '../testing/dump.ts'
import { inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
const open = (path: string) => world.current.browser().get(path)

describe('the landing page', () => {
  test('says who invites, to what, what it gives, until when, before anything is asked', async () => {
    const ana = await world.current.make.contact({ firstName: 'Ana', lastName: 'Silva' })
    const { mailedLink } = await inviteJane(world.current, {
      inviterContactId: ana.id,
      message: 'Good to have you with us.',
      expiresAt: new Date('2027-03-31T15:00:00Z'),
    })
    const { status, words } = await open(mailedLink)
    expect(status).toBe(200)
    const asked = words.indexOf('Accept your invitation')
    for (const said of [
      'Hello Jane,',
      'Ana Silva invites you to Contoso Partners',
      'Good to have you with us.',
      'Partner',
      'You join Contoso GmbH',
      'jane@contoso.example',
      // 17:00 in Berlin, where the website is.
      'Wednesday, 31 March 2027 at 17:00 CEST',
    ]) {
      expect(words, said).toContain(said)
      expect(words.indexOf(said), said).toBeLessThan(asked)
    }
  })

  test('says a date as the end of that day, in the website’s time zone', async () => {
    const { copiedLink } = await inviteJane(world.current, { expiresAt: new Date('2027-03-31T22:00:00Z') })
    expect((await open(copiedLink)).words).toContain('the end of Wednesday, 31 March 2027')
  })

  test('tells a Group how many places are left', async () => {
    const { link } = await inviteEverybody(world.current, { maximumRedemptions: 12, redemptionCount: 7 })
    expect((await open(link)).words).toContain('Places left 5')
  })

  test('without a recipient proof tells neither the name nor the address of who is invited', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const { text } = await open(copiedLink)
    expect(text).toContain('j•••@contoso.example')
    expect(text).not.toContain('jane@contoso.example')
    expect(text).not.toContain('Jane')
  })

  test('a proof made for another invitation proves nothing', async () => {
    const { copiedLink, jane } = await inviteJane(world.current)
    const other = await world.current.make.invitation({ contacts: [jane] })
    const { text } = await open(`${copiedLink}?r=${await other.proofFor(jane)}`)
    expect(text).not.toContain('jane@contoso.example')
  })

  test('reads a code as people write it', async () => {
    const { invitation } = await inviteJane(world.current)
    const typed = `${invitation.code.slice(0, 7).toLowerCase()}-${invitation.code.slice(7)} `
    expect((await open(`/i/${encodeURIComponent(typed)}`)).status).toBe(200)
  })

  test('Power Pages’ addresses work, in any spelling of the names', async () => {
    const { invitation } = await inviteJane(world.current)
    for (const path of [
      `/register/?returnurl=%2f&invitation=${invitation.code}`,
      `/register?invitation=${invitation.code}`,
      `/register/?invitationCode=${invitation.code}`,
      `/register?returnUrl=/shop&InvitationCode=${invitation.code}`,
    ]) {
      expect((await open(path)).words, path).toContain('Accept your invitation')
    }
    expect((await open('/register')).words).toContain('Sign up with an invitation code')
  })

  test('shows names that look like HTML as text', async () => {
    const website = await world.current.make.website({ name: '<img src=x onerror=alert(1)>' })
    const webRole = await world.current.make.webRole(website.id, '</style><script>alert(2)</script>')
    const { link } = await inviteEverybody(world.current, {
      websiteId: website.id,
      webRoles: [webRole],
      message: '"><script>alert(3)</script>',
    })
    const { text } = await open(link)
    expect(text).not.toMatch(/<script(?! nonce)|<img src=x/)
    expect(text).toContain('&lt;script&gt;alert(3)')
  })

  test('is small: at most 14 kB compressed, with everything it needs', async () => {
    const { mailedLink } = await inviteJane(world.current, { message: 'x'.repeat(500) })
    const { text } = await open(mailedLink)
    expect(gzipSync(text).length).toBeLessThan(14_000)
    expect(text).not.toMatch(/<script(?! nonce)|<link rel="stylesheet"|@import/)
  })

  test('is loaded by a browser that keeps nothing and tells nobody where it was', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const { headers, text } = await open(mailedLink)
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(text).toContain(`<style nonce="${nonce}">`)
    expect((await open(mailedLink)).headers.get('content-security-policy')).not.toContain(nonce)
  })

  test('fields help password managers', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const { text } = await open(copiedLink)
    for (const hint of ['username', 'new-password', 'current-password'])
      expect(text).toContain(`autocomplete="${hint}"`)
  })
})

describe('invariant 5: GET and HEAD change nothing, ever', () => {
  test('a mail scanner that opens everything fifty times consumes nothing and is handed no session', async () => {
    const { mailedLink, invitation } = await inviteJane(world.current)
    const before = await dump(world.current.deps.database)
    const scanner = world.current.browser()
    for (let time = 0; time < 50; time++) {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers } = await scanner.request(mailedLink, { method })
        expect(status).toBe(200)
        expect(headers.getSetCookie()).toEqual([])
      }
    }
    for (const path of [
      `/register?invitation=${invitation.code}`,
      '/redeem',
      '/redeem/offer',
      '/sign-in',
      '/',
      '/me',
    ]) {
      expect((await scanner.get(path)).headers.getSetCookie(), path).toEqual([])
    }
    expect(await dump(world.current.deps.database)).toEqual(before)
  })

  test('wrong codes on a GET are not written down either', async () => {
    const before = await dump(world.current.deps.database)
    for (let time = 0; time < 40; time++) await open(`/i/GUESS-${time}-OF-A-CODE`)
    expect(await dump(world.current.deps.database)).toEqual(before)
  })

  test('a visit with a session, young, old or expired, renews and removes nothing', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const sessionDays = [0, 3, 6, 9]
    for (const day of sessionDays) {
      const past = Date.now() - day * 24 * 3600 * 1000
      await world.current.deps.database.client.execute({
        sql: 'UPDATE invitee_sessions SET created_at = ?, updated_at = ?, expires_at = ?',
        args: [past, past, past + 7 * 24 * 3600 * 1000],
      })
      browser.cookies.delete('usher-invitee.cache')
      const before = await dump(world.current.deps.database)
      for (const path of ['/', mailedLink, '/redeem', '/api/me', '/auth/get-session']) await browser.get(path)
      expect(await dump(world.current.deps.database), `day ${day}`).toEqual(before)
    }
  })
})

describe('whoever holds no genuine code learns nothing', () => {
  test('every code that is none looks the same; a typing slip alone is named', async () => {
    const { invitation } = await inviteJane(world.current)
    const slip = `${invitation.code.slice(0, -1)}${invitation.code.endsWith('0') ? '1' : '0'}`
    const pages = await Promise.all(
      ['/i/SPRING-PARTNERS-2027', '/i/x', '/i/%F0%9F%92%A5', `/i/${'A'.repeat(150)}`].map(open),
    )
    expect(new Set(pages.map((page) => page.words)).size).toBe(1)
    expect(new Set(pages.map((page) => page.status))).toEqual(new Set([404]))
    const mistyped = await open(`/i/${slip}`)
    expect(mistyped.status).toBe(404)
    expect(mistyped.words).toContain('typing slip')
  })

  test('with invitations switched off, a genuine code looks like none', async () => {
    const settings = { ...defaultWebsiteSettings, invitationEnabled: false }
    const { mailedLink } = await inviteJane(world.current, { website: { settings } })
    const genuine = await open(mailedLink)
    expect(genuine.status).toBe(404)
    expect(genuine.words).toBe((await open('/i/SPRING-PARTNERS-2027')).words)
  })
})

describe('the holder of a genuine code is told the truth, each with its next step', () => {
  test.each([
    [
      'expired',
      { expiresAt: new Date('2026-01-01T00:00:00Z') },
      'This invitation has expired',
      'A new link would be mailed to j•••@contoso.example',
    ],
    [
      'deactivated',
      { deactivatedAt: new Date() },
      'This invitation has been withdrawn',
      'ask whoever invited you',
    ],
    ['used', { redemptionCount: 1 }, 'This invitation has been used', 'sign in to see what you have'],
  ])('%s: 410', async (_, row, heading, next) => {
    const { mailedLink } = await inviteJane(world.current, row)
    const page = await open(mailedLink)
    expect(page.status).toBe(410)
    expect(page.words).toContain(heading)
    expect(page.words).toContain(next)
    expect(page.text).not.toContain('type="password"')
  })
})

describe('the website’s settings', () => {
  const waysWith = async (settings: Partial<typeof defaultWebsiteSettings>) => {
    const { copiedLink } = await inviteJane(world.current, {
      website: { settings: { ...defaultWebsiteSettings, ...settings } },
    })
    const page = await open(copiedLink)
    const ways = ['create', 'sign_in', 'email_code'].filter((way) => page.text.includes(`value="${way}"`))
    return { page, ways }
  }

  test('all ways are open by default', async () => {
    expect((await waysWith({})).ways).toEqual(['create', 'sign_in', 'email_code'])
  })
  test('closed registration leaves the ways of who has an account', async () => {
    expect((await waysWith({ registrationEnabled: false })).ways).toEqual(['sign_in', 'email_code'])
  })
  test('without local sign-in there are no passwords', async () => {
    expect((await waysWith({ localSignInEnabled: false })).ways).toEqual(['email_code'])
  })
  test('without e-mail codes there are passwords alone', async () => {
    expect((await waysWith({ emailCodeEnabled: false })).ways).toEqual(['create', 'sign_in'])
  })
  test('with no way in at all, the page says so', async () => {
    const { page, ways } = await waysWith({
      localSignInEnabled: false,
      passkeyEnabled: false,
      emailCodeEnabled: false,
    })
    expect(ways).toEqual([])
    expect(page.words).toContain('switched off')
  })
  test('without remember-me nobody is asked', async () => {
    expect((await waysWith({ rememberMeEnabled: false })).page.words).not.toContain('Keep me signed in')
  })
  test('the terms stand there to be read and agreed to', async () => {
    expect((await waysWith({ termsText: 'Be kind to each other.' })).page.words).toContain(
      'Be kind to each other.',
    )
  })
  test('the password rule is the website’s', async () => {
    const { page } = await waysWith({ passwordMinimumLength: 14 })
    expect(page.words).toContain('At least 14 characters')
    expect(page.text).toContain('minlength="14"')
  })
})

describe('who is signed in', () => {
  test('accepts with one click, and sees as whom', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const { link } = await inviteEverybody(world.current)
    const page = await browser.get(link)
    expect(page.words).toContain('You are signed in as jane@contoso.example')
    expect(formOf(page.text, 'accept').hidden).toMatchObject({ intent: 'accept' })
    expect(page.text).not.toContain('type="password"')
  })

  test('sees that it is accepted already', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const page = await browser.get(mailedLink)
    expect(page.status).toBe(200)
    expect(page.words).toContain('You have accepted this invitation.')
  })

  test('sees that it is for somebody else, before trying', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const john = await world.current.make.contact({ email: 'john@fabrikam.example' })
    const { code } = await world.current.make.invitation({ contacts: [john] })
    const page = await browser.get(`/i/${code}`)
    expect(page.words).toContain('This invitation is for j•••@fabrikam.example.')
    expect(page.words).toContain('Sign in with another address')
  })
})

test('the reader of the mailbox is shown the way of the account they have', async () => {
  const { mailedLink, copiedLink } = await inviteJane(world.current)
  await world.current.make.invitee({ email: 'jane@contoso.example' })
  expect((await open(mailedLink)).text).not.toContain('value="create"')
  expect((await open(copiedLink)).text).toContain('value="create"')
})

test('nobody signs in on a landing page, so Better Auth is not even loaded', async () => {
  const { mailedLink } = await inviteJane(world.current)
  let isAsked = false
  world.current.deps.loadIdentityStore = () => {
    isAsked = true
    return Promise.reject(new Error('not needed'))
  }
  expect((await open(mailedLink)).status).toBe(200)
  expect(isAsked).toBe(false)
})
