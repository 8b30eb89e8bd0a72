import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { createCode } from '@usher/domain'
import { denoBinary, type EdgeProcess, startEdge } from '../testing/edge-process.ts'
import { requestBytes } from './load.ts'
import { compare, type Compared, type Latency, median, requestsOf, type Side } from './measure.ts'
import { type House, prepareHouse } from './prepare.ts'

const [edgePort, floorPort] = [4540, 4541]
const counts = { pages: 1000, redemptions: 640, alone: 150 }
/** All ratios under one runtime. @returns whether every target is met */
export async function measureBesideBareHono(runtime: 'Deno' | 'Node'): Promise<boolean> {
  const house = await prepareHouse(requestsOf(counts.redemptions) + requestsOf(counts.alone))
  const cold = await coldStart(runtime, house)
  const edge = await startEdge(runtime, { url: house.url, port: edgePort, isQuiet: true })
  process.once('exit', () => edge.child.kill())
  const sizes = await pageSizes(edge, house)
  const stopFloor = await startFloor(runtime, house, sizes)
  const memoryAtStart = residentMegabytes(edge)

  const page = (port: number, path: string, status = 200): Side => {
    const bytes = requestBytes('GET', path, browserHeaders)
    return { port, status, next: () => bytes }
  }
  const redeeming = (connections: number, requests: number, weigh: 'throughput' | 'latency') =>
    compare(
      {
        ours: { port: edgePort, status: 201, next: nextRedemption(house) },
        floor: { port: floorPort, status: 201, next: nextFloorRedemption(house) },
      },
      { connections, requests, weigh },
    )

  say(`\nThe edge under ${runtime}, beside bare Hono on the same runtime (medians of rounds run in turns)`)
  const landing = await compare(
    {
      ours: page(edgePort, `/i/${house.single.code}`),
      floor: page(floorPort, `/read/${house.single.codeHash}`),
    },
    { connections: 16, requests: counts.pages, weigh: 'throughput' },
  )
  const verdicts = [tell('landing page / one indexed read', landing, { atLeast: 0.7 })]
  const memoryAfterPages = residentMegabytes(edge)
  const junk = await compare(
    {
      ours: { port: edgePort, status: 404, next: await nextJunk(house) },
      floor: page(floorPort, '/constant'),
    },
    { connections: 16, requests: counts.pages, weigh: 'throughput' },
  )
  verdicts.push(tell('junk code / constant page', junk, { atLeast: 0.7 }))
  const together = await redeeming(64, counts.redemptions, 'throughput')
  verdicts.push(tell('64 redeem at once / one transaction each', together, { atLeast: 3 }))
  const alone = await redeeming(1, counts.alone, 'latency')
  verdicts.push(tell('one redeems alone / one transaction each', alone, { atMost: 1.5 }))
  const memoryAtEnd = residentMegabytes(edge)
  await Promise.all([edge.stop(), stopFloor()])
  await house.world.remove()

  say(
    `  ${'cold start to the first landing page'.padEnd(44)}${cold.ours.toFixed(0).padStart(8)} ms, floor ${cold.floor.toFixed(0)} ms`,
  )
  say(
    `  ${'memory: started, after pages, at the end'.padEnd(44)}${[memoryAtStart, memoryAfterPages, memoryAtEnd].map((size) => `${size} MB`).join(', ')}`,
  )
  for (const [name, { bytes, compressed }] of Object.entries(sizes))
    say(`  ${`bytes of ${name}`.padEnd(44)}${String(bytes).padStart(8)}, gzipped ${compressed}`)
  return verdicts.every(Boolean)
}

const browserHeaders = { accept: 'text/html', 'user-agent': 'bench', 'accept-language': 'en' }

function nextRedemption({ guests, invitation }: House): () => Buffer {
  const body = JSON.stringify({ code: invitation.code })
  return () => {
    const guest = guests.pop()
    if (!guest) throw new Error('There are too few guests')
    const headers = { cookie: guest.cookie, 'sec-fetch-site': 'same-origin', 'user-agent': 'bench' }
    return requestBytes('POST', '/api/redemptions', headers, body)
  }
}

/** The floor has the same guests in its copy; it asks for no session. */
function nextFloorRedemption(house: House): () => Buffer {
  const floorGuests = house.floorGuests
  const { codeHash } = house.invitation
  return () =>
    requestBytes(
      'POST',
      '/redeem',
      { 'user-agent': 'bench' },
      JSON.stringify({ codeHash, userId: floorGuests.pop() }),
    )
}

/** Codes of another house, each from another address: none is held off for those before it. */
async function nextJunk(house: House): Promise<() => Buffer> {
  const bytes: Buffer[] = []
  for (let index = 0; index < 1000; index++) {
    const code = await createCode(house.world.deps.keys, house.world.deps.randomBytes(8))
    const junk = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    bytes.push(requestBytes('GET', `/i/${junk}`, { ...browserHeaders, 'x-forwarded-for': 'ADDRESS' }))
  }
  let turn = 0
  return () => {
    const request = bytes[turn++ % bytes.length] ?? Buffer.alloc(0)
    const address = `2001:db8:${(turn >> 4).toString(16)}:${turn.toString(16)}::1`
    return Buffer.from(request.toString('latin1').replace('ADDRESS', address), 'latin1')
  }
}

async function pageSizes(edge: EdgeProcess, { single }: House) {
  const sizes: Record<string, { bytes: number; compressed: number }> = {}
  const junk = single.code.slice(0, -1) + (single.code.endsWith('A') ? 'B' : 'A')
  const pages = {
    'the landing page': `/i/${single.code}`,
    'the page of a junk code': `/i/${junk}`,
    'the page to type a code': '/redeem',
    'the sign-in page': '/sign-in',
  }
  for (const [name, path] of Object.entries(pages)) {
    const text = await (await fetch(`${edge.origin}${path}`)).text()
    sizes[name] = { bytes: Buffer.byteLength(text), compressed: gzipSync(text).length }
  }
  return sizes
}

async function startFloor(
  runtime: 'Deno' | 'Node',
  house: House,
  sizes: Awaited<ReturnType<typeof pageSizes>>,
) {
  const child = spawnFloor(runtime, house, {
    PAGE_BYTES: String(sizes['the landing page']?.bytes ?? 0),
    JUNK_BYTES: String(sizes['the page of a junk code']?.bytes ?? 0),
  })
  await answers(`http://127.0.0.1:${floorPort}/constant`)
  return async () => {
    child.kill()
    await once(child, 'close')
  }
}

function spawnFloor(runtime: 'Deno' | 'Node', house: House, variables: Record<string, string>) {
  const script = fileURLToPath(new URL('./floor.ts', import.meta.url))
  const [program, ...args] =
    runtime === 'Node'
      ? [process.execPath, script]
      : [denoBinary(), 'run', '--quiet', '--no-config', '--node-modules-dir=manual', '--allow-all', script]
  const child = spawn(program, args, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: house.floorUrl,
      PORT: String(floorPort),
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const end = () => child.kill()
  process.once('exit', end)
  child.once('close', () => process.off('exit', end))
  return child
}

async function coldStart(runtime: 'Deno' | 'Node', house: House) {
  const times: Record<'ours' | 'floor', number[]> = { ours: [], floor: [] }
  for (let round = 0; round < 3; round++) {
    const startedAt = performance.now()
    const edge = await startEdge(runtime, {
      url: house.url,
      port: edgePort,
      until: `/i/${house.single.code}`,
    })
    times.ours.push(performance.now() - startedAt)
    await edge.stop()
    const floorStartedAt = performance.now()
    const floor = spawnFloor(runtime, house, {})
    await answers(`http://127.0.0.1:${floorPort}/read/${house.single.codeHash}`)
    times.floor.push(performance.now() - floorStartedAt)
    floor.kill()
    await once(floor, 'close')
  }
  return { ours: median(times.ours), floor: median(times.floor) }
}

async function answers(url: string): Promise<void> {
  const isThere = () =>
    fetch(url).then(
      async (answer) => (await answer.text(), answer.ok),
      () => false,
    )
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 5))
}

function residentMegabytes({ child }: EdgeProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

function tell(what: string, compared: Compared, target: { atLeast: number } | { atMost: number }): boolean {
  const { ratio, latency } = compared
  const isMet = 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
  const wanted = 'atLeast' in target ? `≥ ${target.atLeast} ×` : `≤ ${target.atMost} ×`
  say(`  ${what.padEnd(44)}${ratio.toFixed(2).padStart(8)} ×  target ${wanted}  ${isMet ? 'PASS' : 'MISS'}`)
  say(
    `    ${'a second'.padEnd(42)}${compared.ours.toFixed(0).padStart(8)}, floor ${compared.floor.toFixed(0)}`,
  )
  say(
    `    ${'milliseconds, p50 and p99'.padEnd(42)}${show(latency.ours).padStart(8)}, floor ${show(latency.floor)}`,
  )
  return isMet
}

const show = ({ p50, p99 }: Latency) => `${p50.toFixed(2)} ${p99.toFixed(2)}`
const say = (line: string) => process.stdout.write(`${line}\n`)
