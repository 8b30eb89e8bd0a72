import { defaultWebsiteSettings } from '@usher/domain'
import { createIdentityProvider, updateIdentityProvider } from '@usher/services'
import { valued } from '@usher/services/testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Browser, Shown } from '../testing/browser.ts'
import { dump } from '../testing/dump.ts'
import { leadsTo, type OpenIdProvider, startOpenIdProvider } from '../testing/openid-provider.ts'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
const started: OpenIdProvider[] = []
afterEach(() => vi.useRealTimers())
afterEach(async () => void (await Promise.all(started.splice(0).map((provider) => provider.stop()))))

/** A real OpenID provider that a website offers as `Contoso login`. */
async function offer(
  websiteId: string,
  fields: { name?: string; vouchesForEmail?: boolean } = {},
  says?: Record<string, string[]>,
) {
  let id = ''
  const openId = await startOpenIdProvider({
    ...(says ? { says } : {}),
    register: async ({ issuer }) => {
      const created = valued(
        await createIdentityProvider({
          deps: world.current.deps,
          actor: world.current.operator,
          input: {
            websiteId,
            preset: 'openid',
            name: 'Contoso login',
            issuer,
            clientId: 'usher',
            clientSecret: 'the secret of the client',
            ...fields,
          },
        }),
      )
      id = created.id
      return created.callbackUrl
    },
  })
  started.push(openId)
  return { id, openId }
}

const leaveFor = (browser: Browser, page: Shown, id: string) => {
  const form = [...page.text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].find(([, attributes]) =>
    attributes?.includes(`/auth/external/${id}"`),
  )
  if (!form) throw new Error(`No way to that provider: ${page.words.slice(0, 300)}`)
  const fields = [...(form[2] ?? '').matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return browser.post(
    `/auth/external/${id}`,
    Object.fromEntries(fields.map(([, name, value]) => [name, value])),
  )
}

/** Opens the address that the provider sends back to, and goes on from there. */
async function comeBack(browser: Browser, back: URL): Promise<Shown> {
  const page = await browser.get(back.pathname + back.search)
  const fields = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const own = fields.filter(([, name]) => name !== 'back').map(([, name, value]) => [name, value])
  return browser.post(back.pathname, Object.fromEntries(own))
}

async function signInWith(
  browser: Browser,
  page: Shown,
  provider: Awaited<ReturnType<typeof offer>>,
  subject: string,
) {
  const leaving = await leaveFor(browser, page, provider.id)
  expect(leaving.status, leaving.words).toBe(200)
  return comeBack(browser, await provider.openId.signIn(leaving, subject))
}

const verified = (email: string, name = 'Jane Doe') => ({ email, email_verified: true, name })

test('an invitee comes in with an account that they have, and the invitation is redeemed', async () => {
  const { website, mailedLink } = await inviteJane(world.current)
  const provider = await offer(website.id)
  provider.openId.people.set('jane-1', verified('jane@contoso.example'))
  const browser = world.current.browser()
  const page = await browser.get(mailedLink)
  expect(page.words).toContain('Continue with Contoso login')
  const done = await signInWith(browser, page, provider, 'jane-1')
  expect(done).toMatchObject({ status: 303, location: '/' })
  expect((await browser.get('/')).words).toContain('Partner')
  expect(await world.current.rows.redemptions()).toHaveLength(1)
  expect(await world.current.rows.identities()).toMatchObject([
    {
      providerId: provider.openId.issuer,
      accountId: 'jane-1',
      label: 'jane@contoso.example',
      accessToken: null,
    },
  ])
})

test('the provider is asked with PKCE, state, nonce, the address that is known, and to create who is new', async () => {
  const { website, mailedLink } = await inviteJane(world.current)
  const { id, openId } = await offer(website.id, {}, { prompt_values_supported: ['none', 'create'] })
  const browser = world.current.browser()
  const url = leadsTo(await leaveFor(browser, await browser.get(mailedLink), id))
  expect(url.origin).toBe(openId.issuer)
  const asked = Object.fromEntries(url.searchParams)
  expect(asked).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    login_hint: 'jane@contoso.example',
    prompt: 'create',
    redirect_uri: `${world.current.deps.origin}/auth/callback/${id}`,
  })
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked[name]?.length, name).toBeGreaterThan(30)
  const signingIn = leadsTo(await leaveFor(browser, await browser.get('/sign-in'), id))
  expect(signingIn.searchParams.has('prompt')).toBe(false)
})

test('people are known by issuer and subject: an address that changed hands there opens nothing here', async () => {
  const { website, mailedLink } = await inviteJane(world.current)
  const provider = await offer(website.id)
  provider.openId.people.set('jane-1', verified('jane@contoso.example'))
  const jane = world.current.browser()
  await signInWith(jane, await jane.get(mailedLink), provider, 'jane-1')
  provider.openId.people.set('jane-1', verified('jane.doe@contoso.example'))

  const again = world.current.browser()
  await signInWith(again, await again.get('/sign-in'), provider, 'jane-1')
  expect(JSON.parse((await again.get('/api/me')).text).contact.email).toBe('jane@contoso.example')
  expect(await world.current.rows.invitees()).toHaveLength(1)
})

describe('an address without email_verified: true is no proof', () => {
  test.each([
    ['missing', { email: 'jane@contoso.example' }],
    ['false', { email: 'jane@contoso.example', email_verified: false }],
    ['a word', { email: 'jane@contoso.example', email_verified: 'yes' as never }],
  ])('%s: nobody is created, nothing is redeemed, until a mailed code proves it', async (_, claims) => {
    const { website, copiedLink } = await inviteJane(world.current)
    const provider = await offer(website.id)
    provider.openId.people.set('mallory', { ...claims, name: 'Mallory' })
    const browser = world.current.browser()
    const answer = await signInWith(browser, await browser.get(copiedLink), provider, 'mallory')
    expect(answer).toMatchObject({ status: 303, location: '/redeem/confirm-address' })
    expect((await browser.get('/redeem/confirm-address')).words).toContain('Contoso login does not say')
    expect(await world.current.rows.invitees()).toEqual([])
    expect(await world.current.rows.identities()).toEqual([])
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('the code proves it: the account is theirs from then on', async () => {
    const { website, copiedLink } = await inviteJane(world.current)
    const provider = await offer(website.id)
    provider.openId.people.set('jane-1', { email: 'jane@contoso.example', name: 'Jane Doe' })
    const browser = world.current.browser()
    await signInWith(browser, await browser.get(copiedLink), provider, 'jane-1')
    const asked = await browser.submit(await browser.get('/redeem/confirm-address'), 'confirm_address', {
      email: 'jane@contoso.example',
    })
    await world.current.settle()
    const [otp = ''] = await world.current.emailCodes('jane@contoso.example')
    const done = await browser.submit(await browser.follow(asked), 'verify', { otp })
    expect(done).toMatchObject({ status: 303, location: '/' })
    const again = world.current.browser()
    expect(await signInWith(again, await again.get('/sign-in'), provider, 'jane-1')).toMatchObject({
      location: '/',
    })
    expect(await world.current.rows.redemptions()).toHaveLength(1)
  })

  test('neither does it open the account that is there under this address', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    await letJaneIn(world.current, mailedLink)
    const provider = await offer(website.id)
    provider.openId.people.set('mallory', { email: 'jane@contoso.example' })
    const mallory = world.current.browser()
    const answer = await signInWith(mallory, await mallory.get('/sign-in'), provider, 'mallory')
    expect(answer.location).toBe('/sign-in/confirm-address')
    expect((await mallory.get('/api/me')).status).toBe(401)
  })

  test('a provider whose word on addresses does not count proves none', async () => {
    const { website, copiedLink } = await inviteJane(world.current)
    const provider = await offer(website.id, { vouchesForEmail: false })
    provider.openId.people.set('jane-1', verified('jane@contoso.example'))
    const browser = world.current.browser()
    const answer = await signInWith(browser, await browser.get(copiedLink), provider, 'jane-1')
    expect(answer.location).toBe('/redeem/confirm-address')
  })
})

describe('what comes back from a provider', () => {
  test('changes nothing by being opened, however often', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const { id, openId } = await offer(website.id)
    openId.people.set('jane-1', verified('jane@contoso.example'))
    const browser = world.current.browser()
    const back = await openId.signIn(await leaveFor(browser, await browser.get(mailedLink), id), 'jane-1')
    const before = await dump(world.current.deps.database)
    for (let time = 0; time < 5; time++)
      expect((await browser.get(back.pathname + back.search)).status).toBe(200)
    expect(await dump(world.current.deps.database)).toEqual(before)
    expect(await comeBack(browser, back)).toMatchObject({ status: 303, location: '/' })
  })

  test('works in the browser that left alone: nobody is signed in by a link of somebody else', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const { id, openId } = await offer(website.id)
    openId.people.set('mallory', verified('mallory@evil.example'))
    const mallory = world.current.browser()
    const back = await openId.signIn(await leaveFor(mallory, await mallory.get(mailedLink), id), 'mallory')
    const victim = world.current.browser()
    await comeBack(victim, back)
    expect((await victim.get('/api/me')).status).toBe(401)
    // Nor in a browser that is under way itself, with a state of its own.
    const other = world.current.browser()
    await leaveFor(other, await other.get(mailedLink), id)
    const answer = await comeBack(other, back)
    expect(answer.words).toContain('Signing in there did not work')
    expect(await world.current.rows.invitees()).toEqual([])
  })

  test('works once', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const { id, openId } = await offer(website.id)
    openId.people.set('jane-1', verified('jane@contoso.example'))
    const browser = world.current.browser()
    const back = await openId.signIn(await leaveFor(browser, await browser.get(mailedLink), id), 'jane-1')
    const kept = new Map(browser.cookies)
    await comeBack(browser, back)
    const thief = world.current.browser()
    for (const [name, value] of kept) thief.cookies.set(name, value)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3000 })
    await comeBack(thief, back)
    expect((await thief.get('/api/me')).status).toBe(401)
  })

  test('by a form of the provider’s own page goes on from ours, without effect until then', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const { id, openId } = await offer(website.id)
    openId.people.set('jane-1', verified('jane@contoso.example'))
    const browser = world.current.browser()
    const back = await openId.signIn(await leaveFor(browser, await browser.get(mailedLink), id), 'jane-1')
    const posted = await world.current
      .browser()
      .post(back.pathname, Object.fromEntries(back.searchParams), { 'sec-fetch-site': 'cross-site' })
    expect(posted.status).toBe(200)
    expect(posted.text).toContain('id="go-on"')
    expect(await world.current.rows.invitees()).toEqual([])
    expect(await comeBack(browser, back)).toMatchObject({ location: '/' })
  })

  test('as a refusal is said on the page of the invitation', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const { id } = await offer(website.id)
    const browser = world.current.browser()
    await leaveFor(browser, await browser.get(mailedLink), id)
    const back = new URL(`/auth/callback/${id}?error=access_denied&state=x`, world.current.deps.origin)
    const page = await comeBack(browser, back)
    expect(page.words).toContain('Signing in there did not work')
    expect(page.words).toContain('Continue with Contoso login')
  })
})

describe('where strangers may not become known', () => {
  const closed = { ...defaultWebsiteSettings, openRegistrationEnabled: false }

  test('who signs in without a code is shown the page for one, and nobody is created', async () => {
    const website = await world.current.make.website({ settings: closed })
    const provider = await offer(website.id)
    provider.openId.people.set('stranger', verified('stranger@fabrikam.example'))
    const browser = world.current.browser()
    const page = await signInWith(browser, await browser.get('/sign-in'), provider, 'stranger')
    expect(page.words).toContain('Nobody here knows you yet')
    expect(page.text).toContain('name="code"')
    expect(await world.current.rows.invitees()).toEqual([])
  })

  test('who was created for a redemption that is refused does not stay behind, nor their session', async () => {
    const { website, copiedLink } = await inviteJane(world.current, { website: { settings: closed } })
    const provider = await offer(website.id)
    provider.openId.people.set('john', verified('john@fabrikam.example', 'John'))
    const browser = world.current.browser()
    const refused = await signInWith(browser, await browser.get(copiedLink), provider, 'john')
    expect(refused.status).toBe(403)
    expect(refused.words).toContain('somebody else')
    expect(await world.current.rows.invitees()).toEqual([])
    expect(await world.current.rows.sessions()).toEqual([])
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('usher-invitee'))).toEqual([])
  })

  test('where they may, who was refused stays signed in and can go on', async () => {
    const { website, copiedLink } = await inviteJane(world.current)
    const provider = await offer(website.id)
    provider.openId.people.set('john', verified('john@fabrikam.example', 'John'))
    const browser = world.current.browser()
    await signInWith(browser, await browser.get(copiedLink), provider, 'john')
    expect(await world.current.rows.invitees()).toHaveLength(1)
    expect((await browser.get('/api/me')).status).toBe(200)
  })
})

test('with registration closed altogether, an invitation makes nobody known', async () => {
  const settings = { ...defaultWebsiteSettings, registrationEnabled: false }
  const { website, mailedLink } = await inviteJane(world.current, { website: { settings } })
  const provider = await offer(website.id)
  provider.openId.people.set('jane-1', verified('jane@contoso.example'))
  const browser = world.current.browser()
  const page = await signInWith(browser, await browser.get(mailedLink), provider, 'jane-1')
  expect([page.status, await world.current.rows.invitees()]).toEqual([403, []])
  expect(page.words).toContain('New people cannot be added')
})

describe('an invitation that asks for one provider', () => {
  async function inviteBy() {
    const website = await world.current.make.website({ name: 'Contoso Partners' })
    const provider = await offer(website.id)
    const jane = await world.current.make.contact({ email: 'jane@contoso.example' })
    const invitation = await world.current.make.invitation({
      websiteId: website.id,
      contacts: [jane],
      identityProviderId: provider.id,
    })
    provider.openId.people.set('jane-1', verified('jane@contoso.example'))
    return { provider, invitation, link: `/i/${invitation.code}?r=${await invitation.proofFor(jane)}` }
  }

  test('offers that one alone, and is redeemed by it', async () => {
    const { provider, link } = await inviteBy()
    const browser = world.current.browser()
    const page = await browser.get(link)
    expect(page.words).toContain('asks you to sign in with Contoso login')
    expect(page.text).not.toContain('type="password"')
    expect(page.text).not.toContain('data-passkey')
    expect(await signInWith(browser, page, provider, 'jane-1')).toMatchObject({ status: 303, location: '/' })
    expect(await world.current.rows.redemptions()).toHaveLength(1)
  })

  test('is not redeemed by who came another way, though it is their invitation', async () => {
    const { invitation, link } = await inviteBy()
    const other = await world.current.make.invitation({ type: 'group' })
    const browser = world.current.browser()
    const asked = await browser.submit(await browser.get(`/i/${other.code}`), 'email_code', {
      email: 'jane@contoso.example',
    })
    await world.current.settle()
    const [otp = ''] = await world.current.emailCodes('jane@contoso.example')
    await browser.submit(await browser.follow(asked), 'verify', { otp })
    expect((await browser.get(link)).words).toContain('asks you to sign in with Contoso login')
    const answer = await browser.json('/api/redemptions', { code: invitation.code })
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([403, 'other_sign_in_needed'])
    expect(await world.current.rows.redemptions()).toHaveLength(1)
  })
})

test('what staff change holds from the next page on: a provider that is switched off is gone', async () => {
  const { website, mailedLink } = await inviteJane(world.current)
  const { id } = await offer(website.id)
  const browser = world.current.browser()
  const page = await browser.get(mailedLink)
  const { deps, operator: actor } = world.current
  valued(await updateIdentityProvider({ deps, actor, input: { id, isEnabled: false } }))
  expect((await browser.get(mailedLink)).words).not.toContain('Contoso login')
  expect((await browser.get('/sign-in')).words).not.toContain('Contoso login')
  expect((await leaveFor(browser, page, id)).status).toBe(400)
})

test('a provider that cannot be reached is said, and everything else goes on', async () => {
  const { website, mailedLink } = await inviteJane(world.current)
  const { id, openId } = await offer(website.id)
  await openId.stop()
  const browser = world.current.browser()
  const page = await leaveFor(browser, await browser.get(mailedLink), id)
  expect(page.words).toContain('Signing in there did not work')
  const done = await browser.submit(page, 'create', { password: goodPassword })
  expect(done.status).toBe(303)
})

describe('on the profile', () => {
  test('an account is connected, signs in, and is disconnected as long as another way in stays', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const provider = await offer(website.id)
    provider.openId.people.set('jane-1', { email: 'jane@elsewhere.example' })
    const jane = await letJaneIn(world.current, mailedLink)
    const connected = await signInWith(jane, await jane.get('/profile'), provider, 'jane-1')
    expect(connected.location).toBe('/profile?done=connected')
    const again = world.current.browser()
    await signInWith(again, await again.get('/sign-in'), provider, 'jane-1')
    expect(JSON.parse((await again.get('/api/me')).text).contact.email).toBe('jane@contoso.example')

    const [account] = (await world.current.rows.identities()).filter(
      ({ providerId }) => providerId !== 'credential',
    )
    const removed = await jane.post('/profile', { intent: 'remove', kind: 'account', id: account?.id ?? '' })
    expect(removed.location).toBe('/profile?done=disconnected')
    expect(await world.current.rows.identities()).toHaveLength(1)
  })

  test('the only way in stays, where no code by e-mail would open another', async () => {
    const settings = { ...defaultWebsiteSettings, emailCodeEnabled: false }
    const { website, mailedLink } = await inviteJane(world.current, { website: { settings } })
    const provider = await offer(website.id)
    provider.openId.people.set('jane-1', verified('jane@contoso.example'))
    const jane = world.current.browser()
    await signInWith(jane, await jane.get(mailedLink), provider, 'jane-1')
    const [account] = await world.current.rows.identities()
    const refused = await jane.post('/profile', { intent: 'remove', kind: 'account', id: account?.id ?? '' })
    expect([refused.status, await world.current.rows.identities()]).toEqual([400, [account]])
    expect(refused.words).toContain('your only way in')
  })

  test('an account that is somebody else’s is not taken from them', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const provider = await offer(website.id)
    provider.openId.people.set('john-1', verified('john@fabrikam.example', 'John'))
    const john = world.current.browser()
    const { link } = await inviteEverybody(world.current, { websiteId: website.id })
    await signInWith(john, await john.get(link), provider, 'john-1')
    const jane = await letJaneIn(world.current, mailedLink)
    const answer = await signInWith(jane, await jane.get('/profile'), provider, 'john-1')
    expect(answer.location).toBe('/profile?problem=identity_taken')
    expect((await jane.follow(answer)).words).toContain('belongs to somebody else')
  })

  test('nobody removes what is another’s', async () => {
    const { website, mailedLink } = await inviteJane(world.current)
    const provider = await offer(website.id)
    provider.openId.people.set('john-1', verified('john@fabrikam.example', 'John'))
    const john = world.current.browser()
    const { link } = await inviteEverybody(world.current, { websiteId: website.id })
    await signInWith(john, await john.get(link), provider, 'john-1')
    const [account] = await world.current.rows.identities()
    const jane = await letJaneIn(world.current, mailedLink)
    await jane.post('/profile', { intent: 'remove', kind: 'account', id: account?.id ?? '' })
    expect((await world.current.rows.identities()).map(({ id }) => id)).toContain(account?.id)
  })
})
