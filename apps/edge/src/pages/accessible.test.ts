import process from 'node:process'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEdgeWorld } from '../testing/edge-world.ts'
import { stories } from '../testing/page-states.ts'

const looks = [
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'ar', theme: 'dark', width: 320 },
] as const
type Look = (typeof looks)[number]

let browser: Browser
const pages = new Map<string, Page>()
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['USHER_CHROMIUM'] ?? '/usr/bin/chromium',
    // Chromium's sandbox does not run as root; nothing but our own pages is opened.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  for (const { theme, width } of looks) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme })
    pages.set(theme, await context.newPage())
  }
}, 60_000)
afterAll(() => browser?.close())

// Said as text: it is the page's own world, of which this side knows no types.
const unfoldAll = `for (const details of document.querySelectorAll('main details')) {
  details.removeAttribute('name')
  details.setAttribute('open', '')
}`
/** How far the page is wider than the window, and what is too small to be hit. */
const measure = `({
  overflow: document.documentElement.scrollWidth - innerWidth,
  small: [...document.querySelectorAll('button, .button, summary, input:not([type=hidden]):not(.unseen)')]
    .filter((target) => {
      const { width, height } = target.getBoundingClientRect()
      return width > 0 && height < 24 && !target.closest('.hint')
    })
    .map((target) => target.outerHTML.slice(0, 120)),
})`

/** The state as a browser shows it: in a language, a theme and a width, everything that folds unfolded. */
async function show(name: string, look: Look) {
  const world = await createEdgeWorld()
  const { text } = (await stories[name]?.(world, world.browser({ 'accept-language': look.language }))) ?? {}
  await world.settle().catch(() => undefined)
  await world.remove()
  const page = pages.get(look.theme)
  if (!page) throw new Error('There is no such page')
  await page.setContent(text ?? '')
  await page.evaluate(unfoldAll)
  return page
}

/** Everything in one look; in the other what looks can change. */
const axe = (page: Page, theme: 'light' | 'dark') =>
  theme === 'dark'
    ? new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    : new AxeBuilder({ page }).withRules(['color-contrast', 'target-size'])

test.each(Object.keys(stories).flatMap((name) => looks.map((look) => ({ name, ...look }))))(
  '“$name” is accessible and fits: $language, $theme, $width pixels wide',
  async ({ name, ...look }) => {
    const page = await show(name, look)
    const { violations } = await axe(page, look.theme).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([])
    const sizes = await page.evaluate(measure)
    expect(sizes).toEqual({ overflow: 0, small: [] })
  },
  30_000,
)
