import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { createEdgeWorld } from '../testing/edge-world.ts'
import { stories } from '../testing/page-states.ts'
const out = '/tmp/pages/html'
mkdirSync(out, { recursive: true })
for (const lang of ['en', 'de', 'ar', 'ja', 'fr', 'es', 'pt'])
  test.each(Object.entries(stories).map((entry, index) => [...entry, index] as const))(
    `${lang} %s`,
    async (name, story, index) => {
      const world = await createEdgeWorld()
      const { text } = await story(world, world.browser({ 'accept-language': lang }))
      writeFileSync(
        `${out}/${lang}-${String(index).padStart(2, '0')}-${name.replace(/[^a-z]+/gi, '-')}.html`,
        text,
      )
      await world.settle().catch(() => undefined)
      await world.remove()
    },
  )
