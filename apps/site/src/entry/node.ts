import process from 'node:process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createSite } from '../app.ts'
import { readSettings } from '../settings.ts'

/** In development, before there is sample data. */
const waiting = new Hono().all('*', (c) =>
  c.text('There is no sample data yet. Add it in the dashboard, then start again.', 503),
)

try {
  const report = (message: string) => void process.stderr.write(`${message}\n`)
  const { SITE_CLIENT_ID: clientId } = process.env
  const site = clientId ? createSite({ ...readSettings(process.env), report }) : waiting
  const server = serve({
    fetch: site.fetch,
    hostname: process.env['HOST'] ?? '127.0.0.1',
    port: Number(process.env['PORT'] ?? 3028),
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => server.close())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
