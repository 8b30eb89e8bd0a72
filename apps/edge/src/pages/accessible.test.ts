import process from 'node:process'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEdgeWorld } from '../testing/edge-world.ts'
import { stories } from '../testing/page-states.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['USHER_CHROMIUM'] ?? '/usr/bin/chromium',
    // Chromium's sandbox does not run as root; nothing but our own pages is opened.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}, 60_000)
afterAll(() => browser?.close())

/** The state as a browser shows it: in a language, a theme and a width, everything that folds unfolded. */
async function show(name: string, look: { language: string; theme: 'light' | 'dark'; width: number }) {
  const world = await createEdgeWorld()
  const { text } = (await stories[name]?.(world, world.browser({ 'accept-language': look.language }))) ?? {}
  await world.settle().catch(() => undefined)
  await world.remove()
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.theme,
  })
  const page = await context.newPage()
  await page.setContent(text ?? '')
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) {
      details.removeAttribute('name')
      details.setAttribute('open', '')
    }
  })
  return page
}

/** Everything in one look; in the other what looks can change. */
const axe = (page: Page, theme: 'light' | 'dark') =>
  theme === 'dark'
    ? new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    : new AxeBuilder({ page }).withRules(['color-contrast', 'target-size'])

const looks = [
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'ar', theme: 'dark', width: 320 },
] as const

test.each(Object.keys(stories).flatMap((name) => looks.map((look) => ({ name, ...look }))))(
  '“$name” is accessible and fits: $language, $theme, $width pixels wide',
  async ({ name, ...look }) => {
    const page = await show(name, look)
    const { violations } = await axe(page, look.theme).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([])
    const sizes = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - innerWidth,
      small: [...document.querySelectorAll('button, .button, summary, input:not([type=hidden]):not(.unseen)')]
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ target, box }) => box.width > 0 && box.height < 24 && !target.closest('.hint'))
        .map(({ target }) => target.outerHTML.slice(0, 120)),
    }))
    expect(sizes).toEqual({ overflow: 0, small: [] })
    await page.context().close()
  },
  30_000,
)
