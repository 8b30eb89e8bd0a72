import { defaultWebsiteSettings } from '@usher/domain'
import { describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { createSessionCookie } from '../testing/session-cookie.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
const settle = () => world.current.settle()
const emailCodes = async (address: string) => {
  await settle()
  return world.current.emailCodes(address)
}

/** Asks for a code on a page and goes to where it is typed. */
const askForCode = async (browser: Browser, link: string, email: string, fields = {}) => {
  const asked = await browser.submit(await browser.get(link), 'email_code', { email, ...fields })
  expect(asked).toMatchObject({ status: 303, location: '/redeem/check-email' })
  await settle()
  return browser.follow(asked)
}

describe('with the mailed link', () => {
  test('a password is all that is asked: the account is there, confirmed, and the invitation redeemed', async () => {
    const { mailedLink, jane, webRole, account } = await inviteJane(world.current)
    const browser = world.current.browser({ 'user-agent': 'Test browser', 'x-forwarded-for': '203.0.113.7' })
    const posted = await browser.submit(await browser.get(mailedLink), 'create', { password: goodPassword })
    expect(posted).toMatchObject({ status: 303, location: '/' })
    const home = await browser.follow(posted)
    for (const said of ['Welcome to Contoso Partners', 'Partner', 'Contoso GmbH', 'jane@contoso.example']) {
      expect(home.words).toContain(said)
    }
    expect(await world.current.rows.invitees()).toMatchObject([
      { email: 'jane@contoso.example', emailVerified: true, name: 'Jane Doe', contactId: jane.id },
    ])
    expect(await world.current.rows.redemptions()).toMatchObject([
      { contactId: jane.id, accountId: account.id, ipAddress: '203.0.113.7', userAgent: 'Test browser' },
    ])
    expect(await world.current.rows.grants()).toMatchObject([{ contactId: jane.id, webRoleId: webRole.id }])
    expect(await world.current.rows.emails()).toEqual([])
  })

  test('who has an account already is told so kindly, and signs in', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const landing = await browser.get(mailedLink)
    await letJaneIn(world.current, await inviteAgain())
    const refused = await browser.submit(landing, 'create', { password: 'another password' })
    expect(refused.status).toBe(400)
    expect(refused.words).toContain('You have an account with this address already.')
    const posted = await browser.submit(refused, 'sign_in', {
      email: 'jane@contoso.example',
      password: goodPassword,
    })
    expect(posted).toMatchObject({ status: 303, location: '/' })
  })

  /** Another invitation for Jane, so that she has an account. */
  async function inviteAgain() {
    const [jane] = await world.current.rows.contacts()
    if (!jane) throw new Error('Jane is no contact')
    const invitation = await world.current.make.invitation({ contacts: [jane] })
    return `/i/${invitation.code}?r=${await invitation.proofFor(jane)}`
  }

  test('another address than the mailbox’s needs a proof of its own', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const posted = await browser.submit(await browser.get(mailedLink), 'create', {
      email: 'mallory@fabrikam.example',
      password: goodPassword,
    })
    expect(posted.location).toBe('/redeem/check-email')
    expect(await emailCodes('mallory@fabrikam.example')).toEqual([])
    expect(await world.current.rows.invitees()).toEqual([])
  })
})

describe('with a copied link', () => {
  test('a password and the mailed code: nobody is created before the proof', async () => {
    const { copiedLink, jane } = await inviteJane(world.current)
    const browser = world.current.browser()
    const posted = await browser.submit(await browser.get(copiedLink), 'create', {
      email: 'Jane@Contoso.example',
      password: goodPassword,
    })
    expect(posted).toMatchObject({ status: 303, location: '/redeem/check-email' })
    expect(await world.current.rows.invitees()).toEqual([])
    const [code = ''] = await emailCodes('jane@contoso.example')
    expect(code).toMatch(/^\d{6}$/)

    const verified = await browser.submit(await browser.follow(posted), 'verify', { otp: code })
    expect(verified).toMatchObject({ status: 303, location: '/' })
    expect(await world.current.rows.redemptions()).toMatchObject([{ contactId: jane.id }])

    const later = world.current.browser()
    const signedIn = await later.submit(await later.get('/sign-in'), 'sign_in', {
      email: 'jane@contoso.example',
      password: goodPassword,
    })
    expect((await later.follow(signedIn)).words).toContain('Partner')
  })

  test('an e-mailed code alone is enough, and is read with spaces', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const page = await askForCode(browser, copiedLink, 'jane@contoso.example')
    expect(page.text).toContain('autocomplete="one-time-code"')
    const [code = ''] = await emailCodes('jane@contoso.example')
    const verified = await browser.submit(page, 'verify', { otp: ` ${code.slice(0, 3)} ${code.slice(3)} ` })
    expect(verified).toMatchObject({ status: 303, location: '/' })
    expect(await world.current.rows.identities()).toEqual([])
  })

  test('sign-up for an address that has an account looks the same; the code signs in, the password stays', async () => {
    const { mailedLink } = await inviteJane(world.current)
    await letJaneIn(world.current, mailedLink)
    const { link } = await inviteEverybody(world.current)
    const signUp = async (email: string) => {
      const browser = world.current.browser()
      const posted = await browser.submit(await browser.get(link), 'create', {
        email,
        password: 'a new password',
      })
      const page = await browser.follow(posted)
      return { browser, page, words: page.words.replace(email, 'ADDRESS') }
    }
    const [known, unknown] = [await signUp('jane@contoso.example'), await signUp('ada@fabrikam.example')]
    expect(known.words).toBe(unknown.words)

    const [code = ''] = await emailCodes('jane@contoso.example')
    expect(await known.browser.submit(known.page, 'verify', { otp: code })).toMatchObject({ status: 303 })
    const later = world.current.browser()
    const signIn = async (password: string) =>
      (
        await later.submit(await later.get('/sign-in'), 'sign_in', {
          email: 'jane@contoso.example',
          password,
        })
      ).status
    expect(await signIn('a new password')).toBe(401)
    expect(await signIn(goodPassword)).toBe(303)
  })
})

describe('a Group', () => {
  test('takes people nobody knew, under the name they give', async () => {
    const { link } = await inviteEverybody(world.current)
    const browser = world.current.browser()
    const page = await askForCode(browser, link, 'ada@fabrikam.example', { name: '  Ada   Lovelace ' })
    const [code = ''] = await emailCodes('ada@fabrikam.example')
    await browser.submit(page, 'verify', { otp: code })
    expect(await world.current.rows.contacts()).toMatchObject([
      { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@fabrikam.example' },
    ])
  })

  test('that is full is refused to the next one, kindly', async () => {
    const { link, invitation } = await inviteEverybody(world.current, { maximumRedemptions: 1 })
    const browser = world.current.browser()
    const page = await askForCode(browser, link, 'ada@fabrikam.example')
    await world.current.deps.database.client.execute({
      sql: 'UPDATE invitations SET redemption_count = 1 WHERE id = ?',
      args: [invitation.id],
    })
    const [code = ''] = await emailCodes('ada@fabrikam.example')
    const refused = await browser.submit(page, 'verify', { otp: code })
    expect(refused.status).toBe(410)
    expect(refused.words).toContain('This invitation is all used up')
    expect(await world.current.rows.invitees()).toEqual([])
  })
})

describe('who is signed in', () => {
  test('accepts with one click', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const { link } = await inviteEverybody(world.current)
    const accepted = await browser.submit(await browser.get(link), 'accept')
    expect(accepted).toMatchObject({ status: 303, location: '/' })
    expect((await browser.follow(accepted)).words).toContain('Welcome to Spring event')
    expect(await world.current.rows.redemptions()).toHaveLength(2)
  })

  test('and accepts again, gets the same answer and nothing twice', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const { link } = await inviteEverybody(world.current)
    const page = await browser.get(link)
    await browser.submit(page, 'accept')
    const again = await browser.submit(page, 'accept')
    expect(again).toMatchObject({ status: 303, location: '/' })
    expect((await browser.follow(again)).words).toContain('You had accepted this invitation already.')
    expect(await world.current.rows.redemptions()).toHaveLength(2)
  })

  test('but whose session ended meanwhile is asked to sign in, with the invitation kept', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const { link } = await inviteEverybody(world.current)
    const page = await browser.get(link)
    await world.current.deps.database.client.execute('DELETE FROM invitee_sessions')
    const posted = await browser.submit(page, 'accept')
    expect(posted).toMatchObject({ status: 303, location: '/redeem/offer' })
    const offer = await browser.follow(posted)
    expect(offer.words).toContain('invites you to Spring event')
    expect(offer.text).toContain('type="password"')
  })

  test('as somebody else is told for whom it is, and can switch', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const john = await world.current.make.contact({ email: 'john@fabrikam.example' })
    const { code } = await world.current.make.invitation({ contacts: [john] })
    const refused = await browser.post('/redeem', { intent: 'accept', code })
    expect(refused.status).toBe(403)
    expect(refused.words).toContain('This invitation is for j•••@fabrikam.example.')
    expect(refused.words).toContain('You are signed in as jane@contoso.example.')

    const switched = await browser.submit(refused, 'switch')
    expect(switched).toMatchObject({ status: 303, location: '/redeem/offer' })
    expect(switched.location).not.toContain(code)
    const offer = await browser.follow(switched)
    expect(offer.text).toContain('type="password"')
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('under an address nobody has confirmed is shown how', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    await world.current.deps.database.client.execute(
      'UPDATE invitee_users SET email_verified = 0, contact_id = NULL',
    )
    const jim = await world.current.make.contact({ email: 'jim@contoso.example' })
    await world.current.deps.database.client.execute("UPDATE invitee_users SET email = 'jim@contoso.example'")
    const { code } = await world.current.make.invitation({ contacts: [jim] })
    const refused = await browser.post('/redeem', { intent: 'accept', code })
    expect(refused.status).toBe(403)
    expect(refused.words).toContain('Please confirm your address first')
    const asked = await browser.submit(refused, 'email_code')
    expect(asked).toMatchObject({ status: 303, location: '/redeem/check-email' })
    const [emailCode = ''] = await emailCodes('jim@contoso.example')
    const verified = await browser.submit(await browser.follow(asked), 'verify', { otp: emailCode })
    expect(verified).toMatchObject({ status: 303, location: '/' })
  })
})

describe('a typed code', () => {
  test('leads to the offer without standing in any address', async () => {
    const { invitation } = await inviteJane(world.current)
    const browser = world.current.browser()
    const typed = await browser.submit(await browser.get('/redeem'), 'open', {
      code: invitation.code.toLowerCase(),
      hasAccount: 'yes',
    })
    expect(typed).toMatchObject({ status: 303, location: '/redeem/offer' })
    const offer = await browser.follow(typed)
    expect(offer.words).toContain('invites you to Contoso Partners')
    // They said that they have an account: the way in that is open is theirs.
    expect(
      /<details class="way" name="way" open="">\s*<summary>[\s\S]*?<\/summary>/.exec(offer.text)?.[0],
    ).toContain('I already have an account')
    expect(offer.text).not.toContain(invitation.code)
    expect([...browser.cookies.values()].join()).not.toContain(invitation.code)
  })

  test.each([
    ['', 400, 'Type the code from your invitation.'],
    ['SPRING-PARTNERS-2027', 404, 'We know no invitation with this code.'],
    ['AAAA-AAAA-AAAA-AAAA-AAAA', 404, 'There is a typing slip in this code.'],
  ])('%j is refused beside its field, and kept to be mended', async (code, status, words) => {
    const browser = world.current.browser()
    const refused = await browser.submit(await browser.get('/redeem'), 'open', { code })
    expect(refused.status).toBe(status)
    expect(refused.words).toContain(words)
    expect(refused.text).toContain('aria-invalid="true"')
    if (code) expect(refused.text).toContain(`value="${code}"`)
  })

  test('keeps the way back that Power Pages’ link named', async () => {
    const { invitation } = await inviteJane(world.current)
    const browser = world.current.browser()
    const typed = await browser.submit(await browser.get('/register?returnurl=%2Fshop'), 'open', {
      code: invitation.code,
    })
    const page = await askForCode(browser, typed.location ?? '', 'jane@contoso.example')
    const [code = ''] = await emailCodes('jane@contoso.example')
    expect(await browser.submit(page, 'verify', { otp: code })).toMatchObject({
      status: 303,
      location: '/shop',
    })
  })

  test('a page left open too long starts again from the code', async () => {
    const refused = await world.current.browser().post('/redeem', { intent: 'verify', otp: '123456' })
    expect(refused.status).toBe(400)
    expect(refused.words).toContain('Please start again from your code.')
  })
})

describe('where people go afterwards', () => {
  const acceptedFrom = async (returnUrl: string, website = {}) => {
    const { mailedLink } = await inviteJane(world.current, { website })
    const browser = world.current.browser()
    const landing = await browser.get(`${mailedLink}&returnurl=${encodeURIComponent(returnUrl)}`)
    const { location, headers } = await browser.submit(landing, 'create', { password: goodPassword })
    return { location, landing, headers }
  }

  test('to the return URL, when the website allows it', async () => {
    const { location, landing } = await acceptedFrom('https://www.contoso.example/portal/start?a=1', {
      baseUrl: 'https://www.contoso.example/portal',
    })
    expect(location).toBe('https://www.contoso.example/portal/start?a=1')
    // Browsers hold the redirect of a form against the policy of its page.
    expect(landing.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://www.contoso.example;",
    )
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'https://www.contoso.example@evil.example',
  ])('never to %s', async (returnUrl) => {
    expect((await acceptedFrom(returnUrl)).location).toBe('/')
  })

  test('else to what they have now, with a link to the website', async () => {
    const { mailedLink } = await inviteJane(world.current, {
      website: { baseUrl: 'https://www.contoso.example/portal' },
    })
    const browser = world.current.browser()
    const posted = await browser.submit(await browser.get(mailedLink), 'create', { password: goodPassword })
    expect((await browser.follow(posted)).text).toContain('href="https://www.contoso.example/portal"')
  })
})

describe('invariant 6: decided at the commit, not when the page was shown', () => {
  test.each([
    ['expired', 'UPDATE invitations SET expires_at = 1', 'This invitation has expired'],
    ['deactivated', 'UPDATE invitations SET deactivated_at = 1', 'This invitation has been withdrawn'],
    ['full', 'UPDATE invitations SET redemption_count = 1', 'This invitation has been used'],
  ])('%s while the form was open: refused, and nobody created', async (_, sql, words) => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const landing = await browser.get(mailedLink)
    await world.current.deps.database.client.execute(sql)
    const refused = await browser.submit(landing, 'create', { password: goodPassword })
    expect(refused.status).toBe(410)
    expect(refused.words).toContain(words)
    expect(await world.current.rows.invitees()).toEqual([])
    expect(await world.current.rows.redemptions()).toEqual([])
  })
})

describe('invariant 2, by a double click', () => {
  test('creating an account: one account, one redemption, the same answer twice', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const landing = await browser.get(mailedLink)
    const click = () => browser.submit(landing, 'create', { password: goodPassword })
    const answers = await Promise.all([click(), click(), click()])
    expect(answers.map(({ status, location }) => [status, location])).toEqual(Array(3).fill([303, '/']))
    // Whichever answer the browser keeps, it is signed in by it.
    for (const { headers } of answers)
      expect(headers.getSetCookie().join()).toContain('usher-invitee.session=')
    expect(await world.current.rows.invitees()).toHaveLength(1)
    expect(await world.current.rows.redemptions()).toHaveLength(1)
  })

  test('typing the mailed code', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const page = await askForCode(browser, copiedLink, 'jane@contoso.example')
    const [otp = ''] = await emailCodes('jane@contoso.example')
    const click = () => browser.submit(page, 'verify', { otp })
    const answers = await Promise.all([click(), click()])
    expect(answers.map(({ status, location }) => [status, location])).toEqual(Array(2).fill([303, '/']))
    expect(await world.current.rows.redemptions()).toHaveLength(1)
  })

  test('asking for a code sends one mail', async () => {
    const { copiedLink } = await inviteJane(world.current)
    const browser = world.current.browser()
    const landing = await browser.get(copiedLink)
    const click = () => browser.submit(landing, 'email_code', { email: 'jane@contoso.example' })
    await Promise.all([click(), click()])
    expect(await emailCodes('jane@contoso.example')).toHaveLength(1)
  })
})

test('two people who send the same form from the same address are two, however they say who they are', async () => {
  const { invitation } = await inviteEverybody(world.current)
  const tokens = await Promise.all(
    [1, 2].map(async () => {
      const { id } = await world.current.make.invitee()
      const cookie = await createSessionCookie(world.current, id)
      return decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1))
    }),
  )
  const fields = { intent: 'accept', code: invitation.code }
  await Promise.all(
    tokens.map((token) =>
      world.current.browser().post('/redeem', fields, { authorization: `Bearer ${token}` }),
    ),
  )
  expect(await world.current.rows.redemptions()).toHaveLength(2)
})

describe('what a form must hold', () => {
  const create = async (fields: Record<string, string>, settings = {}) => {
    const { copiedLink } = await inviteJane(world.current, {
      website: { settings: { ...defaultWebsiteSettings, ...settings } },
    })
    const browser = world.current.browser()
    return browser.submit(await browser.get(copiedLink), 'create', {
      email: 'jane@contoso.example',
      password: goodPassword,
      ...fields,
    })
  }

  test.each([
    ['a short password', { password: 'short' }, {}, 'The password is too short.'],
    [
      'less than the website asks',
      { password: '12characters' },
      { passwordMinimumLength: 13 },
      'The password is too short.',
    ],
    ['an endless password', { password: 'x'.repeat(129) }, {}, 'The password is too long'],
    ['no address', { email: 'jane' }, {}, 'Check the e-mail address'],
    [
      'a list of addresses',
      { email: 'jane@contoso.example,eve@evil.example' },
      {},
      'Check the e-mail address',
    ],
    ['a quoted address', { email: '"jane@contoso.example"@evil.example' }, {}, 'Check the e-mail address'],
    ['no agreement to the terms', {}, { termsText: 'Be kind.' }, 'Please agree to the terms'],
  ])('%s: 400, said beside the field', async (_, fields, settings, words) => {
    const refused = await create(fields, settings)
    expect(refused.status).toBe(400)
    expect(refused.words).toContain(words)
    expect(refused.text).toContain('role="alert"')
    expect(await emailCodes('jane@contoso.example')).toEqual([])
  })

  test('the terms, agreed to, let people on', async () => {
    expect(await create({ terms: 'yes' }, { termsText: 'Be kind.' })).toMatchObject({ status: 303 })
  })

  test('a way that the website has closed is not taken by posting its form', async () => {
    const { invitation } = await inviteJane(world.current, {
      website: {
        settings: {
          ...defaultWebsiteSettings,
          localSignInEnabled: false,
          emailCodeEnabled: false,
          registrationEnabled: false,
        },
      },
    })
    for (const intent of ['create', 'sign_in', 'email_code']) {
      const fields = { intent, code: invitation.code, email: 'jane@contoso.example', password: goodPassword }
      expect((await world.current.browser().post('/redeem', fields)).status, intent).toBe(400)
    }
    expect(await emailCodes('jane@contoso.example')).toEqual([])
  })

  test('an intent that nobody knows is refused', async () => {
    const { invitation } = await inviteJane(world.current)
    const refused = await world.current
      .browser()
      .post('/redeem', { intent: 'constructor', code: invitation.code })
    expect(refused.status).toBe(400)
  })
})

test('a brief session ends with the browser, a kept one lasts', async () => {
  const { mailedLink } = await inviteJane(world.current)
  const sessionCookie = async (fields: Record<string, string>) => {
    const browser = world.current.browser()
    const landing = await browser.get(mailedLink)
    const signedIn = await browser.submit(
      landing,
      landing.text.includes('value="create"') ? 'create' : 'sign_in',
      {
        email: 'jane@contoso.example',
        password: goodPassword,
        ...fields,
      },
    )
    return signedIn.headers.getSetCookie().find((cookie) => cookie.startsWith('usher-invitee.session=')) ?? ''
  }
  const brief = await sessionCookie({})
  const [invitation] = await world.current.rows.invitations()
  await world.current.deps.database.client.execute({
    sql: 'UPDATE invitations SET redemption_count = 0, maximum_redemptions = 1 WHERE id = ?',
    args: [invitation?.id ?? ''],
  })
  const kept = await sessionCookie({ remember: 'yes' })
  expect(brief).toMatch(/HttpOnly/i)
  expect(brief).not.toMatch(/max-age/i)
  expect(kept).toMatch(/max-age=604800/i)
})
