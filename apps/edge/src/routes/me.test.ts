import { schema } from '@usher/database'
import { describe, expect, test } from 'vitest'
import { goodPassword, inviteEverybody, inviteJane, letJaneIn } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
const portal = { baseUrl: 'https://portal.contoso.example/', accentColor: '#e6007e' }

describe('the access receipt', () => {
  test('says what was granted, by whom, until when and what is stored, after the redemption and at /me later', async () => {
    const { query } = world.current.deps.database
    const inviter = await world.current.make.contact({ firstName: 'Ada', lastName: 'Lovelace' })
    const { mailedLink } = await inviteJane(world.current, { website: portal, inviterContactId: inviter.id })
    await world.current.deps.database.write([
      query.update(schema.invitationWebRoles).set({ grantEndsAt: new Date('2031-05-06T10:00:00Z') }),
    ])
    const browser = world.current.browser()
    const posted = await browser.submit(await browser.get(mailedLink), 'create', { password: goodPassword })
    for (const page of [await browser.follow(posted), await browser.get('/me'), await browser.get('/')]) {
      for (const words of [
        'Your access to Contoso Partners',
        'Partner until 6 May 2031',
        'You joined Contoso GmbH',
        'Given by Ada Lovelace',
        'Accepted on',
        'What is stored about you',
        'jane@contoso.example',
        'from 127.0.0.1',
      ]) {
        expect(page.words).toContain(words)
      }
    }
  })

  test('stays on the website’s own page, with the way on to it, when it is loaded again', async () => {
    const { mailedLink } = await inviteJane(world.current, { website: portal })
    const browser = await letJaneIn(world.current, mailedLink)
    const first = await browser.get('/')
    expect(first.words).toContain('Welcome to Contoso Partners')
    browser.cookies.delete('usher-welcome')
    const later = await browser.get('/')
    for (const page of [first, later]) {
      expect(page.text).toContain('href="https://portal.contoso.example/"')
      expect(page.words).toContain('Continue to Contoso Partners')
      expect(page.text).toContain('--fill:#e6007e')
    }
  })

  test('is one for each redemption', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    await browser.submit(await browser.get((await inviteEverybody(world.current)).link), 'accept')
    const { words } = await browser.get('/me')
    expect(words).toContain('Your access to Contoso Partners')
    expect(words).toContain('Your access to Spring event')
  })
})

describe('giving access back', () => {
  test('ends the web roles and leaves the account at once; staff see it, and the receipt says so', async () => {
    const { mailedLink, jane } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const given = await browser.follow(await browser.submit(await browser.get('/me'), 'give_back'))
    expect(given.words).toContain('You have given this access back')
    expect(given.words).toContain('Given back on')
    expect(given.text).not.toContain('value="give_back"')
    expect((await world.current.rows.grants()).every(({ revokedAt }) => revokedAt)).toBe(true)
    expect((await world.current.rows.contacts()).find(({ id }) => id === jane.id)?.accountId).toBeNull()
    expect((await world.current.rows.activities()).map(({ type }) => type)).toContain('access_given_back')
    const audited = await world.current.deps.database.query.select().from(schema.auditEvents)
    expect(audited.map(({ action, actorName }) => [action, actorName])).toContainEqual([
      'redemption.given_back',
      'Invitee',
    ])
    expect(JSON.parse((await browser.get('/api/me')).text).webRoles).toEqual([])
  })

  test('twice is like once', async () => {
    const { mailedLink } = await inviteJane(world.current)
    const browser = await letJaneIn(world.current, mailedLink)
    const page = await browser.get('/me')
    for (const location of ['/me?gave-back', '/me?gave-back'])
      expect(await browser.submit(page, 'give_back')).toMatchObject({ status: 303, location })
    const given = (await world.current.rows.activities()).filter(({ type }) => type === 'access_given_back')
    expect(given).toHaveLength(1)
  })

  test('of somebody else’s redemption is refused', async () => {
    const { mailedLink } = await inviteJane(world.current)
    await letJaneIn(world.current, mailedLink)
    const [redemption] = await world.current.rows.redemptions()
    const mallory = await letJaneIn(
      world.current,
      (
        await inviteJane(world.current, {
          website: { name: 'Other' },
          contact: { email: 'mallory@evil.example', firstName: 'Mallory' },
        })
      ).mailedLink,
    )
    const posted = await mallory.post('/me/give-back', { redemption: redemption?.id ?? '' })
    expect(posted.status).toBe(400)
    expect((await world.current.rows.grants()).filter(({ revokedAt }) => revokedAt)).toEqual([])
  })
})
