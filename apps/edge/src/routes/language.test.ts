import { describe, expect, test } from 'vitest'
import { dump } from '../testing/dump.ts'
import { inviteEverybody, inviteJane } from '../testing/stories.ts'
import { useEdgeWorld } from '../testing/use-edge-world.ts'

const world = useEdgeWorld()
const languageOf = (html: string) => /<html lang="(\w+)" dir="(\w+)"/.exec(html)?.slice(1)

describe('the language of a page', () => {
  test("is the contact's, for the reader of their mailbox alone; then the browser's, then the website's", async () => {
    const { mailedLink, copiedLink } = await inviteJane(world.current, {
      website: { locale: 'fr-FR' },
      contact: { locale: 'ja-JP' },
    })
    const spanish = world.current.browser({ 'accept-language': 'tlh, es-MX;q=0.9, de;q=0.2' })
    expect(languageOf((await spanish.get(mailedLink)).text)).toEqual(['ja', 'ltr'])
    expect(languageOf((await spanish.get(copiedLink)).text)).toEqual(['es', 'ltr'])
    const page = await world.current.browser().get(copiedLink)
    expect(languageOf(page.text)).toEqual(['fr', 'ltr'])
    expect(page.headers.get('content-language')).toBe('fr')
    const klingon = world.current.browser({ 'accept-language': 'tlh' })
    expect(languageOf((await klingon.get('/redeem')).text)).toEqual(['en', 'ltr'])
  })

  test('is the one that was chosen on the page before all others, and stays through a form that fails', async () => {
    const { mailedLink } = await inviteJane(world.current, { contact: { locale: 'ja-JP' } })
    const browser = world.current.browser()
    const before = await browser.get(mailedLink)
    const back = /name="back" value="([^"]+)"/.exec(before.text)?.[1] ?? ''
    const chosen = await browser.post('/language', { language: 'ar', back })
    expect(chosen).toMatchObject({ status: 303, location: mailedLink })
    const after = await browser.get(mailedLink)
    expect(languageOf(after.text)).toEqual(['ar', 'rtl'])
    const failed = await browser.submit(after, 'create', { password: 'short' })
    expect(failed.status).toBe(400)
    expect(languageOf(failed.text)).toEqual(['ar', 'rtl'])
  })

  test('can be told by a link, and is kept for the pages that follow; the database keeps nothing of it', async () => {
    const { link } = await inviteEverybody(world.current)
    const before = await dump(world.current.deps.database)
    const browser = world.current.browser({ 'accept-language': 'de' })
    expect(languageOf((await browser.get(`${link}?lang=pt`)).text)).toEqual(['pt', 'ltr'])
    expect(languageOf((await browser.get('/redeem')).text)).toEqual(['pt', 'ltr'])
    await browser.post('/language', { language: 'de', back: `${link}?lang=pt` })
    expect(languageOf((await browser.get('/redeem')).text)).toEqual(['de', 'ltr'])
    expect(await dump(world.current.deps.database)).toEqual(before)
    expect((await world.current.browser().get(link)).headers.getSetCookie()).toEqual([])
  })

  test('dates are written as that language writes them, in the time zone of the website', async () => {
    const { copiedLink } = await inviteJane(world.current, {
      website: { timeZone: 'Asia/Tokyo' },
      expiresAt: new Date('2030-03-31T12:30:00Z'),
    })
    const shown = async (locale: string) =>
      (await world.current.browser({ 'accept-language': locale }).get(copiedLink)).words
    expect(await shown('de-AT')).toContain('Sonntag, 31. März 2030 um 21:30 GMT+9')
    expect(await shown('ja')).toContain('2030年3月31日日曜日 21:30 JST')
    expect(await shown('ar-SA')).toMatch(/مارس/)
    expect(await shown('en-US')).toContain('Sunday, March 31, 2030')
  })
})

describe('the menu of languages', () => {
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', 'redeem'])(
    'does not lead to %j',
    async (back) => {
      const posted = await world.current.browser().post('/language', { language: 'de', back })
      expect(posted.status).toBe(400)
      expect(posted.location).toBeNull()
    },
  )

  test('refuses a language that it does not have', async () => {
    expect((await world.current.browser().post('/language', { language: 'xx', back: '/' })).status).toBe(400)
  })
})
