import { gzipSync } from 'node:zlib'
import { startHouse } from '../../testing/house.ts'
import { type FilledPlace, owner } from './place.ts'
import { type Row, timesOf } from './print.ts'

const looks = 40
const lists = [
  '/contacts',
  '/contacts?search=person77',
  '/invitations',
  '/invitations?view=expired',
  '/accounts',
]
const milliseconds = 50
const kilobytes = 150

/** The house as `start` serves it, on this place. */
export async function measurePages(place: FilledPlace): Promise<Row[]> {
  const house = await startHouse(place, { USHER_SECRET: place.secret })
  try {
    return await lookAt(house.origin)
  } finally {
    await house.stop()
  }
}

/** What the server takes for a list page from request to last byte, and what JavaScript the first one brings. */
export async function lookAt(origin: string): Promise<Row[]> {
  const cookie = await signIn(origin)
  const get = async (path: string) => {
    const answer = await fetch(`${origin}/admin${path}`, { headers: { cookie }, redirect: 'manual' })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }
  const rows: Row[] = []
  for (const path of lists) {
    await timesOf(5, () => get(path))
    const times = await timesOf(looks, () => get(path))
    const p95 = times[Math.floor(looks * 0.95)] ?? NaN
    const note = `median ${(times[Math.floor(looks / 2)] ?? NaN).toFixed(0)} ms`
    rows.push({ what: `page ${path}, p95`, value: p95, unit: 'ms', target: milliseconds, note })
  }
  const bytes = await weighScripts(origin, await get('/contacts'))
  rows.push({
    what: 'JavaScript of the first list page, compressed',
    value: bytes / 1000,
    unit: 'kB',
    target: kilobytes,
  })
  return rows
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/admin/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: owner.email, password: owner.password }),
  })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** Every module the page names, and what those name in turn before anything is clicked. */
async function weighScripts(origin: string, html: string): Promise<number> {
  const seen = new Set<string>()
  const load = async (url: string): Promise<number> => {
    if (seen.has(url)) return 0
    seen.add(url)
    const text = await (await fetch(url)).text()
    const imports = [...text.matchAll(/(?:import|from)\s*["'](\.[^"']+\.js)["']/g)].map(
      (match) => new URL(match[1] ?? '', url).href,
    )
    const below = await Promise.all(imports.map(load))
    return gzipSync(text).length + below.reduce((sum, size) => sum + size, 0)
  }
  const named = [...html.matchAll(/["'(](\/admin\/_app\/[^"')]+\.js)["')]/g)].map(
    (match) => `${origin}${match[1] ?? ''}`,
  )
  const sizes = await Promise.all([...new Set(named)].map(load))
  return sizes.reduce((sum, size) => sum + size, 0)
}
