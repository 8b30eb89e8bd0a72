import process from 'node:process'
import { defineConfig } from '@playwright/test'

/** Real Chromium, the machine's own, against what `start` starts. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/browser',
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['USHER_CHROMIUM'] ?? '/usr/bin/chromium',
      // Chromium's sandbox does not run as root; nothing but our own pages is opened.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
