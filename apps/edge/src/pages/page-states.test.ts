import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createEdgeWorld } from '../testing/edge-world.ts'
import { stories } from '../testing/page-states.ts'

const largestBytes = 14 * 1024

test.each(Object.entries(stories))('“%s” is one small page, and brings all it needs', async (_, story) => {
  const world = await createEdgeWorld()
  const { text, headers } = await story(world, world.browser({ 'accept-language': 'ar' }))
  await world.settle().catch(() => undefined)
  await world.remove()

  expect(text).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(gzipSync(text).length).toBeLessThanOrEqual(largestBytes)
  const loaded = [...text.matchAll(/\b(?:src|srcset|action|formaction)="([^"]*)"/g)].map(([, url]) => url)
  expect(loaded.filter((url) => !url?.startsWith('/') && !url?.startsWith('data:'))).toEqual([])
  expect(text).not.toMatch(/<link rel="(?!icon)|@import|url\((?!["']?data:)/)
  const nonce =
    /style-src 'nonce-([\w-]{20,})'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '-'
  for (const [tag] of text.matchAll(/<(?:style|script)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`)
  expect(text).not.toMatch(/ (?:style|on\w+)="/)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cache-control')).toBe('no-store')
})
