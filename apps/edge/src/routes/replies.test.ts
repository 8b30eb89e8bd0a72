import { schema } from '@usher/database'
import { defaultWebsiteSettings } from '@usher/domain'
import { describe, expect, test } from 'vitest'
import { inviteEverybody, inviteJane } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
const requests = () => world.current.deps.database.query.select().from(schema.invitationRequests)
const past = { expiresAt: new Date('2026-01-01T00:00:00Z') }

describe('a new link', () => {
  test('can be asked for where the old one has expired; staff see it, and the page tells where it would go', async () => {
    const { copiedLink, jane } = await inviteJane(world.current, past)
    const browser = world.current.browser()
    const page = await browser.get(copiedLink)
    expect(page.words).toContain('A new link would be mailed to j•••@contoso.example')
    expect(page.text).not.toContain('jane@contoso.example')
    const asked = await browser.submit(page, 'new_link')
    expect(asked.status).toBe(200)
    expect(asked.words).toContain('If you get one, it arrives by e-mail at j•••@contoso.example')
    await world.current.settle()
    expect(await requests()).toMatchObject([{ kind: 'new_link', contactId: jane.id, decidedAt: null }])
  })

  test('is answered alike the first time and the hundredth, and staff are not flooded', async () => {
    const { copiedLink } = await inviteJane(world.current, past)
    const browser = world.current.browser()
    const page = await browser.get(copiedLink)
    const words = new Set<string>()
    for (let time = 0; time < 10; time++) {
      words.add((await browser.submit(page, 'new_link', { time: String(time) })).words)
      await world.current.settle()
      // As if staff had answered each of them at once.
      await world.current.deps.database.client.execute('UPDATE invitation_requests SET decided_at = 1')
    }
    expect(words.size).toBe(1)
    expect(await requests()).toHaveLength(5)
  })

  test('is offered for a used one too, after signing in: perhaps it was not they who used it', async () => {
    const { copiedLink } = await inviteJane(world.current, { redemptionCount: 1 })
    const page = await world.current.browser().get(copiedLink)
    expect(page.words).toContain('It was made for one person, and it has been accepted already.')
    expect(page.words).not.toContain('Every place')
    expect(page.text.indexOf('/sign-in')).toBeLessThan(page.text.indexOf('value="new_link"'))
  })

  test('is not offered where nobody knows the address, where the website does not want it, or for a withdrawn one', async () => {
    const settings = { ...defaultWebsiteSettings, newLinkRequests: 'off' as const }
    const links = [
      (await inviteEverybody(world.current, { maximumRedemptions: 1, redemptionCount: 1 })).link,
      (await inviteJane(world.current, { ...past, website: { settings } })).copiedLink,
    ]
    for (const link of links) {
      const page = await world.current.browser().get(link)
      expect(page.status).toBe(410)
      expect(page.text).not.toContain('new_link')
    }
  })

  test('for an invitation that is open is no form of ours', async () => {
    const { invitation } = await inviteJane(world.current)
    const browser = world.current.browser()
    const posted = await browser.post('/redeem', { intent: 'new_link', code: invitation.code })
    expect(posted.status).toBe(400)
    await world.current.settle()
    expect(await requests()).toEqual([])
  })
})

describe('“this is not for me”', () => {
  test.each(['declined', 'not_me'])('%s is told to the owner; the link goes on working', async (why) => {
    const { mailedLink, jane } = await inviteJane(world.current)
    const browser = world.current.browser()
    const told = await browser.submit(await browser.get(mailedLink), 'decline', { why })
    expect([told.status, told.words]).toEqual([200, expect.stringContaining('Thank you for telling us')])
    await world.current.settle()
    expect(await requests()).toMatchObject([{ kind: why, contactId: jane.id }])
    expect((await browser.get(mailedLink)).status).toBe(200)
  })

  test('is not asked of who opens a Group that was mailed to nobody', async () => {
    const { link } = await inviteEverybody(world.current)
    expect((await world.current.browser().get(link)).text).not.toContain('value="decline"')
  })
})
