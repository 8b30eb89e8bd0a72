import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeRoutes, readRoutes } from './routes.ts'

const map = fileURLToPath(new URL('../../../edge/microfrontends.json', import.meta.url))

test.each([
  ['/', 'edge'],
  ['/admin', 'admin'],
  ['/admin/', 'admin'],
  ['/admin/api/v1/contacts', 'admin'],
  ['/administrator', 'edge'],
  ['/Admin', 'edge'],
  ['/i/admin', 'edge'],
  ['/partners', 'site'],
  ['/partners/i/CODE', 'site'],
])('%s belongs to %s', async (path, application) => {
  const routes = await readRoutes(map)
  expect(routes.applicationOf(path)).toBe(application)
})

test('patterns mean what Turborepo means by them', () => {
  const { applicationOf } = makeRoutes({
    options: { localProxyPort: 1 },
    applications: {
      home: {},
      one: { routing: [{ paths: ['/blog/:slug'] }] },
      some: { routing: [{ paths: ['/docs/:path+'] }] },
      dotted: { routing: [{ paths: ['/a.b'] }] },
    },
  })
  const paths = ['/blog/hello', '/blog/hello/', '/blog/a/b', '/blog', '/docs', '/docs/a/b', '/a.b', '/axb']
  expect(paths.map(applicationOf)).toEqual(['one', 'one', 'home', 'home', 'home', 'some', 'dotted', 'home'])
})
